import {defineElement} from '../base/define-element.ts';
import {Challenges} from '../challenges/challenges.ts';

defineElement('portico-challenges', Challenges);
