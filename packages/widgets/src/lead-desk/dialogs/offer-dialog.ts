import type {Lead, Page, PartnerOrg, Person, RoutingDecision, WithdrawReason} from '@portico/contract';
import {html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {LiveQuery} from '../../base/live-query.ts';
import type {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import type {UiField} from '../../ui/field/field.ts';
import type {Outcome} from '../lead-desk.acts.ts';
import type {OfferInput} from '../lead-desk.model.ts';
import {ActDialog} from './act-dialog.ts';
import type {PartnerPicker} from './partner-picker.ts';

/** Times to respond that can be chosen, in hours. */
const spans = [4, 24, 48, 72, 168, 336] as const;
const withdrawReasons = ['no_progress', 'customer_request', 'partner_request', 'sent_by_mistake', 'compliance', 'other'] as const satisfies WithdrawReason[];

/**
 * Offers leads to a partner by hand; with a lead that a partner has, takes it from them first. A partner whom the rules would pass over is shown with the
 * reasons and needs a second yes. Inside the desk only.
 *
 * @tag portico-lead-desk-offer-dialog
 */
export class OfferDialog extends ActDialog {
  @state() private partner: PartnerOrg | undefined;
  @state() private overrides = false;
  @state() private missing = false;
  @state() private assigneeId = '';
  @state() private hours = '';
  @state() private comment = '';
  @state() private reason = '';

  readonly #people = new LiveQuery<readonly [string], Page<Person>>(this, {
    args: () => (this.partner ? [this.partner.id] : null),
    read: ({client}, [partnerOrgId], signal) => client.people.list({partnerOrgId, limit: 100}, {signal}),
    refreshOn: 'person',
  });

  readonly #decisions = new LiveQuery<readonly [string], Page<RoutingDecision>>(this, {
    args: () => (this.leads.length === 1 && this.leads[0] ? [this.leads[0].id] : null),
    read: ({client}, [leadId], signal) => client.routingDecisions.list({leadId, limit: 100}, {signal}),
    refreshOn: 'lead',
    concerns: ({resourceId}) => resourceId === this.leads[0]?.id,
  });

  /** Partners who had the lead already; putting a lead back gives everybody another chance. */
  get #had(): ReadonlySet<string> {
    const [lead] = this.leads;
    if (!lead || lead.status === 'recycled') return new Set();
    const chosen = this.#decisions.value?.items.flatMap(({chosen}) => chosen?.id ?? []) ?? [];
    return new Set([...chosen, ...(lead.offer ? [lead.offer.partnerOrg.id] : [])]);
  }

  protected override renderForm() {
    const {words, facts} = this;
    const people = this.#people.value?.items.filter(({active}) => active) ?? [];
    return html`${this.kind === 'reoffer' ? this.#renderReason() : nothing}
      <portico-lead-desk-partner-picker
        ?autofocus=${this.kind === 'offer'}
        .portal=${this.portal}
        .leads=${this.possible}
        .had=${this.#had}
        .value=${this.partner}
        @change=${(event: Event) => this.#choose((event.target as PartnerPicker).value)}
      ></portico-lead-desk-partner-picker>
      ${this.missing ? html`<p class="problem" role="alert"><span>${words.term('choosePartner')}</span></p>` : nothing} ${this.#renderOverride()}
      <div class="pair">
        <portico-ui-field
          kind="select"
          label=${words.term('assignee')}
          ?disabled=${!this.partner}
          .value=${this.assigneeId}
          .options=${[{value: '', label: facts.term('anybody')}, ...people.map(({id, name}) => ({value: id, label: name}))]}
          @change=${(event: Event) => (this.assigneeId = (event.target as UiField).value)}
        ></portico-ui-field>
        <portico-ui-field
          kind="select"
          label=${words.term('timeToRespond')}
          .value=${this.hours}
          .options=${[{value: '', label: words.term('programDefault')}, ...spans.map(span => ({value: String(span), label: span < 48 ? words.term('hours', span) : words.term('days', span / 24)}))]}
          @change=${(event: Event) => (this.hours = (event.target as UiField).value)}
        ></portico-ui-field>
      </div>
      <portico-ui-field
        kind="textarea"
        optional
        max-length="1000"
        label=${words.term('comment')}
        help=${words.term('commentInternal')}
        .value=${this.comment}
        @input=${(event: Event) => (this.comment = (event.target as UiField).value)}
      ></portico-ui-field>`;
  }

  protected override renderConfirm() {
    const {words} = this;
    const key = this.#needsOverride ? 'do_override' : this.kind === 'reoffer' ? 'do_reoffer' : 'do_offer';
    return {label: words.term(key), variant: 'primary' as const, size: 'wide' as const};
  }

  protected override async readInput() {
    const {partner} = this;
    this.missing = !partner;
    const select = this.renderRoot.querySelector<UiField>('#reason');
    if (select && !(await select.validate())) {
      select.focus();
      return undefined;
    }
    if (!partner || (this.#needsOverride && !this.overrides)) {
      this.renderRoot.querySelector<HTMLElement>(partner ? 'portico-ui-checkbox' : 'portico-lead-desk-partner-picker')?.focus();
      return undefined;
    }
    return {
      partnerOrg: {id: partner.id, name: partner.name},
      ...(this.assigneeId && {assigneeId: this.assigneeId}),
      ...(this.hours && {acceptWithinHours: Number(this.hours)}),
      ...(this.overrides && {override: true}),
      ...(this.comment.trim() && {comment: this.comment.trim()}),
      ...(this.reason && {reason: this.reason}),
    };
  }

  protected override async perform(lead: Lead, {reason, ...offer}: OfferInput & {reason?: WithdrawReason}): Promise<Outcome> {
    return reason ? this.acts?.reoffer(lead, {reason}, offer) : this.acts?.offer(lead, offer);
  }

  protected override succeeded(lead: Lead) {
    this.acts?.sayOffered(lead);
  }

  /** Whether the rules speak against the partner, as this side sees it or as the server said. */
  get #needsOverride(): boolean {
    return this.#failed.length > 0 || this.problem?.code === 'partner_not_eligible' || this.problem?.code === 'lead_account_locked';
  }

  get #failed() {
    return this.renderRoot.querySelector<PartnerPicker>('portico-lead-desk-partner-picker')?.failed ?? [];
  }

  #renderOverride() {
    if (!this.partner || !this.#needsOverride) return nothing;
    const {words, facts} = this;
    return html`<div class="override">
      ${
        this.#failed.length > 0
          ? html`<p>${words.term('passedOver')}</p>
              <ul>
                ${this.#failed.map(check => html`<li>${facts.term(`failed_${check}`)}</li>`)}
              </ul>`
          : nothing
      }
      <portico-ui-checkbox
        label=${words.term('overrideLabel')}
        .checked=${this.overrides}
        @change=${(event: Event) => (this.overrides = (event.target as UiCheckbox).checked)}
      ></portico-ui-checkbox>
    </div>`;
  }

  #renderReason() {
    const {text, words} = this;
    return html`<p>${words.term('reofferHelp', this.possible[0]?.offer?.partnerOrg.name ?? '')}</p>
      <portico-ui-field
        id="reason"
        autofocus
        kind="select"
        required
        label=${words.term('reason')}
        .value=${this.reason}
        .options=${withdrawReasons.map(value => ({value, label: text.term(`reason_${value}`)}))}
        @change=${(event: Event) => (this.reason = (event.target as UiField).value)}
      ></portico-ui-field>`;
  }

  #choose(partner: PartnerOrg | undefined) {
    this.partner = partner;
    this.assigneeId = '';
    this.overrides = false;
    this.missing = false;
    this.problem = undefined;
  }
}
