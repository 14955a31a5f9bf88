import type {CollateralEmbed, PrintOrder, ShareLink} from '@portico/contract';
import {html, nothing, type TemplateResult} from 'lit';
import {safeUrl} from '../../base/safe-url.ts';
import {type Text, wordOf} from '../asset-text.ts';

const orderTones = {requested: 'waiting', approved: 'info', picked: 'info', shipped: 'info', delivered: 'success', backordered: 'warning', cancelled: 'neutral'} as const;

/** Links that are out, or were. */
export function linkList(text: Text, links: readonly ShareLink[], end: (link: ShareLink) => void): TemplateResult {
  return html`<ul class="mine">
    ${links.map(
      link => html`<li class="entry" data-id=${link.id} data-status=${link.status}>
        <span><bdi class="strong">${link.asset.title}</bdi>${link.recipient ? html` · <bdi>${link.recipient}</bdi>` : nothing}</span>
        <portico-ui-badge tone=${link.status === 'active' ? 'success' : 'neutral'}>${wordOf(text, `link_${link.status}`) ?? link.status}</portico-ui-badge>
        ${link.status === 'active' ? html`<button class="button" data-variant="quiet" data-act="end-link" type="button" aria-label=${`${text.term('share_end')}${text.colon}${link.asset.title}`} @click=${() => end(link)}>${text.term('share_end')}</button>` : nothing}
        <span class="wide muted figures">${text.term('share_figures', link.opens, link.uses)} · ${text.term('share_until', text.date(link.expiresAt))}${link.createdBy ? html` · <bdi>${link.createdBy.name}</bdi>` : nothing}</span>
      </li>`,
    )}
  </ul>`;
}

/** What stands on pages of the organisation's own. */
export function embedList(text: Text, embeds: readonly CollateralEmbed[], run: (act: 'snippet' | 'edit' | 'end', embed: CollateralEmbed) => void): TemplateResult {
  return html`<ul class="mine">
    ${embeds.map(embed => {
      const {id, name, status, items, views, clicks, enquiryCount} = embed;
      const hidden = items.filter(({isShown}) => !isShown).length;
      const button = (act: 'snippet' | 'edit' | 'end', word: string, variant: string) => html`<button class="button" data-variant=${variant} data-act=${act} type="button" aria-label=${`${word}${text.colon}${name}`} @click=${() => run(act, embed)}>${word}</button>`;
      return html`<li class="entry" data-id=${id} data-status=${status}>
        <span><bdi class="strong">${name}</bdi> · ${text.term('mine_pieces', items.length)}</span>
        <portico-ui-badge tone=${status === 'active' ? 'success' : 'neutral'}>${text.term(`embed_${status}`)}</portico-ui-badge>
        ${status === 'active' ? html`<span class="acts">${button('snippet', text.term('embed_snippet'), 'secondary')}${button('edit', text.term('embed_edit'), 'quiet')}${button('end', text.term('embed_end'), 'quiet')}</span>` : nothing}
        <span class="wide muted figures">${text.term('embed_figures', views, clicks, enquiryCount)}${hidden > 0 && status === 'active' ? html` · <span class="warn">${text.term('embed_hidden', hidden)}</span>` : nothing}</span>
        <span class="wide muted" dir="auto">${text.list(items.slice(0, 6).map(({asset}) => asset.title))}</span>
      </li>`;
    })}
  </ul>`;
}

/** Printed copies that were ordered. */
export function orderList(text: Text, orders: readonly PrintOrder[], run: (act: 'cancel' | 'deliver', order: PrintOrder) => void): TemplateResult {
  return html`<ul class="mine">
    ${orders.map(order => {
      const {id, asset, quantity, status, createdAt, actions, tracking, reason} = order;
      const act = actions.includes('cancel') || actions.includes('call_off') ? 'cancel' : actions.includes('deliver') ? 'deliver' : undefined;
      const word = text.term(act === 'deliver' ? 'print_arrived' : 'print_cancel');
      return html`<li class="entry" data-id=${id} data-status=${status}>
        <span><bdi class="strong">${asset.title}</bdi> · ${text.term('print_copies', quantity)} · ${text.date(createdAt)}</span>
        <portico-ui-badge tone=${orderTones[status]}>${wordOf(text, `order_${status}`) ?? status}</portico-ui-badge>
        ${act ? html`<button class="button" data-variant="quiet" data-act=${act} type="button" aria-label=${`${word}${text.colon}${asset.title}`} @click=${() => run(act, order)}>${word}</button>` : nothing}
        ${tracking ? html`<span class="wide muted"><bdi>${tracking.carrier}</bdi>: ${safeUrl(tracking.url) ? html`<a href=${safeUrl(tracking.url) ?? nothing} target="_blank" rel="noopener">${tracking.number}</a>` : html`<bdi>${tracking.number}</bdi>`}</span>` : nothing}
        ${reason ? html`<span class="wide muted" dir="auto">${reason}</span>` : nothing}
      </li>`;
    })}
  </ul>`;
}
