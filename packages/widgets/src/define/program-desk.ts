import {defineElement} from '../base/define-element.ts';
import {ProgramDesk} from '../program-desk/program-desk.ts';

defineElement('portico-program-desk', ProgramDesk);
