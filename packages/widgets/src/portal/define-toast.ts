import {defineElement} from '../base/define-element.ts';
import {UiToast} from '../ui/toast/toast.ts';

// Loaded once the first view stands: nothing has happened yet that could be told.
defineElement('portico-ui-toast', UiToast);
