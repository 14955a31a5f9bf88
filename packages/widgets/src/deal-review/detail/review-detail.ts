import type {ConflictCase, DealActivity, DealForm, DealRegistration, EvidenceFile, Page, Program, Receipt, SimilarDeal} from '@portico/contract';
import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {LiveQuery} from '../../base/live-query.ts';
import {PortalWidget} from '../../base/portal-widget.ts';
import {WordsReady} from '../../base/words-ready.ts';
import {dealReviewStrings} from '../../strings/deal-review.strings.ts';
import {Localize} from '../../strings/localize.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import {chevronStartIcon, closeIcon, searchIcon} from '../../ui/icon/icons.ts';
import type {DealReviewActs} from '../deal-review.acts.ts';
import type {DealReviewAction, Reader} from '../deal-review.model.ts';
import {explainProblem} from '../deal-review.words.ts';
import {renderApproval} from './approval.view.ts';
import {renderOpenChanges} from './changes.view.ts';
import {renderConflict} from './conflict.view.ts';
import {BeginEvent, LeaveEvent, type Beginning} from './detail.events.ts';
import {detailStyles} from './detail.styles.ts';
import {EvidenceFetch} from './evidence.controller.ts';
import {renderEvidence, renderReceipts} from './evidence.view.ts';
import {renderFacts} from './facts.view.ts';
import {renderActions, renderHead} from './head.view.ts';
import type {Other} from './similar.model.ts';
import {similarStyles} from './similar.styles.ts';
import {renderSimilar} from './similar.view.ts';
import {storyStyles} from './story.styles.ts';
import {renderStory} from './story.view.ts';

const pageSize = 50;

/**
 * One registration in full, beside the queue: how it stands, who looks like the same customer, who has to approve, what was registered, and all that happened.
 * Inside the desk only.
 *
 * @tag portico-deal-review-detail
 * @fires {BeginEvent} portico-deal-review-begin - Somebody wants to act on the registration.
 * @fires {LeaveEvent} portico-deal-review-leave - Somebody wants to close it.
 */
export class ReviewDetail extends PortalWidget {
  static override styles = [sharedStyles, buttonStyles, detailStyles, similarStyles, storyStyles];

  /** `undefined` while it is being read. */
  @property({attribute: false}) deal?: DealRegistration | undefined;
  /** Why it could not be read. */
  @property({attribute: false}) error?: unknown;
  @property({attribute: false}) acts?: DealReviewActs;
  @property({attribute: false}) reader: Reader = {id: undefined, isAdmin: false};
  /** The time now, in milliseconds since 1970. */
  @property({attribute: false}) now = 0;

  /** Id of the similar one that is compared, where somebody chose it. */
  @state() private pairId: string | undefined;
  /** Pages of the story beyond the first. */
  @state() private earlier: {readonly dealId: string; readonly items: readonly DealActivity[]; readonly next: string | null} | undefined;
  @state() private reading = false;

  readonly #text = new Localize(this, dealReviewStrings);
  readonly #ready = new WordsReady(this, this.#text);
  readonly #files = new EvidenceFetch(this);
  #hadFocus = false;
  readonly #ofThis = ({resourceId}: {resourceId: string}) => resourceId === this.deal?.id;

  readonly #story = new LiveQuery<readonly [string], Page<DealActivity>>(this, {
    args: () => this.#args(),
    read: ({client}, [dealRegistrationId], signal) => client.dealActivities.list({dealRegistrationId, limit: pageSize}, {signal}),
    refreshOn: 'deal_registration',
    concerns: this.#ofThis,
  });

  readonly #receipts = new LiveQuery<readonly [string, string | null], Page<Receipt>>(this, {
    // A new submission has a new receipt; nothing else makes one.
    args: () => (this.deal?.number ? [this.deal.id, this.deal.submittedAt] : null),
    read: ({client}, [dealRegistrationId], signal) => client.receipts.list({dealRegistrationId, limit: 20}, {signal}),
    refreshOn: 'deal_registration',
    concerns: () => false,
  });

  /** What matched may change with any registration of the programme; only those on the list are worth a new reading. */
  readonly #similar = new LiveQuery<readonly [string], {items: SimilarDeal[]}>(this, {
    args: () => this.#args(),
    read: ({client}, [id], signal) => client.dealReviews.similar({id}, {signal}),
    refreshOn: 'deal_registration',
    concerns: ({resourceId}, known) => resourceId === this.deal?.id || (known?.items.some(({id}) => id === resourceId) ?? false),
  });

  readonly #other = new LiveQuery<readonly [id: string, kind: SimilarDeal['kind']], Other>(this, {
    args: () => {
      const pair = this.#pair;
      return pair ? [pair.id, pair.kind] : null;
    },
    read: async ({client}, [id, kind], signal) => (kind === 'account' ? {account: await client.accounts.get({id}, {signal})} : {deal: await client.dealRegistrations.get({id}, {signal})}),
    refreshOn: 'deal_registration',
    concerns: ({resourceId}) => resourceId === this.#pair?.id,
  });

  readonly #conflicts = new LiveQuery<readonly [string], Page<ConflictCase>>(this, {
    args: () => this.#args(),
    read: ({client}, [dealRegistrationId], signal) => client.conflictCases.list({dealRegistrationId, limit: 5}, {signal}),
    refreshOn: 'conflict_case',
  });

  readonly #form = new LiveQuery<readonly [], DealForm>(this, {
    args: () => ((this.deal?.answers.length ?? 0) > 0 ? [] : null),
    read: ({client}, _args, signal) => client.dealForm.get({}, {signal}),
    refreshOn: 'deal_form',
  });

  readonly #program = new LiveQuery<readonly [], Program>(this, {
    args: () => (this.deal?.stage ? [] : null),
    read: ({client}, _args, signal) => client.program.get({}, {signal}),
    refreshOn: 'program',
  });

  /** Puts the focus on the registration's title. */
  override focus() {
    void this.updateComplete.then(() => this.renderRoot.querySelector('h3')?.focus());
  }

  /** Puts the focus where a note is written, as soon as the registration is there. */
  async focusNote(): Promise<void> {
    for (let tries = 0; tries < 50; tries++) {
      await this.updateComplete;
      const note = this.renderRoot.querySelector<HTMLElement>('portico-deal-review-note');
      if (note) {
        note.scrollIntoView({block: 'nearest'});
        note.focus();
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  protected override willUpdate() {
    this.#hadFocus = (this.renderRoot as ShadowRoot | undefined)?.activeElement instanceof Element;
  }

  protected override updated() {
    // The button that was pressed is gone with what it did; the next one must not be pressed by the same key.
    if (this.#hadFocus && (this.renderRoot as ShadowRoot).activeElement === null && this.isConnected) this.renderRoot.querySelector('h3')?.focus();
  }

  protected override render() {
    const text = this.#text;
    const {deal, now, reader} = this;
    if (!deal || !this.#ready.done) {
      return html`<header class="bar">${this.#ready.done ? this.#renderLeave() : nothing}</header>
        ${
          this.error === undefined || deal
            ? html`<portico-ui-skeleton class="pad" kind="detail" rows="4"></portico-ui-skeleton>`
            : html`<portico-ui-empty-state tone="danger" heading=${explainProblem(this.error, text)}><span slot="icon">${searchIcon(20)}</span></portico-ui-empty-state>`
        }`;
    }
    const begin = (action: DealReviewAction, input: Beginning = {}) => this.dispatchEvent(new BeginEvent(action, deal, input));
    return html`<article aria-labelledby="title">
      <header class="bar">${this.#renderLeave()} ${renderActions(deal, reader, text, begin)}</header>
      ${renderHead(deal, now, text)} ${renderOpenChanges(deal.openChanges, text, (action, {id}) => begin(action, {changeId: id, preset: true}))}
      ${renderConflict(this.#conflict, deal, text, begin)}
      ${renderSimilar({
        deal,
        items: this.#similar.value?.items,
        chosen: this.#pair,
        other: this.#other.value,
        failed: this.#similar.value === undefined ? this.#similar.error !== undefined : this.#other.value === undefined && this.#other.error !== undefined,
        reader,
        text,
        choose: id => (this.pairId = id),
        begin,
      })}
      ${renderApproval(deal.review, now, text)} ${renderFacts(deal, this.#form.value, this.#program.value, text)}
      ${renderEvidence(deal, this.#files, (file, how) => void this.#openFile(file, how), text)} ${this.#renderStory(deal)} ${renderReceipts(this.#receipts.value?.items, text)}
    </article>`;
  }

  /** The similar one beside it: the chosen, else the most certain, conflicts first. */
  get #pair(): SimilarDeal | undefined {
    const items = this.#similar.value?.items;
    return items?.find(({id}) => id === this.pairId) ?? items?.find(({conflicts}) => conflicts) ?? items?.[0];
  }

  /** The open case, else the last one. */
  get #conflict(): ConflictCase | undefined {
    const items = this.#conflicts.value?.items;
    return items?.find(({status}) => status !== 'resolved') ?? items?.[0];
  }

  #renderLeave() {
    const text = this.#text;
    const leave = () => this.dispatchEvent(new LeaveEvent());
    return html`<button class="button back" type="button" data-variant="quiet" @click=${leave}>${chevronStartIcon()}${text.term('back')}</button>
      <button class="button leave" type="button" data-variant="quiet" data-icon-only aria-label=${text.term('closeDetail')} title=${text.term('closeDetail')} @click=${leave}>
        ${closeIcon(20)}
      </button>`;
  }

  #renderStory(deal: DealRegistration) {
    const text = this.#text;
    const first = this.#story.value;
    const earlier = this.earlier?.dealId === deal.id ? this.earlier : undefined;
    const next = earlier ? earlier.next : (first?.page.next ?? null);
    const known = new Set(first?.items.map(({id}) => id));
    const items = [...(first?.items ?? []), ...(earlier?.items ?? []).filter(({id}) => !known.has(id))];
    return html`<section aria-labelledby="story">
      <h4 id="story">${text.term('story')}</h4>
      <portico-deal-review-note .portal=${this.portal} .deal=${deal} .acts=${this.acts}></portico-deal-review-note>
      ${first ? renderStory(items, deal, this.now, text) : this.#story.error === undefined ? html`<portico-ui-skeleton rows="3"></portico-ui-skeleton>` : html`<p class="muted">${explainProblem(this.#story.error, text)}</p>`}
      ${next === null ? nothing : html`<button class="button" type="button" data-variant="quiet" ?disabled=${this.reading} @click=${() => this.#readEarlier(deal.id, next)}>${text.term('earlier')}</button>`}
    </section>`;
  }

  async #readEarlier(dealId: string, cursor: string) {
    const {portal} = this;
    if (!portal) return;
    this.reading = true;
    try {
      const page = await portal.client.dealActivities.list({dealRegistrationId: dealId, limit: pageSize, cursor});
      const before = this.earlier?.dealId === dealId ? this.earlier.items : [];
      this.earlier = {dealId, items: [...before, ...page.items], next: page.page.next};
    } catch (error) {
      portal.notify({tone: 'danger', text: explainProblem(error, this.#text)});
    } finally {
      this.reading = false;
    }
  }

  async #openFile(file: EvidenceFile, how: 'view' | 'download') {
    try {
      await this.#files.open(file, how);
    } catch (error) {
      this.portal?.notify({tone: 'danger', text: explainProblem(error, this.#text)});
    }
  }

  #args(): readonly [string] | null {
    return this.deal ? [this.deal.id] : null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-deal-review-detail': ReviewDetail;
  }
}
