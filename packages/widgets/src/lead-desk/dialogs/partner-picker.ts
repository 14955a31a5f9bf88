import type {Lead, Page, PartnerOrg} from '@portico/contract';
import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {LiveQuery} from '../../base/live-query.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {leadDeskDetailStrings} from '../../strings/lead-desk-detail.strings.ts';
import {leadDeskDialogsStrings} from '../../strings/lead-desk-dialogs.strings.ts';
import {leadDeskStrings} from '../../strings/lead-desk.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {sharedStyles} from '../../theme/shared.styles.ts';
import {checkIcon, warningIcon} from '../../ui/icon/icons.ts';
import type {UiField} from '../../ui/field/field.ts';
import {toCountryName} from '../detail/detail.words.ts';
import {explainProblem} from '../lead-desk.words.ts';
import {findFailedChecks} from './eligibility.model.ts';
import {partnerPickerStyles} from './partner-picker.styles.ts';

const pauseMs = 200;
const pageSize = 50;

/**
 * Finds a partner by name and shows how much they have in work and, for given leads, why the rules would pass them over. Inside the desk only.
 *
 * @tag portico-lead-desk-partner-picker
 * @fires {Event} change - A partner was chosen.
 */
export class PartnerPicker extends PortalWidget {
  static override shadowRootOptions: ShadowRootInit = {...PortalWidget.shadowRootOptions, delegatesFocus: true};
  static override styles = [sharedStyles, partnerPickerStyles];

  /** The leads that are to be offered; none when any partner will do. */
  @property({attribute: false}) leads: readonly Lead[] = [];
  /** Ids of partners who had the lead before. */
  @property({attribute: false}) had: ReadonlySet<string> = new Set();
  /** The partner that is chosen. */
  @property({attribute: false}) value: PartnerOrg | undefined;
  @property() label = '';

  @state() private q = '';

  readonly #text = new Localize(this, leadDeskStrings);
  readonly #facts = new Localize(this, leadDeskDetailStrings);
  readonly #words = new Localize(this, leadDeskDialogsStrings);
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #partners = new LiveQuery<readonly [string], Page<PartnerOrg>>(this, {
    args: () => [this.q],
    read: ({client}, [q], signal) => client.partnerOrgs.list({limit: pageSize, ...(q && {q})}, {signal}),
    refreshOn: 'partner_org',
  });

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** Why the rules would pass over the chosen partner, over all leads. */
  get failed() {
    return this.value ? this.#failedOf(this.value) : [];
  }

  protected override render() {
    const text = this.#text;
    const words = this.#words;
    return html`<portico-ui-field
        kind="search"
        label=${words.term('searchPartners')}
        @input=${(event: Event) => this.#search((event.currentTarget as UiField).value)}
        @keydown=${(event: KeyboardEvent) => this.#onKeyDown(event)}
      ></portico-ui-field>
      <fieldset>
        <legend class="visually-hidden">${this.label || text.term('col_partner')}</legend>
        ${this.#partners.render({
          pending: () => html`<portico-ui-skeleton kind="text" rows="4"></portico-ui-skeleton>`,
          error: error => html`<p class="muted">${explainProblem(error, text)}</p>`,
          complete: ({items, page}) => html`${items.map(partner => this.#option(partner))}
            <p class="muted none" role="status">${items.length === 0 ? words.term('noPartnerFound') : page.next !== null ? words.term('moreFound') : html`<span class="visually-hidden">${words.term('partnersFound', items.length)}</span>`}</p>`,
        })}
      </fieldset>`;
  }

  #option(partner: PartnerOrg) {
    const text = this.#text;
    const words = this.#words;
    const {name, country, openLeads, partnership} = partner;
    const failed = this.#failedOf(partner);
    const capacity = partnership.capacity === null ? '' : text.number(partnership.capacity);
    const about = [country && toCountryName(country, text), words.term('openLeads', text.number(openLeads), capacity)].filter(Boolean).join(' · ');
    return html`<label class="option">
      <input type="radio" name="partner" .checked=${live(partner.id === this.value?.id)} @change=${() => this.#choose(partner)} />
      <span class="name" dir="auto">${name}</span>
      <span class="about muted">${about}</span>
      ${
        this.leads.length === 0 ? nothing
        : failed.length === 0 ? html`<span class="fits">${checkIcon()}${words.term('fits')}</span>`
        : html`<span class="fails">${warningIcon()}${text.list(failed.map(check => this.#facts.term(`failed_${check}`)), {type: 'unit'})}</span>`
      }
    </label>`;
  }

  #failedOf(partner: PartnerOrg) {
    return [...new Set(this.leads.flatMap(lead => findFailedChecks(lead, partner, this.had)))];
  }

  #choose(partner: PartnerOrg) {
    this.value = partner;
    this.dispatchEvent(new Event('change'));
  }

  #search(words: string) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.q = words.trim()), pauseMs);
  }

  /** From the search straight into the list; Enter does not send the form before a partner is chosen. */
  #onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    const option = this.renderRoot.querySelector<HTMLInputElement>('input[type=radio]');
    option?.focus();
    if (event.key === 'Enter') option?.click();
  }
}
