/** What shows the queue and acts on it: rows, keys, acts. A chunk of its own, that comes while the session and the queue are read. */
import {defineElement} from '../base/define-element.ts';
import type {Part} from '../base/later-part.ts';
import {UiBadge} from '../ui/badge/badge.ts';
import {UiDeadlineMeter} from '../ui/deadline-meter/deadline-meter.ts';
import {UiWindowedList} from '../ui/windowed-list/windowed-list.ts';
import {windowedListStyles} from '../ui/windowed-list/windowed-list.styles.ts';
import {QueueWork, type QueueDesk, type QueueHost} from './queue-work.ts';

/** Registers the parts that the rows use, and gives what works the queue. */
export function queuePart(host: QueueHost, desk: QueueDesk): Part<QueueWork> {
  defineElement('portico-ui-badge', UiBadge);
  defineElement('portico-ui-deadline-meter', UiDeadlineMeter);
  defineElement('portico-ui-windowed-list', UiWindowedList);
  return {views: new QueueWork(host, desk), styles: [windowedListStyles]};
}
