import {html, nothing, type TemplateResult} from 'lit';
import type {PortalController} from '../../portal/portal.controller.ts';
import {dangerIcon, lockIcon, offlineIcon, warningIcon} from '../icon/icons.ts';
import {explain, type StandingText} from '../../base/standing-text.ts';
import type {StandingStatus} from '../../base/standing.status.ts';

/** What the states of a widget need to be drawn. */
export interface StatesView {
  readonly status: StandingStatus;
  readonly error: unknown;
  readonly portal: PortalController | undefined;
  readonly text: StandingText;
  retry(): void;
}

const retryButton = ({text, retry}: StatesView) => html`<button slot="actions" class="button" type="button" @click=${retry}>${text.term('retry')}</button>`;

/** What stands where the content would be while it cannot; `undefined` when there is content. */
export function stateOf(view: StatesView, pending: TemplateResult): TemplateResult | undefined {
  const {status, text, error} = view;
  if (status === 'pending') return html`<slot name="pending">${pending}</slot>`;
  if (status === 'failed')
    return html`<slot name="error">
      <portico-ui-empty-state tone="danger" heading=${text.term('failed')} text=${explain(text, error)}><span slot="icon">${dangerIcon(20)}</span>${retryButton(view)}</portico-ui-empty-state>
    </slot>`;
  if (status === 'offline')
    return html`<slot name="offline">
      <portico-ui-empty-state heading=${text.term('offline')} text=${text.term('offlineText')}><span slot="icon">${offlineIcon(20)}</span>${retryButton(view)}</portico-ui-empty-state>
    </slot>`;
  if (status === 'forbidden')
    return html`<slot name="forbidden">
      <portico-ui-empty-state heading=${text.term('forbidden')} text=${text.term('forbiddenText')}><span slot="icon">${lockIcon(20)}</span></portico-ui-empty-state>
    </slot>`;
  return undefined;
}

/** A line above the content while what it shows may be old: what is safe, and what to do. */
export function connectionNote({portal, error, text, retry}: StatesView) {
  if (!portal?.ready) return nothing;
  const expired = portal.client.session.state === 'expired';
  if (!expired && !portal.offline && error === undefined) return nothing;
  const note = html`<div class="note" part="note" role="status">
    ${portal.offline ? offlineIcon() : warningIcon()}<span class="note-text">${text.term(expired ? 'sessionNote' : portal.offline ? 'offlineNote' : 'staleNote')}</span>
    <button class="button" type="button" data-variant="quiet" @click=${retry}>${text.term('retry')}</button>
  </div>`;
  return portal.offline && !expired ? html`<slot name="offline">${note}</slot>` : note;
}
