import type {PointsLiability, Redemption, Reward} from '@portico/contract';
import {html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {LiveQuery} from '../../base/live-query.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {Localize} from '../../strings/localize.ts';
import {deskRewardsStrings} from '../../strings/program-desk-rewards.strings.ts';
import {DeskPart, type Reading} from './desk-part.ts';

const limit = 100;
/** So many of those that are done are shown. */
const pastMost = 10;

/**
 * What is owed for points, the rewards that partners ask for, and the catalogue. Inside the desk only.
 *
 * @tag portico-program-desk-rewards
 */
export class ProgramDeskRewards extends DeskPart {
  /** `null`: a new one. */
  @state() private edited: Reward | null = null;
  @state() private open: 'reward' | 'scheme' | undefined;

  readonly #text = new Localize(this, deskRewardsStrings);
  readonly #ready = new WordsReady(this, this.#text);
  /** `null` for who may not know it. */
  readonly #liability = new LiveQuery<[], PointsLiability | null>(this, {
    args: () => [],
    read: async ({client}, _, signal) => (this.decides('redemption:write') ? client.redemptions.liability({}, {signal}) : null),
    refreshOn: ['points_entry', 'redemption', 'program'],
  });
  readonly #waiting = new LiveQuery<[], readonly Redemption[]>(this, {
    args: () => [],
    read: async ({client}, _, signal) => (await client.redemptions.list({status: ['requested', 'approved'], limit}, {signal})).items.toReversed(),
    refreshOn: 'redemption',
  });
  readonly #past = new LiveQuery<[], readonly Redemption[]>(this, {
    args: () => [],
    read: async ({client}, _, signal) => (await client.redemptions.list({status: ['fulfilled', 'failed', 'cancelled'], limit: pastMost}, {signal})).items,
    refreshOn: 'redemption',
  });
  readonly #rewards = new LiveQuery<[], readonly Reward[]>(this, {
    args: () => [],
    read: async ({client}, _, signal) => (await client.rewards.list({limit}, {signal})).items,
    refreshOn: ['reward', 'redemption'],
  });

  protected override get words() {
    return this.#text;
  }

  protected override get readings(): readonly Reading[] {
    return [this.#liability, this.#waiting, this.#past, this.#rewards];
  }

  protected override render() {
    if (!this.#ready.done) return nothing;
    return html`${this.renderState() ?? this.#content()} ${this.renderAsked()} ${this.#dialogs()}`;
  }

  #content() {
    const text = this.#text;
    const [waiting, past, rewards] = [this.#waiting.value ?? [], this.#past.value ?? [], this.#rewards.value ?? []];
    const add = this.decides('reward:write') ? this.button('new-reward', text.term('newReward'), text.term('newReward'), () => this.#show('reward', null)) : nothing;
    return html`${this.#owed()}
      <section aria-label=${text.term('requests')}>
        <h3 class="group">${text.term('requests')}</h3>
        ${waiting.length === 0 ? html`<p class="row muted">${text.term('noRequests')}</p>` : html`<ul>${repeat(waiting, ({id}) => id, each => this.#redemption(each))}</ul>`}
      </section>
      <section aria-label=${text.term('rewards')}>
        <div class="group"><h3>${text.term('rewards')}</h3>${add}</div>
        ${rewards.length === 0 ? html`<portico-ui-empty-state heading=${text.term('noRewards')} text=${text.term('noRewardsText')}></portico-ui-empty-state>` : html`<ul>${repeat(rewards, ({id}) => id, each => this.#reward(each))}</ul>`}
      </section>
      ${past.length === 0
        ? nothing
        : html`<section aria-label=${text.term('past')}>
            <h3 class="group">${text.term('past')}</h3>
            <ul>${repeat(past, ({id}) => id, each => this.#redemption(each))}</ul>
          </section>`}`;
  }

  /** The liability: what partners can still ask for, and what that is worth. */
  #owed() {
    const text = this.#text;
    const liability = this.#liability.value;
    if (!liability) return nothing;
    const {points, reserved, partners, value, rate} = liability;
    return html`<div class="sum">
      <div>
        <p class="small muted">${text.term('liability')}</p>
        <p class="figure" part="liability">${text.number(points)}</p>
        <p class="facts small">
          ${value ? html`<strong class="figures">${text.term('worth', text.money(value))}</strong>` : html`<span class="muted">${text.term('noRate')}</span>`}<span class="muted">${text.term('partners', partners)}</span>${reserved > 0 ? html`<span class="muted">${text.term('ofThese', text.term('points', reserved))}</span>` : nothing}${rate ? html`<span class="muted">${text.term('rate', text.term('points', rate.points), text.money(rate))}</span>` : nothing}
        </p>
      </div>
      ${this.decides('points_account:write') ? this.button('scheme', text.term('changeScheme'), text.term('changeScheme'), () => this.#show('scheme', null)) : nothing}
    </div>`;
  }

  #redemption(redemption: Redemption) {
    const text = this.#text;
    const {id, version, reward, partnerOrg, person, status, points, note, answer, reason, createdAt, endedAt, actions} = redemption;
    const names = [partnerOrg.name, reward.name] as const;
    return html`<li class="row" part="row" data-id=${id}>
      <div class="what">
        <p><strong dir="auto" translate="no">${partnerOrg.name}</strong> <span dir="auto" translate="no">${reward.name}</span> <span class="state small muted" data-state=${status}>${text.term(`redemption_${status}`)}</span></p>
        <p class="facts small muted"><span class="figures">${text.term('points', points)}</span><span>${text.date(endedAt ?? createdAt, 'date')}</span>${person ? html`<span>${text.term('by', person.name)}</span>` : nothing}</p>
        ${[note, answer, reason].map(words => (words ? html`<p class="said small" dir="auto" translate="no">${words}</p>` : nothing))}
      </div>
      <div class="acts">
        ${actions.includes('approve') ? this.button('approve', text.term('approve'), text.term('approveOf', ...names), () => void this.act({action: 'approve', id}, () => this.portal?.client.redemptions.approve({id, version}), text.term('done_approve', partnerOrg.name))) : nothing}
        ${actions.includes('fulfil') ? this.button('fulfil', text.term('fulfil'), text.term('fulfilOf', ...names), () => this.#askFulfil(redemption)) : nothing}
        ${actions.includes('fail') ? this.button('fail', text.term('fail'), text.term('failOf', ...names), () => this.#askBack('fail', redemption), true) : nothing}
        ${actions.includes('cancel') ? this.button('cancel', text.term('cancelRequest'), text.term('cancelOf', ...names), () => this.#askBack('cancel', redemption), true) : nothing}
      </div>
    </li>`;
  }

  #reward(reward: Reward) {
    const text = this.#text;
    const {id, name, description, points, value, stock, isOffered} = reward;
    return html`<li class="row" part="row" data-id=${id}>
      <div class="what">
        <p><strong dir="auto" translate="no">${name}</strong> ${isOffered ? nothing : html`<span class="small muted">${text.term('notOffered')}</span>`}</p>
        ${description ? html`<p class="small" dir="auto" translate="no">${description}</p>` : nothing}
        <p class="facts small muted"><span class="figures">${text.term('points', points)}</span>${value ? html`<span class="figures">${text.term('worth', text.money(value))}</span>` : nothing}${stock === null ? nothing : html`<span>${text.term('inStock', stock)}</span>`}</p>
      </div>
      ${this.decides('reward:write') ? html`<div class="acts">${this.button('edit', text.term('edit'), text.term('editOf', name), () => this.#show('reward', reward), true)}</div>` : nothing}
    </li>`;
  }

  #show(open: 'reward' | 'scheme', reward: Reward | null) {
    this.edited = reward;
    this.open = open;
  }

  #dialogs() {
    const {edited, open, portal, program, currency} = this;
    const reward = this.#rewards.value?.find(({id}) => id === edited?.id) ?? edited;
    const closed = () => (this.open = undefined);
    const done = (sentence: string) => {
      this.refresh();
      this.say(sentence);
    };
    return html`<portico-program-desk-reward .portal=${portal} .program=${program} .currency=${currency} .reward=${reward} .open=${open === 'reward'} .saved=${(name: string) => done(this.#text.term('done_save', name))} @portico-ui-dialog-close=${closed}></portico-program-desk-reward>
      <portico-program-desk-scheme .portal=${portal} .program=${program} .currency=${currency} .open=${open === 'scheme'} .saved=${() => done(this.#text.term('done_scheme'))} @portico-ui-dialog-close=${closed}></portico-program-desk-scheme>`;
  }

  #askFulfil({id, version, partnerOrg, reward}: Redemption) {
    const text = this.#text;
    this.ask({
      heading: text.term('fulfilTitle', partnerOrg.name, reward.name),
      label: text.term('answer'),
      help: text.term('answerHelp'),
      optional: true,
      act: 'do-fulfil',
      button: text.term('doFulfil'),
      cancel: text.term('back'),
      send: answer => void this.act({action: 'fulfil', id}, () => this.portal?.client.redemptions.fulfil({id, version, answer: answer || null}), text.term('done_fulfil', partnerOrg.name)),
    });
  }

  /** Asks why the points go back. */
  #askBack(action: 'fail' | 'cancel', {id, version, partnerOrg, reward}: Redemption) {
    const text = this.#text;
    this.ask({
      heading: text.term(`${action}Title`, partnerOrg.name, reward.name),
      label: text.term('why'),
      help: text.term('partnersRead'),
      danger: true,
      act: `do-${action}`,
      button: text.term(action === 'fail' ? 'doFail' : 'doCancel'),
      cancel: text.term('back'),
      send: reason => void this.act({action, id}, () => this.portal?.client.redemptions[action]({id, version, reason}), text.term(`done_${action}`, partnerOrg.name)),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-program-desk-rewards': ProgramDeskRewards;
  }
}
