import type {Page, PartnerOrg, Person} from '@portico/contract';
import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {LiveQuery} from '../../base/live-query.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {dealReviewStrings} from '../../strings/deal-review.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {sharedStyles} from '../../theme/shared.styles.ts';
import type {UiField} from '../../ui/field/field.ts';
import {explainProblem, toCountryName} from '../deal-review.words.ts';
import {pickerStyles} from './picker.styles.ts';

const pauseMs = 200;
const pageSize = 50;

/** Somebody or some partner that can be chosen. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** What tells two of one name apart. */
  readonly about?: string | undefined;
}

/**
 * Finds a colleague at the vendor, or a partner, by name. Inside the desk only.
 *
 * @tag portico-deal-review-picker
 * @fires {Event} change - One was chosen.
 */
export class ReviewPicker extends PortalWidget {
  static override shadowRootOptions: ShadowRootInit = {...PortalWidget.shadowRootOptions, delegatesFocus: true};
  static override styles = [sharedStyles, pickerStyles];

  @property() kind: 'people' | 'partners' = 'people';
  /** Ids that cannot be chosen. */
  @property({attribute: false}) except: readonly string[] = [];
  /** Who is chosen. */
  @property({attribute: false}) value: Choice | undefined;
  @property() label = '';
  /** What is wrong with the choice. */
  @property() error = '';

  @state() private q = '';

  readonly #text = new Localize(this, dealReviewStrings);
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly #people = new LiveQuery<readonly [string], Page<Person>>(this, {
    args: () => (this.kind === 'people' ? [this.q] : null),
    read: ({client}, [q], signal) => client.people.list({side: 'vendor', limit: pageSize, ...(q && {q})}, {signal}),
    refreshOn: 'person',
  });

  readonly #partners = new LiveQuery<readonly [string], Page<PartnerOrg>>(this, {
    args: () => (this.kind === 'partners' ? [this.q] : null),
    read: ({client}, [q], signal) => client.partnerOrgs.list({limit: pageSize, ...(q && {q})}, {signal}),
    refreshOn: 'partner_org',
  });

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render() {
    const text = this.#text;
    const isPeople = this.kind === 'people';
    const views = {
      pending: () => html`<portico-ui-skeleton kind="text" rows="4"></portico-ui-skeleton>`,
      error: (error: unknown) => html`<p class="muted none">${explainProblem(error, text)}</p>`,
      complete: ({items, page}: Page<Person> | Page<PartnerOrg>) => this.#renderChoices(items.flatMap(item => this.#toChoice(item)), page.next !== null),
    };
    return html`<portico-ui-field
        kind="search"
        label=${text.term(isPeople ? 'searchPeople' : 'searchPartners')}
        @input=${(event: Event) => this.#search((event.currentTarget as UiField).value)}
        @keydown=${this.#onKeyDown}
      ></portico-ui-field>
      <fieldset aria-describedby="error">
        <legend class="visually-hidden">${this.label}</legend>
        ${isPeople ? this.#people.render(views) : this.#partners.render(views)}
      </fieldset>
      <p class="problem" id="error" aria-live="polite">${this.error || nothing}</p>`;
  }

  #renderChoices(choices: readonly Choice[], hasMore: boolean) {
    const text = this.#text;
    const none = this.kind === 'people' ? 'nobodyFound' : 'noPartnerFound';
    return html`${choices.map(
        choice => html`<label class="option">
          <input type="radio" name="choice" .checked=${live(choice.id === this.value?.id)} @change=${() => this.#choose(choice)} />
          <span class="name" dir="auto">${choice.name}</span><span class="about muted">${choice.about ?? nothing}</span>
        </label>`,
      )}
      <p class="muted none" role="status">${choices.length === 0 ? text.term(none) : hasMore ? text.term('moreFound') : nothing}</p>`;
  }

  /** A colleague is somebody who works at the vendor still. */
  #toChoice(item: Person | PartnerOrg): Choice[] {
    const {id, name} = item;
    if (this.except.includes(id)) return [];
    if (!('memberships' in item)) return [{id, name, about: item.country === null ? undefined : toCountryName(item.country, this.#text.lang())}];
    const own = item.memberships.find(({partnerOrgId}) => partnerOrgId === null);
    if (!own || !item.active) return [];
    const isMe = id === this.portal?.me?.person?.id;
    return [{id, name, about: isMe ? this.#text.term('myself') : own.roles.map(role => this.#roleName(role)).join(' · ')}];
  }

  #roleName(role: string): string {
    return (this.#text as unknown as {term(key: string): string | undefined}).term(`role_${role}`) ?? role;
  }

  #choose(choice: Choice) {
    this.value = choice;
    this.dispatchEvent(new Event('change'));
  }

  #search(words: string) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.q = words.trim()), pauseMs);
  }

  /** From the search straight into the list; Enter does not send the form before somebody is chosen. */
  readonly #onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    const option = this.renderRoot.querySelector<HTMLInputElement>('input[type=radio]');
    option?.focus();
    if (event.key === 'Enter') option?.click();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-deal-review-picker': ReviewPicker;
  }
}
