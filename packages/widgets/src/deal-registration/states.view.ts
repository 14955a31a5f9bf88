import {html, nothing} from 'lit';
import {dangerIcon, lockIcon, offlineIcon} from '../ui/icon/icons.ts';
import type {DealRegistrationController} from './deal-registration.controller.ts';
import type {Text} from './deal-registration.view.ts';

/** In place of what is still to come: the shape it will have. */
export const skeleton = html`<portico-ui-skeleton kind="text" rows="7"></portico-ui-skeleton>`;

/** In place of the form. */
export const wholeForm = html`<portico-ui-skeleton class="pending" kind="detail" rows="10"></portico-ui-skeleton>`;

/** Nothing can be filled in now, and why. */
export function stateView(deal: DealRegistrationController, status: 'failed' | 'offline' | 'forbidden', text: Text) {
  const retry = html`<button slot="actions" class="button" type="button" @click=${() => deal.retry()}>${text.term('retry')}</button>`;
  const icons = {failed: dangerIcon, offline: offlineIcon, forbidden: lockIcon};
  return html`<slot name=${status === 'failed' ? 'error' : status}>
    <portico-ui-empty-state tone=${status === 'failed' ? 'danger' : 'neutral'} heading=${text.term(status)} text=${text.term(`${status}Text`)}>
      <span slot="icon">${icons[status](20)}</span>${status === 'forbidden' ? nothing : retry}
    </portico-ui-empty-state>
  </slot>`;
}
