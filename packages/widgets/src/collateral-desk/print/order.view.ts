import type {PrintOrder} from '@portico/contract';
import type {PrintOrderStatus} from '@portico/contract/print-order-transitions';
import {html, nothing} from 'lit';
import {safeUrl} from '../../base/safe-url.ts';
import type {Tone} from '../../ui/badge/badge.ts';
import {dangerIcon, warningIcon} from '../../ui/icon/icons.ts';
import type {MenuSelectEvent} from '../../ui/menu/menu.events.ts';
import {nameOf, toLanguageName, type Words} from '../collateral-desk.words.ts';

/** What the vendor does with an order. */
export type Step = 'approve' | 'pick' | 'ship' | 'deliver' | 'backorder' | 'cancel';
/** Those that leave something to say. */
export type AskedStep = 'ship' | 'backorder' | 'cancel';

const steps: readonly Step[] = ['approve', 'pick', 'ship', 'deliver'];
const others: readonly Step[] = ['backorder', 'cancel'];
const tones: Readonly<Record<PrintOrderStatus, Tone>> = {requested: 'waiting', approved: 'info', picked: 'info', shipped: 'accent', delivered: 'success', backordered: 'warning', cancelled: 'neutral'};

export interface OrderView {
  readonly text: Words;
  /** The time now, in milliseconds since 1970. */
  readonly now: number;
  /** `undefined` where it is not known or does not matter any more. */
  readonly inStock: number | undefined;
  /** What is being asked about before it moves on. */
  readonly asking: AskedStep | undefined;
  /** Why that did not take effect. */
  readonly problem: string;
  readonly begin: (step: Step) => void;
  readonly keep: () => void;
  readonly send: (form: HTMLFormElement) => void;
}

/** One order: what, for whom, how it stands, and what comes next. */
export function renderOrder(order: PrintOrder, view: OrderView) {
  const {text, now, asking, begin} = view;
  const {id, asset, quantity, language, partnerOrg, requestedBy, status, reason, tracking, createdAt, actions} = order;
  const next = steps.filter(step => actions.includes(step));
  const rest = others.filter(step => actions.includes(step));
  return html`<li data-id=${id} data-status=${status}>
    <div class="about">
      <h3><bdi translate="no">${asset.title}</bdi></h3>
      <p><strong>${text.term('print_copies', quantity)}</strong>${language ? html` · ${toLanguageName(language, text.lang())}` : nothing} · <bdi translate="no">${partnerOrg.name}</bdi></p>
      <p class="muted">${requestedBy ? html`${text.term('print_orderedBy', requestedBy.name)} · ` : nothing}<time datetime=${createdAt}>${text.relativeTo(createdAt, now)}</time></p>
      ${renderStock(order, view)}
      ${reason ? html`<p class="muted" dir="auto" translate="no">${reason}</p>` : nothing}
      ${tracking ? html`<p>${text.term('print_tracking')}${text.colon}<bdi translate="no">${tracking.carrier}</bdi> ${safeUrl(tracking.url) ? html`<a href=${safeUrl(tracking.url) ?? nothing} target="_blank" rel="noopener noreferrer" translate="no">${tracking.number}</a>` : html`<bdi translate="no">${tracking.number}</bdi>`}</p>` : nothing}
      ${renderDetails(order, text)} ${asking ? renderAsked(asking, view) : nothing}
    </div>
    <portico-ui-badge tone=${tones[status]}>${text.term(`print_status_${status}`)}</portico-ui-badge>
    ${
      asking
        ? nothing
        : html`<div class="acts">
            ${next.map(step => html`<button class="button" type="button" @click=${() => begin(step)}>${text.term(`print_do_${step}`)}</button>`)}
            ${rest.length > 0 ? html`<portico-ui-menu label=${text.term('print_more', partnerOrg.name)} .items=${rest.map(step => ({id: step, label: text.term(`print_do_${step}`), danger: step === 'cancel'}))} @portico-ui-menu-select=${({id: step}: MenuSelectEvent) => begin(step as Step)}></portico-ui-menu>` : nothing}
          </div>`
    }
  </li>`;
}

/** Whether there are enough of them, while that is the question. */
function renderStock({actions, quantity}: PrintOrder, {text, inStock}: OrderView) {
  if (inStock === undefined || !actions.includes('approve')) return nothing;
  const words = text.term('print_inStock', text.number(inStock));
  return inStock < quantity ? html`<p class="attention">${warningIcon()}<span>${words}</span></p>` : html`<p class="muted">${words}</p>`;
}

function renderDetails({shipTo, note, costCentre, campaign}: PrintOrder, text: Words) {
  const lines = [shipTo.name, shipTo.company, shipTo.street, `${shipTo.postalCode} ${shipTo.city}`, shipTo.region, nameOf('region', shipTo.country, text.lang()), shipTo.phone].filter(Boolean);
  const facts: readonly (readonly [string, string | null])[] = [[text.term('print_note'), note], [text.term('print_costCentre'), costCentre], [text.term('print_campaign'), campaign]];
  return html`<details>
    <summary>${text.term('print_details')}</summary>
    <dl>
      <div><dt>${text.term('print_shipTo')}</dt><dd><address translate="no">${lines.map(line => html`<span dir="auto">${line}</span>`)}</address></dd></div>
      ${facts.map(([name, value]) => (value ? html`<div><dt>${name}</dt><dd dir="auto" translate="no">${value}</dd></div>` : nothing))}
    </dl>
  </details>`;
}

/** What is left to say before it moves on. */
function renderAsked(step: AskedStep, {text, problem, keep, send}: OrderView) {
  const submit = (event: Event) => {
    event.preventDefault();
    send(event.currentTarget as HTMLFormElement);
  };
  return html`<form novalidate @submit=${submit}>
    ${
      step === 'ship'
        ? html`<div class="pair">
              <portico-ui-field name="carrier" required label=${text.term('print_carrier')} max-length="80"></portico-ui-field>
              <portico-ui-field name="number" required label=${text.term('print_number')} max-length="80"></portico-ui-field>
            </div>
            <portico-ui-field name="url" kind="url" optional label=${text.term('print_url')} max-length="2000"></portico-ui-field>`
        : html`<portico-ui-field name="reason" kind="textarea" required label=${text.term('print_reason')} help=${text.term('print_reasonHelp')} max-length="500"></portico-ui-field>`
    }
    <p class="problem" aria-live="assertive">${problem ? html`${dangerIcon()}<span>${problem}</span>` : nothing}</p>
    <p class="acts">
      <button class="button" type="submit" data-variant=${step === 'cancel' ? 'danger' : 'primary'}>${text.term(`print_confirm_${step}`)}</button>
      <button class="button" type="button" data-variant="quiet" @click=${keep}>${text.term('print_keep')}</button>
    </p>
  </form>`;
}
