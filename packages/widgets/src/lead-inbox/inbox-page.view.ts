import type {LeadOfferTab} from '@portico/contract';
import {html, nothing} from 'lit';
import {offlineIcon} from '../ui/icon/icons.ts';
import type {TabChangeEvent} from '../ui/tabs/tabs.events.ts';
import type {LeadInboxController} from './lead-inbox.controller.ts';
import {leadTabs} from './lead-inbox.model.ts';
import type {ListViews, Text} from './lead-inbox.view.ts';

/** What stands before anything is read. */
export interface InboxFrame {
  readonly inbox: LeadInboxController;
  readonly text: Text;
  /** What fills the frame, once it is there; whether it cannot be had now. */
  readonly list: ListViews | undefined;
  readonly isListMissing: boolean;
  /** Asks again for what could not be had. */
  retry(): void;
}

/** The place of the leads until they are there. */
export const pendingRows = html`<slot name="pending"><portico-ui-skeleton kind="list" rows="8"></portico-ui-skeleton></slot>`;

/** The whole inbox: tabs with their tools, and below them list and lead side by side, or one over the other where it is narrow. */
export function inboxPage(frame: InboxFrame) {
  const {inbox, text, list, isListMissing} = frame;
  const isRead = inbox.status !== 'pending';
  const isOpen = inbox.opened.id !== undefined;
  if (list && inbox.status === 'forbidden') return list.forbidden();
  const missing = !list && isListMissing && isRead;
  return html`<portico-ui-tabs
      .tabs=${leadTabs.map(id => ({id, label: text.term(`tab_${id}`), count: inbox.counts ? text.number(inbox.counts[id]) : ''}))}
      selected=${inbox.query.tab}
      label=${text.term('leads')}
      @portico-ui-tab-change=${(event: TabChangeEvent) => inbox.show({tab: event.id as LeadOfferTab})}
    >
      <div slot="tools" class="tools" ?data-open=${isOpen} ?hidden=${missing}>${list?.tools() ?? toolBones(frame)}</div>
      <div class="page">
        ${list?.note()}
        <div class="panes" ?data-open=${isOpen} ?data-single=${!isOpen && isRead && (list ? inbox.list.items.length === 0 : missing)}>
          <div class="list-pane">${list?.above()}<div class="rows">${list?.rows() ?? (missing ? offlineState(frame) : pendingRows)}</div></div>
          <div class="detail-pane" part="detail">${list?.detail()}</div>
        </div>
      </div>
    </portico-ui-tabs>
    ${list?.besides()}`;
}

/** There is no connection and nothing to show from before. */
export function offlineState({text, retry}: Pick<InboxFrame, 'text' | 'retry'>) {
  return html`<slot name="offline">
    <portico-ui-empty-state heading=${text.term('offline')} text=${text.term('offlineText')}>
      <span slot="icon">${offlineIcon(20)}</span><button slot="actions" class="button" type="button" @click=${retry}>${text.term('retry')}</button>
    </portico-ui-empty-state>
  </slot>`;
}

/** What an order of the list is called under the tab that is shown. */
export const sortName = ({inbox, text}: Pick<InboxFrame, 'inbox' | 'text'>, sort = inbox.query.sort) => text.term(sort === 'deadline' && inbox.query.tab === 'closed' ? 'sort_closed' : `sort_${sort}`);

/** The tools in the size that they will have, down to their words. */
function toolBones(frame: InboxFrame) {
  const bone = (label: string, end: unknown) => html`<span class="button tool bone"><span class="tool-label">${label}</span>${end}</span>`;
  return html`<span class="search bone"></span>${bone(frame.text.term('filter'), nothing)}${bone(sortName(frame), html`<b></b>`)}<span class="button bone" data-icon-only></span>`;
}
