import type {Badge, BadgeAward} from '@portico/contract';
import {html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {goalAmount, goalName} from '../../base/goal-text.ts';
import {LiveQuery} from '../../base/live-query.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {Localize} from '../../strings/localize.ts';
import {deskChallengesStrings} from '../../strings/program-desk-challenges.strings.ts';
import {DeskPart, type Reading} from './desk-part.ts';

const limit = 100;

/**
 * The programme's badges, who holds them, and the ways to give one by hand and to take one back. Inside the desk only.
 *
 * @tag portico-program-desk-badges
 */
export class ProgramDeskBadges extends DeskPart {
  /** What is open: an editor (`null`: of a new badge), or an award. */
  @state() private edited: Badge | null = null;
  @state() private open: 'edit' | 'award' | undefined;

  readonly #text = new Localize(this, deskChallengesStrings);
  readonly #ready = new WordsReady(this, this.#text);
  readonly #badges = new LiveQuery<[], readonly Badge[]>(this, {
    args: () => [],
    read: async ({client}, _, signal) => (await client.badges.list({limit}, {signal})).items,
    refreshOn: ['badge', 'badge_award'],
  });
  readonly #awards = new LiveQuery<[], readonly BadgeAward[]>(this, {
    args: () => [],
    read: async ({client}, _, signal) => (await client.badgeAwards.list({status: 'valid', limit}, {signal})).items,
    refreshOn: 'badge_award',
  });

  protected override get words() {
    return this.#text;
  }

  protected override get readings(): readonly Reading[] {
    return [this.#badges, this.#awards];
  }

  protected override render() {
    if (!this.#ready.done) return nothing;
    return html`${this.renderState() ?? this.#content()} ${this.renderAsked()} ${this.#dialogs()}`;
  }

  #content() {
    const text = this.#text;
    const [badges, awards] = [this.#badges.value ?? [], this.#awards.value ?? []];
    const add = this.decides('badge:write') ? this.button('new-badge', text.term('newBadge'), text.term('newBadge'), () => this.#show('edit', null)) : nothing;
    return html`<section aria-label=${text.term('badges')}>
        <div class="group"><h3>${text.term('badges')}</h3>${add}</div>
        ${badges.length === 0 ? html`<portico-ui-empty-state heading=${text.term('noBadges')} text=${text.term('noBadgesText')}></portico-ui-empty-state>` : html`<ul>${repeat(badges, ({id}) => id, badge => this.#badge(badge))}</ul>`}
      </section>
      ${awards.length === 0
        ? nothing
        : html`<section aria-label=${text.term('awards')}>
            <h3 class="group">${text.term('awards')}</h3>
            <ul>${repeat(awards, ({id}) => id, award => this.#award(award))}</ul>
          </section>`}`;
  }

  #badge(badge: Badge) {
    const text = this.#text;
    const {name, description, criterion, validForDays, isRetired, holders} = badge;
    const goal = criterion?.goal;
    return html`<li class="row" part="row" data-id=${badge.id}>
      <div class="what">
        <p><strong dir="auto" translate="no">${name}</strong> ${isRetired ? html`<span class="small muted">${text.term('retired')}</span>` : nothing}</p>
        ${description ? html`<p class="small" dir="auto" translate="no">${description}</p>` : nothing}
        <p class="facts small muted">
          <span>${goal ? `${goalName(text, goal)}${text.colon}${goalAmount(text, goal, goal.target)}` : text.term('byHand')}</span>${criterion?.withinDays ? html`<span>${text.term('withinDays', criterion.withinDays)}</span>` : nothing}
          <span>${validForDays === null ? text.term('validForEver') : text.term('validDays', validForDays)}</span><span>${text.term('holders', holders ?? 0)}</span>
        </p>
      </div>
      <div class="acts">
        ${this.decides('badge_award:write') && !isRetired ? this.button('award', text.term('award'), text.term('awardOf', name), () => this.#show('award', badge)) : nothing}
        ${this.decides('badge:write') ? this.button('edit', text.term('edit'), text.term('editOf', name), () => this.#show('edit', badge), true) : nothing}
      </div>
    </li>`;
  }

  #award(award: BadgeAward) {
    const text = this.#text;
    const {badge, partnerOrg, earnedAt, validUntil, challenge, note} = award;
    const day = (instant: string) => text.date(instant, 'date');
    return html`<li class="row" part="row" data-id=${award.id}>
      <div class="what">
        <p><strong dir="auto" translate="no">${partnerOrg.name}</strong> <span dir="auto" translate="no">${badge.name}</span></p>
        <p class="facts small muted">
          <span>${text.term('earnedOn', day(earnedAt))}</span><span>${validUntil === null ? text.term('validForEver') : text.term('validUntil', day(validUntil))}</span>${challenge ? html`<span dir="auto" translate="no">${challenge.name}</span>` : nothing}${note ? html`<span dir="auto" translate="no">${note}</span>` : nothing}
        </p>
      </div>
      ${this.decides('badge_award:write') ? html`<div class="acts">${this.button('revoke', text.term('revoke'), text.term('revokeOf', badge.name, partnerOrg.name), () => this.#askRevoke(award), true)}</div>` : nothing}
    </li>`;
  }

  #show(open: 'edit' | 'award', badge: Badge | null) {
    this.edited = badge;
    this.open = open;
  }

  #dialogs() {
    const {edited, open, portal, program, currency} = this;
    const badge = this.#badges.value?.find(({id}) => id === edited?.id) ?? edited;
    const closed = () => (this.open = undefined);
    const done = (sentence: string) => {
      this.refresh();
      this.say(sentence);
    };
    return html`<portico-program-desk-badge .portal=${portal} .program=${program} .currency=${currency} .badge=${badge} .open=${open === 'edit'} .saved=${(name: string) => done(this.#text.term('done_save', name))} @portico-ui-dialog-close=${closed}></portico-program-desk-badge>
      <portico-program-desk-badge-award .portal=${portal} .program=${program} .badge=${badge} .open=${open === 'award'} .awarded=${(partner: string) => done(this.#text.term('done_award', partner))} @portico-ui-dialog-close=${closed}></portico-program-desk-badge-award>`;
  }

  #askRevoke({id, version, badge, partnerOrg}: BadgeAward) {
    const text = this.#text;
    this.ask({
      heading: text.term('revokeTitle', badge.name, partnerOrg.name),
      label: text.term('why'),
      help: text.term('partnersRead'),
      danger: true,
      act: 'do-revoke',
      button: text.term('doRevoke'),
      cancel: text.term('cancel'),
      send: reason => void this.act({action: 'revoke', id}, () => this.portal?.client.badgeAwards.revoke({id, version, reason}), text.term('done_revoke', partnerOrg.name)),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-program-desk-badges': ProgramDeskBadges;
  }
}
