import type {Challenge, Redemption, Reward} from '@portico/contract';
import {html} from 'lit';
import {property, state} from 'lit/decorators.js';
import {LaterPart} from '../base/later-part.ts';
import {act} from '../base/mutation.ts';
import {PortalWidget} from '../base/portal-widget.ts';
import {explain} from '../base/standing-text.ts';
import {WidgetClock} from '../base/widget-clock.ts';
import {challengesStrings} from '../strings/challenges.strings.ts';
import {Localize} from '../strings/localize.ts';
import {progressStyles} from '../theme/progress.styles.ts';
import {buttonStyles, hostStyles, sharedStyles} from '../theme/shared.styles.ts';
import {standingStyles} from '../theme/standing.styles.ts';
import {UiEmptyState} from '../ui/empty-state/empty-state.ts';
import {UiSkeleton} from '../ui/skeleton/skeleton.ts';
import {UiTabs} from '../ui/tabs/tabs.ts';
import {challengesPage} from './challenges-page.view.ts';
import {ChallengesController, type ChallengesTab} from './challenges.controller.ts';
import {type ChallengeActionDetail, ChallengeActionEvent} from './challenges.events.ts';
import {challengesStyles} from './challenges.styles.ts';
import type {ChallengesDialog, ChallengesView, LaterViews} from './challenges.view.ts';

/**
 * What a partner can achieve and what it brings: challenges with how far they are and how long they run, proofs that are sent and what the vendor said of them, badges
 * with their validity, and what points can be redeemed for. Stays current by the change feed.
 *
 * @tag portico-challenges
 * @fires {ChallengeActionEvent} portico-challenge-action - Somebody is about to join, to send a proof or to redeem. Cancel it and nothing is sent.
 * @fires {PorticoErrorEvent} portico-error - An act did not take effect. Cancel it to say so in the page's own way.
 * @slot pending - While the first challenges are read.
 * @slot empty - There is no challenge.
 * @slot error - The challenges could not be read.
 * @slot offline - There is no connection; beside the challenges when they were read before, else in their place.
 * @slot forbidden - The person may not see challenges.
 * @csspart balance - The points that can be redeemed.
 * @csspart level - The level by points.
 * @csspart challenge - One challenge.
 * @csspart reason - Why a proof was sent back.
 * @csspart badge - One badge.
 * @csspart reward - One reward.
 * @csspart redemption - One thing that was asked for.
 * @csspart dialog - Any dialog.
 * @csspart note - A line about the connection.
 */
export class Challenges extends PortalWidget {
  static override styles = [hostStyles, sharedStyles, buttonStyles, standingStyles, progressStyles, challengesStyles];
  static readonly parts = {'portico-ui-empty-state': UiEmptyState, 'portico-ui-skeleton': UiSkeleton, 'portico-ui-tabs': UiTabs};

  /**
   * Challenges, badges or rewards.
   *
   * @default 'challenges'
   */
  @property({reflect: true})
  get tab(): ChallengesTab {
    return this.challenges.wanted;
  }

  set tab(tab: ChallengesTab) {
    this.challenges.show(tab);
  }

  @state() private dialog: ChallengesDialog | undefined;
  @state() private dialogOpen = false;
  @state() private busy = false;

  /** Challenges, badges and rewards, without the view. */
  readonly challenges = new ChallengesController(this);
  readonly #text = new Localize(this, challengesStrings);
  readonly #clock = new WidgetClock(this);
  readonly #later = new LaterPart<LaterViews>(this, {
    load: async () => (await import('./challenges.later.ts')).laterPart(),
    text: this.#text,
    stands: () => this.challenges.status === 'ready',
  });

  /** The row on which somebody did something, and what was shown then. */
  #acted: {readonly id: string; readonly shown: readonly object[]} | undefined;

  protected override updated() {
    const acted = this.#acted;
    if (!acted || this.busy) return;
    // Until what was done is read: a button that was pressed goes then, and rows change places.
    if (acted.shown !== this.#shown) this.#acted = undefined;
    const {activeElement} = this.getRootNode() as Document | ShadowRoot;
    if (activeElement === null || activeElement === document.body) this.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(acted.id)}"]`)?.focus({preventScroll: true});
  }

  protected override render() {
    return html`<div class="root">${challengesPage(this.#view())}</div>`;
  }

  #view(): ChallengesView {
    const {challenges, portal, dialog, dialogOpen, busy} = this;
    return {
      challenges,
      portal,
      text: this.#text,
      now: this.#clock.now,
      later: this.#later.views,
      dialog,
      dialogOpen,
      busy,
      turn: tab => (this.tab = tab),
      join: challenge => void this.#send('join', challenge, () => challenges.join(challenge.id)),
      recall: challenge => void this.#recall(challenge),
      redeem: (reward, note) => void this.#redeem(reward, note),
      cancel: redemption => void this.#cancel(redemption),
      ask: asked => void this.#ask(asked),
      closeDialog: () => (this.dialogOpen = false),
      proofDone: (action, challenge) => this.#done(action, challenge.name),
    };
  }

  get #shown(): readonly object[] {
    const {tab, challenges, redemptions} = this.challenges;
    return tab === 'rewards' ? redemptions : challenges;
  }

  #recall(challenge: Challenge) {
    const entry = challenge.own?.entry;
    return entry ? this.#send('recall', challenge, () => this.challenges.recall(entry)) : undefined;
  }

  #redeem(reward: Reward, note: string | null) {
    return this.#send('redeem', reward, () => this.challenges.redeem(reward, note));
  }

  #cancel(redemption: Redemption) {
    return this.#send('cancel', {id: redemption.id, name: redemption.reward.name}, () => this.challenges.cancel(redemption));
  }

  async #ask(asked: ChallengesDialog) {
    if (!(await this.#later.load())) return this.#tell(this.#text.term('problem_network_error'));
    this.dialog = asked;
    this.dialogOpen = true;
  }

  async #send(action: Exclude<ChallengeActionDetail['action'], 'save' | 'submit'>, {id, name}: {readonly id: string; readonly name: string}, send: () => Promise<unknown>) {
    if (!this.dispatchEvent(new ChallengeActionEvent({action, id}))) return;
    const answer = await act<{readonly ok: true}>(this, {
      show: () => {
        this.busy = true;
        return () => (this.busy = false);
      },
      send: async () => {
        await send();
        return {ok: true};
      },
      explain: error => explain(this.#text, error),
      tell: sentence => this.#tell(sentence),
    });
    // A dialog gives the focus back by itself.
    if (action !== 'redeem') this.#acted = {id, shown: this.#shown};
    if (answer) this.#done(action, name);
    else this.challenges.retry();
    this.requestUpdate();
  }

  /** Says so, and reads what has changed. */
  #done(action: ChallengeActionDetail['action'], name: string) {
    this.dialogOpen = false;
    this.challenges.retry();
    this.portal?.notify({tone: 'success', text: this.#text.term(`done_${action}`, name)});
  }

  #tell(sentence: string) {
    this.portal?.notify({tone: 'danger', text: sentence});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-challenges': Challenges;
  }
}
