import type {Badge, Challenge, ChallengeEntry} from '@portico/contract';
import {html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {LiveQuery} from '../../base/live-query.ts';
import {safeUrl} from '../../base/safe-url.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {Localize} from '../../strings/localize.ts';
import {deskChallengesStrings} from '../../strings/program-desk-challenges.strings.ts';
import {fileIcon, linkIcon} from '../../ui/icon/asset-icons.ts';
import {askWords, bringWords, timeWords} from './challenge-words.ts';
import {DeskPart, type Reading} from './desk-part.ts';
import {loadFile} from './load-file.ts';

const limit = 100;

/**
 * Proofs that wait for a review, and the programme's challenges with how many have won. Inside the desk only.
 *
 * @tag portico-program-desk-challenges
 */
export class ProgramDeskChallenges extends DeskPart {
  /** `null`: a new one. */
  @state() private edited: Challenge | null = null;
  @state() private editOpen = false;

  readonly #text = new Localize(this, deskChallengesStrings);
  readonly #ready = new WordsReady(this, this.#text);
  readonly #entries = new LiveQuery<[], readonly ChallengeEntry[]>(this, {
    args: () => [],
    read: async ({client}, _, signal) => (await client.challengeEntries.list({status: ['submitted'], limit}, {signal})).items.toReversed(),
    refreshOn: 'challenge_entry',
  });
  readonly #challenges = new LiveQuery<[], readonly Challenge[]>(this, {
    args: () => [],
    read: async ({client}, _, signal) => (await client.challenges.list({limit}, {signal})).items,
    refreshOn: ['challenge', 'challenge_entry'],
  });
  readonly #badges = new LiveQuery<[], readonly Badge[]>(this, {
    args: () => (this.editOpen && this.may('badge:read') ? [] : null),
    read: async ({client}, _, signal) => (await client.badges.list({limit}, {signal})).items,
    refreshOn: 'badge',
  });

  protected override get words() {
    return this.#text;
  }

  protected override get readings(): readonly Reading[] {
    return [this.#entries, this.#challenges];
  }

  protected override render() {
    if (!this.#ready.done) return nothing;
    return html`${this.renderState() ?? this.#content()} ${this.renderAsked()} ${this.#editor()}`;
  }

  #content() {
    const text = this.#text;
    const [entries, challenges] = [this.#entries.value ?? [], this.#challenges.value ?? []];
    const add = this.decides('challenge:write') ? this.button('new-challenge', text.term('newChallenge'), text.term('newChallenge'), () => this.#edit(null)) : nothing;
    return html`${entries.length === 0
        ? nothing
        : html`<section aria-label=${text.term('toReview')}>
            <h3 class="group">${text.term('toReview')}</h3>
            <ul>${repeat(entries, ({id}) => id, entry => this.#entry(entry))}</ul>
          </section>`}
      <section aria-label=${text.term('challenges')}>
        <div class="group"><h3>${text.term('challenges')}</h3>${add}</div>
        ${challenges.length === 0 ? html`<portico-ui-empty-state heading=${text.term('noChallenges')} text=${text.term('noChallengesText')}></portico-ui-empty-state>` : html`<ul>${repeat(challenges, ({id}) => id, challenge => this.#challenge(challenge))}</ul>`}
      </section>`;
  }

  /** A proof with what can be said of it. */
  #entry(entry: ChallengeEntry) {
    const text = this.#text;
    const {challenge, partnerOrg, person, submissions, submittedAt, link, files, actions} = entry;
    const isLink = safeUrl(link) !== undefined;
    return html`<li class="row" part="row" data-id=${entry.id}>
      <div class="what">
        <p><strong dir="auto" translate="no">${partnerOrg.name}</strong> <span dir="auto" translate="no">${challenge.name}</span></p>
        <p class="facts small muted">
          ${person ? html`<span translate="no">${person.name}</span>` : nothing}${submittedAt === null ? nothing : html`<span>${text.term('sentOn', text.date(submittedAt, 'date'))}</span>`}${submissions > 1 ? html`<span>${text.term('sentTimes', submissions)}</span>` : nothing}
        </p>
        ${entry.text ? html`<p class="said" dir="auto" translate="no">${entry.text}</p>` : nothing}
        ${isLink || files.length > 0
          ? html`<p class="proofs small">
              ${isLink ? html`<a href=${safeUrl(link) ?? nothing} target="_blank" rel="noopener noreferrer" translate="no">${linkIcon()}<bdi>${link}</bdi></a>` : nothing}
              ${files.map(file => html`<button class="link" type="button" aria-label=${text.term('openFile', file.fileName)} @click=${() => void this.#open(entry, file.id)}>${fileIcon()}<bdi translate="no">${file.fileName}</bdi></button>`)}
            </p>`
          : nothing}
      </div>
      <div class="acts">
        ${actions.includes('approve') ? this.button('approve', text.term('approve'), text.term('approveOf', partnerOrg.name, challenge.name), () => this.#approve(entry)) : nothing}
        ${actions.includes('reject') ? this.button('send-back', text.term('sendBack'), text.term('sendBackOf', partnerOrg.name, challenge.name), () => this.#askReject(entry), true) : nothing}
      </div>
    </li>`;
  }

  #challenge(challenge: Challenge) {
    const text = this.#text;
    const {name, status, phase, winners, maxWinners, submitted, reason, actions} = challenge;
    const stateWords = status === 'published' && phase ? text.term(`phase_${phase}`) : status === 'published' ? '' : text.term(`status_${status}`);
    const won = winners ?? 0;
    return html`<li class="row" part="row" data-id=${challenge.id}>
      <div class="what">
        <p><strong dir="auto" translate="no">${name}</strong> <span class="state small muted" data-state=${status === 'published' ? phase : status}>${stateWords}</span></p>
        <p class="facts small muted"><span>${askWords(text, challenge)}</span><span>${timeWords(text, challenge)}</span><span>${text.term('brings', bringWords(text, challenge))}</span></p>
        ${status === 'draft' || phase === 'upcoming'
          ? nothing
          : html`<p class="facts small"><span>${maxWinners === null ? text.term('winners', won) : text.term('ofMost', text.term('winners', won), text.number(maxWinners))}</span>${submitted ? html`<strong>${text.term('waiting', submitted)}</strong>` : nothing}</p>`}
        ${reason ? html`<p class="small" dir="auto">${reason}</p>` : nothing}
      </div>
      <div class="acts">
        ${actions.includes('publish') ? this.button('publish', text.term('publish'), text.term('publishOf', name), () => this.#move('publish', challenge)) : nothing}
        ${actions.includes('update') ? this.button('edit', text.term('edit'), text.term('editOf', name), () => this.#edit(challenge), true) : nothing}
        ${actions.includes('end') ? this.button('end', text.term('end'), text.term('endOf', name), () => this.#askEnd(challenge), true) : nothing}
        ${actions.includes('withdraw') ? this.button('withdraw', text.term('withdraw'), text.term('withdrawOf', name), () => this.#askWithdraw(challenge), true) : nothing}
      </div>
    </li>`;
  }

  #edit(challenge: Challenge | null) {
    this.edited = challenge;
    this.editOpen = true;
  }

  #editor() {
    const {edited} = this;
    // As it is now, when somebody else changes it meanwhile.
    const challenge = this.#challenges.value?.find(({id}) => id === edited?.id) ?? edited;
    return html`<portico-program-desk-challenge
      .portal=${this.portal}
      .program=${this.program}
      .currency=${this.currency}
      .challenge=${challenge}
      .badges=${this.#badges.value ?? []}
      .open=${this.editOpen}
      .saved=${(name: string) => {
        this.refresh();
        this.say(this.#text.term('done_save', name));
      }}
      @portico-ui-dialog-close=${() => (this.editOpen = false)}
    ></portico-program-desk-challenge>`;
  }

  /** Loads a file; its address is short-lived and asked for anew. */
  async #open({id}: ChallengeEntry, fileId: string) {
    await loadFile(this, this.#text, async () => (await this.portal?.client.challengeEntries.get({id}))?.files.find(file => file.id === fileId)?.downloadUrl ?? null);
  }

  #approve({id, version, partnerOrg}: ChallengeEntry) {
    void this.act({action: 'approve', id}, () => this.portal?.client.challengeEntries.approve({id, version}), this.#text.term('done_approve', partnerOrg.name));
  }

  #askReject({id, version, partnerOrg, challenge}: ChallengeEntry) {
    const text = this.#text;
    this.ask({
      heading: text.term('sendBackTitle', partnerOrg.name, challenge.name),
      label: text.term('why'),
      help: text.term('partnersRead'),
      act: 'do-send-back',
      button: text.term('doSendBack'),
      cancel: text.term('cancel'),
      send: reason => void this.act({action: 'reject', id}, () => this.portal?.client.challengeEntries.reject({id, version, reason}), text.term('done_reject', partnerOrg.name)),
    });
  }

  #move(action: 'publish' | 'end', {id, version, name}: Challenge) {
    void this.act({action, id}, () => this.portal?.client.challenges[action]({id, version}), this.#text.term(`done_${action}`, name));
  }

  #askEnd(challenge: Challenge) {
    const text = this.#text;
    this.ask({heading: text.term('endTitle', challenge.name), text: text.term('endText'), danger: true, act: 'do-end', button: text.term('doEnd'), cancel: text.term('cancel'), send: () => this.#move('end', challenge)});
  }

  #askWithdraw({id, version, name}: Challenge) {
    const text = this.#text;
    this.ask({
      heading: text.term('withdrawTitle', name),
      text: text.term('withdrawText'),
      label: text.term('why'),
      help: text.term('partnersRead'),
      danger: true,
      act: 'do-withdraw',
      button: text.term('doWithdraw'),
      cancel: text.term('cancel'),
      send: reason => void this.act({action: 'withdraw', id}, () => this.portal?.client.challenges.withdraw({id, version, reason}), text.term('done_withdraw', name)),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-program-desk-challenges': ProgramDeskChallenges;
  }
}
