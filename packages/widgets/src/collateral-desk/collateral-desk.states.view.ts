import {html, nothing} from 'lit';
import {failedStatus} from '../base/failure.ts';
import type {PortalController} from '../portal/portal.controller.ts';
import type {Icon} from '../ui/icon/icon.ts';
import {dangerIcon, inboxIcon, lockIcon, offlineIcon, searchIcon} from '../ui/icon/icons.ts';
import type {CollateralDeskData} from './collateral-desk.data.ts';
import {isNarrowed, type DeskFilter} from './collateral-desk.model.ts';
import {explainProblem, type Words} from './collateral-desk.words.ts';

/** What stands where the list would be. `list` is the list itself. */
export type DeskState = 'list' | 'pending' | 'empty' | 'noMatch' | 'failed' | 'offline' | 'forbidden';

/** Says how the desk stands. Rows that were read stay, whatever happens afterwards. */
export function stateOf(portal: PortalController | undefined, list: Pick<CollateralDeskData['list'], 'status' | 'error' | 'items'>, filter: DeskFilter): DeskState {
  if (portal?.me?.caller === 'partner') return 'forbidden';
  const failed = failedStatus(portal, list);
  if (failed) return failed;
  if (list.status !== 'ready') return 'pending';
  if (list.items.length > 0) return 'list';
  return isNarrowed(filter) ? 'noMatch' : 'empty';
}

/** As many rows as a desk of usual height shows. */
const skeletonRows = Array<undefined>(14).fill(undefined);

interface StateView {
  readonly text: Words;
  readonly error: unknown;
  readonly retry: () => void;
  readonly clear: () => void;
  readonly create: () => void;
  /** Whether the list would hold everything there is. */
  readonly isAll: boolean;
}

/** Draws a state; each can be replaced through a slot of its name. */
export function renderState(state: DeskState, {text, error, retry, clear, create, isAll}: StateView) {
  const say = (slot: string, icon: Icon, heading: string, words: string, act?: () => void, label = text.term('retry')) => html`<slot name=${slot}>
    <portico-ui-empty-state tone=${slot === 'error' ? 'danger' : 'neutral'} heading=${heading} text=${words}>
      <span slot="icon">${icon(20)}</span>
      ${act ? html`<button class="button" slot="actions" type="button" @click=${act}>${label}</button>` : nothing}
    </portico-ui-empty-state>
  </slot>`;
  switch (state) {
    case 'list':
      return nothing;
    case 'pending':
      return html`<slot name="pending">
        <div class="visually-hidden" role="status">${text.term('reading')}</div>
        <div class="grid waiting" aria-hidden="true">
          <div class="head"><div class="row"></div></div>
          ${skeletonRows.map(() => html`<div class="row"><i></i><i></i><i></i><i></i><i></i><i></i><i></i><i></i></div>`)}
        </div>
      </slot>`;
    case 'empty':
      return isAll ? say('empty', inboxIcon, text.term('nothing'), text.term('nothingText'), create, text.term('newAsset')) : say('empty', inboxIcon, text.term('nothingHere'), text.term('nothingHereText'));
    case 'noMatch':
      return say('no-match', searchIcon, text.term('noMatch'), text.term('noMatchText'), clear, text.term('clearFilters'));
    case 'offline':
      return say('offline', offlineIcon, text.term('offlineTitle'), text.term('offlineText'), retry);
    case 'forbidden':
      return say('forbidden', lockIcon, text.term('forbiddenTitle'), text.term('forbiddenText'));
    case 'failed':
      return say('error', dangerIcon, text.term('failedTitle'), explainProblem(error, text), retry);
  }
}

/** A note above the list when what it shows may be old. */
export function renderNote(portal: PortalController | undefined, list: CollateralDeskData['list'], text: Words) {
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
