import {defineElement} from '../base/define-element.ts';
import {TierProgress} from '../tier-progress/tier-progress.ts';

defineElement('portico-tier-progress', TierProgress);
