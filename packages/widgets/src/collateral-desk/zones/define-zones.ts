import {defineElement} from '../../base/define-element.ts';
import {addZonesStrings} from '../../strings/collateral-desk-zones.strings.ts';
import {ZoneEditor} from './zone-editor.ts';

// Loaded when somebody opens a template. What it is made of besides came with the list and the dialogs.
addZonesStrings();
defineElement('portico-collateral-desk-zones', ZoneEditor);
