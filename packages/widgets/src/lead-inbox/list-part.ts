/** What shows the leads: rows, tools, the place of the open lead, keys. A chunk of its own, that comes while the session and the leads are asked for. */
import {defineElement} from '../base/define-element.ts';
import type {Part} from '../base/later-part.ts';
import {UiBadge} from '../ui/badge/badge.ts';
import {UiDeadlineMeter} from '../ui/deadline-meter/deadline-meter.ts';
import {UiField} from '../ui/field/field.ts';
import {UiMenu} from '../ui/menu/menu.ts';
import {windowedListStyles} from '../ui/windowed-list/windowed-list.styles.ts';
import {UiWindowedList} from '../ui/windowed-list/windowed-list.ts';
import {InboxInUse} from './inbox-in-use.ts';
import type {InboxElement, ListViews, Text} from './lead-inbox.view.ts';
import {leadRowStyles} from './lead-row.styles.ts';

/** Registers the parts that the inbox uses, and gives the views and their styles. */
export function listPart(host: InboxElement, text: Text): Part<ListViews> {
  defineElement('portico-ui-badge', UiBadge);
  defineElement('portico-ui-deadline-meter', UiDeadlineMeter);
  defineElement('portico-ui-field', UiField);
  defineElement('portico-ui-menu', UiMenu);
  defineElement('portico-ui-windowed-list', UiWindowedList);
  return {views: new InboxInUse(host, text), styles: [windowedListStyles, leadRowStyles]};
}
