import type {Activity, Lead, LeadOffer, LeadOfferRecord, Page, RoutingDecision} from '@portico/contract';
import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {LiveQuery} from '../../base/live-query.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {leadDeskDetailStrings} from '../../strings/lead-desk-detail.strings.ts';
import {leadDeskStrings} from '../../strings/lead-desk.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import {chevronStartIcon, closeIcon, searchIcon, warningIcon} from '../../ui/icon/icons.ts';
import type {MenuSelectEvent} from '../../ui/menu/menu.events.ts';
import type {MenuItem} from '../../ui/menu/menu.ts';
import type {LeadDeskActs} from '../lead-desk.acts.ts';
import {actionsOf} from '../lead-desk.actions.ts';
import {hasOpenOffer, toneOf, type LeadDeskAction} from '../lead-desk.model.ts';
import {explainProblem, toValue} from '../lead-desk.words.ts';
import {BeginEvent, LeaveEvent} from './detail.events.ts';
import {detailStyles} from './detail.styles.ts';
import {renderFacts} from './facts.view.ts';
import {renderOffer, renderOtherOffers} from './offer.view.ts';
import {renderRouting} from './routing.view.ts';
import {renderTimeline} from './timeline.view.ts';
import {timelineStyles} from './timeline.styles.ts';

const pageSize = 50;

/**
 * One lead in full, beside the list: with whom it is, what is known, how it was routed, and all that happened. Inside the desk only.
 *
 * @tag portico-lead-desk-detail
 * @fires {BeginEvent} portico-lead-desk-begin - Somebody wants to act on the lead.
 * @fires {LeaveEvent} portico-lead-desk-leave - Somebody wants to close it.
 */
export class LeadDetail extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles, detailStyles, timelineStyles];

  /** `undefined` while it is being read. */
  @property({attribute: false}) lead?: Lead | undefined;
  /** Why it could not be read. */
  @property({attribute: false}) error?: unknown;
  @property({attribute: false}) acts?: LeadDeskActs;
  /** The time now, in milliseconds since 1970. */
  @property({attribute: false}) now = 0;

  /** Pages of the story beyond the first. */
  @state() private earlier: {readonly leadId: string; readonly items: readonly Activity[]; readonly next: string | null} | undefined;
  @state() private reading = false;

  readonly #text = new Localize(this, leadDeskStrings);
  readonly #words = new Localize(this, leadDeskDetailStrings);
  readonly #ready = new WordsReady(this, this.#words);

  readonly #activities = new LiveQuery<readonly [string], Page<Activity>>(this, {
    args: () => this.#args(),
    read: ({client}, [leadId], signal) => client.activities.listForLead({leadId, limit: pageSize}, {signal}),
    refreshOn: ['lead', 'lead_offer', 'activity'],
    // An activity does not say whose it is; a lead and its offer do.
    concerns: ({resource, resourceId}) => resource === 'activity' || resourceId === (resource === 'lead' ? this.lead?.id : this.lead?.offer?.id),
  });

  readonly #decisions = new LiveQuery<readonly [string], Page<RoutingDecision>>(this, {
    args: () => this.#args(),
    read: ({client}, [leadId], signal) => client.routingDecisions.list({leadId, limit: 20}, {signal}),
    refreshOn: 'lead',
    concerns: ({resourceId}) => resourceId === this.lead?.id,
  });

  /** The latest offer itself: the lead carries a summary, without what the partner plans and said. */
  readonly #latest = new LiveQuery<readonly [string], LeadOffer>(this, {
    args: () => (this.lead?.offer ? [this.lead.offer.id] : null),
    read: ({client}, [id], signal) => client.leadOffers.get({id}, {signal}),
    refreshOn: 'lead_offer',
    concerns: ({resourceId}) => resourceId === this.lead?.offer?.id,
  });

  /** Every offer, where there was more than one. */
  readonly #offers = new LiveQuery<readonly [string], Page<LeadOfferRecord>>(this, {
    args: () => ((this.lead?.offerCount ?? 0) > 1 ? this.#args() : null),
    read: ({client}, [id], signal) => client.leads.offers({id, limit: pageSize}, {signal}),
    refreshOn: ['lead', 'lead_offer'],
    concerns: ({resource, resourceId}, known) => (resource === 'lead' ? resourceId === this.lead?.id : (known?.items.some(({id}) => id === resourceId) ?? true)),
  });

  /** Puts the focus on the lead's title. */
  override focus() {
    void this.updateComplete.then(() => this.renderRoot.querySelector('h3')?.focus());
  }

  protected override render() {
    const text = this.#text;
    const words = this.#words;
    const {lead} = this;
    if (!lead || !this.#ready.done) {
      return html`<header class="bar">${this.#ready.done ? this.#renderLeave() : nothing}</header>
        ${
          this.error === undefined || lead
            ? html`<portico-ui-skeleton class="pad" kind="detail" rows="4"></portico-ui-skeleton>`
            : html`<portico-ui-empty-state tone="danger" heading=${explainProblem(this.error, text)}><span slot="icon">${searchIcon(20)}</span></portico-ui-empty-state>`
        }`;
    }
    const value = toValue(lead, text);
    return html`<article aria-labelledby="title">
      <header class="bar">${this.#renderLeave()} ${this.#renderActions(lead)}</header>
      <div class="top">
        <h3 id="title" tabindex="-1" dir="auto">${lead.title}</h3>
        <p class="tags">
          <portico-ui-badge tone=${toneOf(lead.status)}>${text.term(`status_${lead.status}`)}</portico-ui-badge>
          ${lead.priority === 'normal' ? nothing : html`<span class="tag" data-priority=${lead.priority}>${text.term(lead.priority)}</span>`}
          ${lead.score === null ? nothing : html`<span class="figures">${words.term('score', text.number(lead.score))}</span>`}
          ${value ? html`<span class="figures">${value}</span>` : nothing}
        </p>
        ${lead.attention === null ? nothing : html`<p class="attention">${warningIcon()}${text.term(`attention_${lead.attention}`)}</p>`}
      </div>
      ${renderOffer(lead, this.#latest.value, this.now, text, words)} ${renderFacts(lead, this.now, text, words)}
      ${this.#renderStory(lead)} ${renderRouting(this.#decisions.value?.items, words)} ${renderOtherOffers(lead, this.#offers.value?.items ?? [], text, words)}
    </article>`;
  }

  #renderLeave() {
    const words = this.#words;
    const leave = () => this.dispatchEvent(new LeaveEvent());
    return html`<button class="button back" type="button" data-variant="quiet" @click=${leave}>${chevronStartIcon()}${words.term('back')}</button>
      <button class="button leave" type="button" data-variant="quiet" data-icon-only aria-label=${words.term('closeDetail')} title=${words.term('closeDetail')} @click=${leave}>
        ${closeIcon(20)}
      </button>`;
  }

  #renderActions(lead: Lead) {
    const text = this.#text;
    const actions = actionsOf(lead);
    const begin = (action: LeadDeskAction) => this.dispatchEvent(new BeginEvent(action, lead));
    const button = (action: 'offer' | 'withdraw' | 'route' | 'recycle' | 'reoffer', primary = false) =>
      actions.has(action)
        ? html`<button class="button" type="button" data-variant=${primary ? 'primary' : 'secondary'} @click=${() => begin(action)}>${text.term(action)}</button>`
        : nothing;
    const rest: MenuItem[] = (['update', 'quarantine', 'close'] as const).filter(id => actions.has(id)).map(id => ({id, label: text.term(id)}));
    return html`<div class="actions">
      ${button('offer', true)} ${button('route')} ${button('recycle', !hasOpenOffer(lead))} ${button('reoffer')} ${button('withdraw')}
      ${rest.length === 0 ? nothing : html`<portico-ui-menu .items=${rest} @portico-ui-menu-select=${({id}: MenuSelectEvent) => begin(id as LeadDeskAction)}></portico-ui-menu>`}
    </div>`;
  }

  #renderStory(lead: Lead) {
    const text = this.#text;
    const words = this.#words;
    const first = this.#activities.value;
    const earlier = this.earlier?.leadId === lead.id ? this.earlier : undefined;
    const next = earlier ? earlier.next : (first?.page.next ?? null);
    const known = new Set(first?.items.map(({id}) => id));
    const items = [...(first?.items ?? []), ...(earlier?.items ?? []).filter(({id}) => !known.has(id))];
    return html`<section aria-labelledby="activity">
      <h4 id="activity">${words.term('activity')}</h4>
      <portico-lead-desk-note .lead=${lead} .acts=${this.acts} vendor=${this.portal?.me?.vendorName ?? ''}></portico-lead-desk-note>
      ${first ? renderTimeline(items, lead, this.now, text, words) : this.#activities.error === undefined ? html`<portico-ui-skeleton rows="3"></portico-ui-skeleton>` : html`<p class="muted">${explainProblem(this.#activities.error, text)}</p>`}
      ${next === null ? nothing : html`<button class="button" type="button" data-variant="quiet" ?disabled=${this.reading} @click=${() => this.#readEarlier(lead.id, next)}>${words.term('earlier')}</button>`}
    </section>`;
  }

  async #readEarlier(leadId: string, cursor: string) {
    const {portal} = this;
    if (!portal) return;
    this.reading = true;
    try {
      const page = await portal.client.activities.listForLead({leadId, limit: pageSize, cursor});
      const before = this.earlier?.leadId === leadId ? this.earlier.items : [];
      this.earlier = {leadId, items: [...before, ...page.items], next: page.page.next};
    } catch (error) {
      portal.notify({tone: 'danger', text: explainProblem(error, this.#text)});
    } finally {
      this.reading = false;
    }
  }

  #args(): readonly [string] | null {
    return this.lead ? [this.lead.id] : null;
  }
}
