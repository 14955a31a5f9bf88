import type {Program, TierCriterion, TierPolicy, TierRequirement} from '@portico/contract';
import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {LiveQuery} from '../../base/live-query.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {explain} from '../../base/standing-text.ts';
import {measureWords, metricWords, percentWords, windowWords} from '../../base/tier-words.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {Localize} from '../../strings/localize.ts';
import {levelsStrings} from '../../strings/program-desk-levels.strings.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import {standingStyles} from '../../theme/standing.styles.ts';
import {dangerIcon} from '../../ui/icon/icons.ts';
import {programDeskStyles} from '../program-desk.styles.ts';
import {levelsStyles} from './levels.styles.ts';

type Benefit = Program['dealPolicy']['levelBenefits'][number];

/**
 * What the programme's levels ask for and bring, with what was announced for later, and the ways to change both. Inside the desk only.
 *
 * @tag portico-program-desk-levels
 */
export class ProgramDeskLevels extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles, standingStyles, programDeskStyles, levelsStyles];

  @property({attribute: false}) program?: Program | undefined;

  @state() private open: 'terms' | 'benefits' | undefined;

  readonly #text = new Localize(this, levelsStrings);
  readonly #ready = new WordsReady(this, this.#text);
  readonly #policies = new LiveQuery<[], readonly TierPolicy[]>(this, {
    args: () => [],
    read: async ({client}, _, signal) => (await client.tierPolicies.list({limit: 20}, {signal})).items,
    refreshOn: 'tier_policy',
  });

  protected override render() {
    if (!this.#ready.done) return nothing;
    const text = this.#text;
    const policies = this.#policies.value;
    const {error} = this.#policies;
    if (!policies && error !== undefined) {
      return html`<portico-ui-empty-state tone="danger" heading=${text.term('failed')} text=${explain(text, error)}>
        <span slot="icon">${dangerIcon(20)}</span>
        <button slot="actions" class="button" type="button" @click=${() => this.#policies.refresh()}>${text.term('retry')}</button>
      </portico-ui-empty-state>`;
    }
    if (!policies) return html`<portico-ui-skeleton kind="list" rows="4"></portico-ui-skeleton>`;
    const now = new Date(this.portal?.now() ?? 0).toISOString();
    const current = policies.find(({effectiveFrom}) => effectiveFrom <= now);
    const levels = (this.program?.levels ?? []).toSorted((a, b) => a.rank - b.rank);
    return html`${this.#tools()} ${policies.filter(({effectiveFrom}) => effectiveFrom > now).toReversed().map(policy => this.#announced(policy))}
      <p class="state small muted">${current ? text.term('inEffect', text.number(current.number), text.date(current.effectiveFrom, 'date')) : text.term('noTerms')}</p>
      <ul>${levels.map(level => this.#level(level, current))}</ul>
      ${current ? html`<p class="state small muted">${this.#movesWords(current)}</p>` : nothing} ${this.#editors(policies[0] ?? null)}`;
  }

  #may(scope: string): boolean {
    return this.portal?.me?.scopes.includes(scope) ?? false;
  }

  #tools() {
    const text = this.#text;
    const [terms, benefits] = [this.#may('tier_policy:write'), this.#may('program:write')];
    if (!terms && !benefits) return nothing;
    return html`<div class="tools">
      ${benefits ? html`<button class="button" type="button" data-act="change-benefits" @click=${() => (this.open = 'benefits')}>${text.term('changeBenefits')}</button>` : nothing}
      ${terms ? html`<button class="button" type="button" data-act="change-terms" @click=${() => (this.open = 'terms')}>${text.term('changeTerms')}</button>` : nothing}
    </div>`;
  }

  #announced({number, effectiveFrom, terms}: TierPolicy) {
    const text = this.#text;
    const named = terms.requirements.map(({levelId}) => this.program?.levels.find(({id}) => id === levelId)?.name).filter(name => name !== undefined);
    return html`<p class="note" part="note" role="note"><span class="note-text">${text.term('announced', text.number(number), text.date(effectiveFrom, 'date'))} <span translate="no">${text.list(named)}</span></span></p>`;
  }

  #level({id, name}: Program['levels'][number], policy: TierPolicy | undefined) {
    const text = this.#text;
    const requirement = policy?.terms.requirements.find(({levelId}) => levelId === id);
    const benefit = this.program?.dealPolicy.levelBenefits.find(({levelId}) => levelId === id);
    const brings = benefit ? this.#benefitWords(benefit) : [];
    return html`<li class="row" part="row" data-id=${id}>
      <div class="what">
        <p><strong dir="auto" translate="no">${name}</strong> ${requirement && requirement.criteria.length > 1 ? html`<span class="small muted">${text.term('scoreOf', percentWords(text, requirement.minScore))}</span>` : nothing}</p>
        ${policy ? this.#asks(policy, requirement) : nothing} ${brings.length > 0 ? html`<p class="small">${text.term('brings', text.list(brings))}</p>` : nothing}
      </div>
    </li>`;
  }

  #asks(policy: TierPolicy, requirement: TierRequirement | undefined) {
    const text = this.#text;
    if (!requirement) return html`<p class="small muted">${text.term('byHand')}</p>`;
    if (requirement.criteria.length === 0) return html`<p class="small muted">${text.term('everybodyHas')}</p>`;
    const all = requirement.criteria.reduce((sum, {weight}) => sum + weight, 0);
    return html`<ul class="criteria small">
      ${requirement.criteria.map(
        criterion => html`<li>
          <span>${this.#criterionWords(policy, criterion)}</span>
          ${criterion.mandatory ? html`<span class="tag">${text.term('mandatory')}</span>` : nothing} ${all > 0 && requirement.criteria.length > 1 ? html`<span class="muted figures">${text.term('share', percentWords(text, (100 * criterion.weight) / all))}</span>` : nothing}
        </li>`,
      )}
    </ul>`;
  }

  #criterionWords({terms}: TierPolicy, criterion: TierCriterion) {
    const text = this.#text;
    return text.term(`asks_${criterion.operator}`, metricWords(text, criterion), measureWords(text, criterion, terms, criterion.target), windowWords(text, criterion)).trim();
  }

  #benefitWords({marginPercent, priceList, capacity, mdfPercent}: Benefit): string[] {
    const text = this.#text;
    return [
      ...(marginPercent === null ? [] : [`${text.term('margin')} ${percentWords(text, marginPercent)}`]),
      ...(priceList === null ? [] : [`${text.term('priceList')} ${priceList}`]),
      ...(capacity === null ? [] : [`${text.term('capacity')} ${text.number(capacity)}`]),
      ...(mdfPercent === null ? [] : [text.term('mdf', percentWords(text, mdfPercent))]),
    ];
  }

  #movesWords({terms: {promotion, graceDays, holdForYear}}: TierPolicy) {
    const text = this.#text;
    return `${text.term(`promotion_${promotion}`)}. ${text.term('grace', graceDays)} ${holdForYear ? text.term('held') : ''}`;
  }

  #editors(latest: TierPolicy | null) {
    const text = this.#text;
    const done = (sentence: string) => {
      this.#policies.refresh();
      this.portal?.notify({tone: 'success', text: sentence});
    };
    const closed = () => (this.open = undefined);
    return html`<portico-program-desk-terms exportparts="dialog" .portal=${this.portal} .program=${this.program} .policy=${latest} .open=${this.open === 'terms'} .saved=${({number, effectiveFrom}: TierPolicy) => done(text.term('announcedDone', text.number(number), text.date(effectiveFrom, 'date')))} @portico-ui-dialog-close=${closed}></portico-program-desk-terms>
      <portico-program-desk-benefits exportparts="dialog" .portal=${this.portal} .program=${this.program} .open=${this.open === 'benefits'} .saved=${() => done(text.term('benefitsDone'))} @portico-ui-dialog-close=${closed}></portico-program-desk-benefits>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-program-desk-levels': ProgramDeskLevels;
  }
}
