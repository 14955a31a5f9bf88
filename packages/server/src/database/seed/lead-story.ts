import {dealFromLead, type DeclineReason, type LostReason, type NewActivity, type NewLead, type NextStep, type ReturnReason, type WithdrawReason} from '@portico/contract';
import type {Context} from '../../context.ts';
import {draftDeal} from '../../deal-flow/draft-deal.ts';
import {acceptOffer} from '../../lead-flow/accept-offer.ts';
import {createLead} from '../../lead-flow/create-lead.ts';
import {closeLead, finish, letGo} from '../../lead-flow/end-offer.ts';
import {changeLead, changeOffer, moveOffer, openCase, openOffersOf, tellStory, type Doer, type LeadCase} from '../../lead-flow/lead-case.ts';
import {logActivity, noteOnLead} from '../../lead-flow/log-activity.ts';
import {publishNews, startNews} from '../../lead-flow/news.ts';
import {offerByHand} from '../../lead-flow/offer-by-hand.ts';
import {passDeadline} from '../../lead-flow/pass-deadline.ts';
import type {HeldOffer} from '../../lead-offer/held-offer.queries.ts';
import type {Scope} from '../scope.ts';

/**
 * Lets something happen to a lead in the past, by the very functions that requests and the clock use: between two acts, every reminder and deadline that falls
 * due happens as well.
 */
export class LeadStory {
  #held: LeadCase;

  private constructor(held: LeadCase) {
    this.#held = held;
  }

  /** The lead comes in. @param atMs - Milliseconds since 1970. */
  static async begin(scope: Scope, lead: NewLead, atMs: number, by: Doer): Promise<LeadStory> {
    const news = startNews();
    const then = scopeAt(scope, atMs);
    const {leadId} = await createLead(then, news, lead, {by, dedupe: false});
    const held = await openCase(then, news, leadId);
    if (!held) throw new Error('The lead that was just made is gone.');
    return new LeadStory(held);
  }

  /** The offer that is open now. */
  get offer(): HeldOffer | undefined {
    return openOffersOf(this.#held).at(-1);
  }

  /** Lets time pass. */
  async passTo(atMs: number): Promise<void> {
    for (;;) {
      const due = openOffersOf(this.#held)
        .filter(({dueAt}) => dueAt !== null && Date.parse(dueAt) <= atMs)
        .sort((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))[0];
      if (!due?.dueAt) break;
      // Another offer of the lead may have happened later than this one fell due.
      this.#setClock(Math.max(Date.parse(due.dueAt), Date.parse(this.#held.now)));
      await passDeadline(this.#held, due);
    }
    this.#setClock(atMs);
  }

  /** Announces all of it. */
  async end(): Promise<void> {
    await publishNews(this.#held.scope, this.#held.news);
  }

  async view(personId: string): Promise<void> {
    const offer = this.#getOffer();
    if (offer.status !== 'offered') return;
    await moveOffer(this.#held, offer, 'view', {by: partner(personId), changes: {first_viewed_at: this.#held.now, first_viewed_by: personId, unread: false}});
    await changeLead(this.#held);
  }

  async accept(personId: string): Promise<void> {
    await acceptOffer(this.#held, this.#getOffer(), partner(personId));
  }

  async log(personId: string, entry: NewActivity & {readonly nextStep?: NextStep | null}): Promise<void> {
    await logActivity(this.#held, this.#getOffer(), entry, partner(personId));
  }

  async assign(personId: string, by: string): Promise<void> {
    await moveOffer(this.#held, this.#getOffer(), 'reassign', {by: partner(by), changes: {assignee_id: personId, unread: true}, wholeOrg: true});
    await changeLead(this.#held);
  }

  async decline(personId: string, reason: DeclineReason, comment: string): Promise<void> {
    await letGo(this.#held, this.#getOffer(), 'decline', {by: partner(personId), reason, ...(comment ? {comment} : {}), changes: {end_contacted: false}});
  }

  async giveBack(personId: string, reason: ReturnReason, comment: string): Promise<void> {
    await letGo(this.#held, this.#getOffer(), 'return', {by: partner(personId), reason, comment});
  }

  async withdraw(personId: string, reason: WithdrawReason, comment: string): Promise<void> {
    await letGo(this.#held, this.#getOffer(), 'withdraw', {by: vendor(personId), reason, comment});
  }

  async convert(personId: string): Promise<void> {
    const {scope, news, lead} = this.#held;
    const {title, company, contact, products, estimatedValue} = lead.details;
    const offer = this.#getOffer();
    const origin = {source: 'vendor_assigned', leadId: lead.id, leadOfferId: offer.id} as const;
    const {deal} = await draftDeal(scope, news, {partnerOrgId: offer.partnerOrgId, ownerId: personId, draftedBy: 'partner', ...origin, name: title, ...dealFromLead({company, contact, products}), estimatedAmount: estimatedValue}, partner(personId));
    await finish(this.#held, offer, 'convert', {by: partner(personId), changes: {deal_registration_id: deal.deal_registration_id}});
  }

  async win(personId: string, comment: string): Promise<void> {
    await finish(this.#held, this.#getOffer(), 'close_won', {by: partner(personId), comment});
  }

  async lose(personId: string, lostReason: LostReason, comment: string): Promise<void> {
    await finish(this.#held, this.#getOffer(), 'close_lost', {by: partner(personId), reason: lostReason, lostReason, comment});
  }

  /** The vendor offers it to partners of their choice; to several at once it is a race. */
  async offerTo(partnerOrgIds: readonly string[], personId: string, withinHours: number): Promise<void> {
    for (const partnerOrgId of partnerOrgIds) {
      await offerByHand(this.#held, {id: this.#held.lead.id, version: this.#held.lead.version, partnerOrgId, acceptWithinHours: withinHours, override: true, exclusive: partnerOrgIds.length === 1}, vendor(personId));
    }
  }

  async note(personId: string, body: string): Promise<void> {
    await noteOnLead(this.#held, {kind: 'note', body, internal: true}, {by: vendor(personId)});
  }

  async quarantine(personId: string, comment: string): Promise<void> {
    await tellStory(this.#held, 'quarantine', {by: vendor(personId), data: {comment}});
    await changeLead(this.#held, {status: 'quarantined', attention: null});
  }

  async giveUp(personId: string, reason: LostReason): Promise<void> {
    await tellStory(this.#held, 'close', {by: vendor(personId), data: {reason}});
    await closeLead(this.#held, 'closed_lost', reason);
  }

  /** Leaves it unread, as after news that nobody has looked at. */
  async leaveUnread(): Promise<void> {
    await changeOffer(this.#held, this.#getOffer(), {unread: true});
  }

  #getOffer(): HeldOffer {
    const {offer} = this;
    if (!offer) throw new Error(`Nobody has the lead ${this.#held.lead.externalId ?? ''} now.`);
    return offer;
  }

  #setClock(atMs: number): void {
    this.#held = {...this.#held, scope: scopeAt(this.#held.scope, atMs), now: new Date(atMs).toISOString()};
  }
}

function scopeAt(scope: Scope, atMs: number): Scope {
  const context: Context = {...scope.context, now: () => atMs};
  return {...scope, context};
}

function partner(personId: string): Doer {
  return {side: 'partner', personId};
}

function vendor(personId: string): Doer {
  return {side: 'vendor', personId};
}
