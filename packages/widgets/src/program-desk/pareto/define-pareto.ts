import {defineElement} from '../../base/define-element.ts';
import {UiField} from '../../ui/field/field.ts';
import {ProgramDeskPareto} from './pareto-report.ts';

// Loaded when the tab is first opened.
defineElement('portico-ui-field', UiField);
defineElement('portico-program-desk-pareto', ProgramDeskPareto);
