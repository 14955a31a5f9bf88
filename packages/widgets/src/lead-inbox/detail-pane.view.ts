import {html, nothing} from 'lit';
import {withoutCode} from '../base/without-code.ts';
import {chevronStartIcon, dangerIcon, inboxIcon} from '../ui/icon/icons.ts';
import type {InboxView} from './lead-inbox.view.ts';
import {explain} from './explain.ts';

/** The place of the open lead: the lead, or what stands there until one is chosen and read. */
export function detailPane(view: InboxView) {
  const {inbox, text, later} = view;
  const {opened} = inbox;
  if (opened.id === undefined) {
    if (inbox.status === 'pending') return nothing;
    return html`<portico-ui-empty-state class="centre" heading=${text.term('chooseLead')} text=${text.term('chooseLeadText')}>
      <span slot="icon">${inboxIcon(20)}</span>
    </portico-ui-empty-state>`;
  }
  const {offer} = opened;
  return html`<div class="detail-bar">
      <button class="button back" part="back" type="button" data-variant="quiet" @click=${() => view.back()}>${chevronStartIcon()}${text.term('leads')}</button>
    </div>
    ${offer && later ? later.leadDetail(view, offer) : unread(view)}`;
}

function unread(view: InboxView) {
  const {inbox, text} = view;
  const error = inbox.opened.error ?? (view.isLaterMissing ? withoutCode : undefined);
  if (error === undefined) return html`<portico-ui-skeleton class="scroll" kind="detail" rows="4"></portico-ui-skeleton>`;
  return html`<portico-ui-empty-state tone="danger" heading=${text.term('failed')} text=${explain(text, error)}>
    <span slot="icon">${dangerIcon(20)}</span>
    <button slot="actions" class="button" type="button" @click=${view.retry}>${text.term('retry')}</button>
  </portico-ui-empty-state>`;
}
