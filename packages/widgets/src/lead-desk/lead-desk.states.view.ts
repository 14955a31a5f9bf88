import {html, nothing} from 'lit';
import {failedStatus} from '../base/failure.ts';
import type {PortalController} from '../portal/portal.controller.ts';
import {dangerIcon, inboxIcon, lockIcon, offlineIcon, searchIcon} from '../ui/icon/icons.ts';
import type {LeadDeskData} from './lead-desk.data.ts';
import type {LeadDeskFilter} from './lead-desk.model.ts';
import {explainProblem, type Words} from './lead-desk.words.ts';
import {isNarrowed} from './toolbar.view.ts';

/** What stands where the table would be. `list` is the table itself. */
export type DeskState = 'list' | 'pending' | 'empty' | 'noMatch' | 'failed' | 'offline' | 'forbidden';

/** Says how the desk stands. Rows that were read stay, whatever happens afterwards. */
export function stateOf(portal: PortalController | undefined, list: Pick<LeadDeskData['list'], 'status' | 'error' | 'items'>, filter: LeadDeskFilter): DeskState {
  if (portal?.me?.caller === 'partner') return 'forbidden';
  const failed = failedStatus(portal, list);
  if (failed) return failed;
  if (list.status !== 'ready') return 'pending';
  if (list.items.length > 0) return 'list';
  return filter.group === 'all' && !isNarrowed(filter) ? 'empty' : 'noMatch';
}

/** As many rows as a desk of usual height shows. */
const skeletonRows = Array<undefined>(14).fill(undefined);

interface StateView {
  readonly text: Words;
  readonly error: unknown;
  readonly retry: () => void;
  readonly clear: () => void;
  readonly open: (what: 'create' | 'import') => void;
}

/** Draws a state; each can be replaced through a slot of its name. */
export function renderState(state: Exclude<DeskState, 'list'>, {text, error, retry, clear, open}: StateView) {
  const again = html`<button class="button" slot="actions" type="button" @click=${retry}>${text.term('retry')}</button>`;
  switch (state) {
    case 'pending':
      return html`<slot name="pending">
        <div class="visually-hidden" role="status">${text.term('reading')}</div>
        <div class="grid waiting" aria-hidden="true">
          <div class="head"><div class="row"></div></div>
          ${skeletonRows.map(() => html`<div class="row"><i></i><i></i><i></i><i></i><i></i><i></i><i></i><i></i></div>`)}
        </div>
      </slot>`;
    case 'empty':
      return html`<slot name="empty">
        <portico-ui-empty-state heading=${text.term('noLeads')} text=${text.term('noLeadsText')}>
          <span slot="icon">${inboxIcon(20)}</span>
          <div slot="actions" class="choices">
            <button class="button" data-variant="primary" type="button" @click=${() => open('create')}>${text.term('newLead')}</button>
            <button class="button" type="button" @click=${() => open('import')}>${text.term('importCsv')}</button>
            <p class="muted small">${text.term('noLeadsApi')}${text.colon}<code>POST /v1/leads</code></p>
          </div>
        </portico-ui-empty-state>
      </slot>`;
    case 'noMatch':
      return html`<slot name="no-match">
        <portico-ui-empty-state heading=${text.term('noMatch')} text=${text.term('noMatchText')}>
          <span slot="icon">${searchIcon(20)}</span>
          <button class="button" slot="actions" type="button" @click=${clear}>${text.term('clearFilters')}</button>
        </portico-ui-empty-state>
      </slot>`;
    case 'offline':
      return html`<slot name="offline">
        <portico-ui-empty-state heading=${text.term('offlineTitle')} text=${text.term('offlineText')}>
          <span slot="icon">${offlineIcon(20)}</span>${again}
        </portico-ui-empty-state>
      </slot>`;
    case 'forbidden':
      return html`<slot name="forbidden">
        <portico-ui-empty-state heading=${text.term('forbiddenTitle')} text=${text.term('forbiddenText')}>
          <span slot="icon">${lockIcon(20)}</span>
        </portico-ui-empty-state>
      </slot>`;
    case 'failed':
      return html`<slot name="error">
        <portico-ui-empty-state tone="danger" heading=${text.term('failedTitle')} text=${explainProblem(error, text)}>
          <span slot="icon">${dangerIcon(20)}</span>${again}
        </portico-ui-empty-state>
      </slot>`;
  }
}

/** A note above the table when what it shows may be old. */
export function renderNote(portal: PortalController | undefined, list: LeadDeskData['list'], text: Words) {
  const note =
    portal?.client.session.state === 'expired' ? 'sessionNote'
    : portal?.offline ? 'offlineNote'
    : list.error === undefined || list.status !== 'ready' ? undefined
    : 'staleNote';
  if (!note) return nothing;
  return html`<div class="note" role="status">
    ${text.term(note)} ${note === 'staleNote' ? html`<button type="button" @click=${() => list.refresh()}>${text.term('retry')}</button>` : nothing}
  </div>`;
}
