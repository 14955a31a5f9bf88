import {canHappen, leadOfferTransitions, type LeadOfferEvent, type LeadOfferStatus, type LeadPolicy, type LeadStatus} from '@portico/contract';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export interface ModelOffer {
  /** Of the real offer, once it is known. */
  id: string | null;
  readonly partnerOrgId: string;
  readonly exclusive: boolean;
  readonly offeredAtMs: number;
  status: LeadOfferStatus;
  acceptByMs: number;
  actByMs: number;
  idleByMs: number;
}

/** What may happen to the lead by the vendor's word. */
export type VendorAct = 'route' | 'recycle' | 'quarantine' | 'close';

const open: readonly LeadOfferStatus[] = ['offered', 'viewed', 'accepted', 'working'];
const inWork: readonly LeadOfferStatus[] = ['accepted', 'working'];

/** What a lead and its offers must do, in memory and in a few lines: written from the rules as people tell them, not from the server's code. */
export class LeadModel {
  readonly offers: ModelOffer[] = [];
  status: LeadStatus = 'new';
  #nowMs: number;
  #recycledAtMs = 0;
  readonly #turns = new Map<string, number>();
  #turn = 0;
  /** In the order in which they were set up. */
  readonly partnerIds: readonly string[];
  readonly #policy: LeadPolicy;

  constructor(partnerIds: readonly string[], policy: LeadPolicy, nowMs: number) {
    this.partnerIds = partnerIds;
    this.#policy = policy;
    this.#nowMs = nowMs;
  }

  /** What an act on an offer is answered with: a problem code, or `null` when it succeeds. */
  answerTo(event: LeadOfferEvent, offer: ModelOffer, isStale: boolean): string | null {
    const {status} = offer;
    if (event === 'accept' || event === 'decline') {
      if (status === 'lost_race') return 'lead_offer_lost_race';
      if (status === 'expired') return 'lead_offer_expired';
      if ((status === 'offered' || status === 'viewed') && offer.acceptByMs <= this.#nowMs) return 'lead_offer_expired';
    }
    if (leadOfferTransitions[event].by === 'partner' && status === 'withdrawn') return 'lead_offer_withdrawn';
    if (isStale) return 'version_conflict';
    return canHappen(event, status) ? null : 'lead_offer_status_conflict';
  }

  /** Lets an event happen that was not refused. */
  apply(event: LeadOfferEvent, offer: ModelOffer): void {
    offer.status = leadOfferTransitions[event].to ?? offer.status;
    switch (event) {
      case 'accept':
        offer.actByMs = this.#nowMs + this.#policy.actSlaDays * dayMs;
        offer.idleByMs = this.#nowMs + this.#policy.idleLimitDays * dayMs;
        for (const rival of this.offers) if (rival !== offer && open.includes(rival.status)) rival.status = 'lost_race';
        this.status = 'accepted';
        break;
      case 'contact':
        this.status = 'working';
        this.logged(offer);
        break;
      case 'convert':
      case 'close_won':
      case 'close_lost':
        this.status = offer.status as LeadStatus;
        break;
      case 'decline':
      case 'expire':
      case 'reclaim':
        this.#isFree(this.#policy.autoReoffer);
        break;
      case 'withdraw':
      case 'return':
        this.#isFree(false);
        break;
      case 'time_out':
        if (this.#policy.onTimedOut === 'close_lost') this.status = 'closed_lost';
        else this.#isFree(true);
        break;
      default:
    }
  }

  /** An entry of the partner starts the idle clock again. */
  logged(offer: ModelOffer): void {
    offer.idleByMs = this.#nowMs + this.#policy.idleLimitDays * dayMs;
  }

  /** Time passes, and if the clock's work is done, deadlines pass in their order. */
  advance(ms: number, isSwept: boolean): void {
    this.#nowMs += ms;
    while (isSwept) {
      const due = this.offers.flatMap(offer => this.#deadlinesOf(offer)).filter(({atMs}) => atMs <= this.#nowMs).toSorted((a, b) => a.atMs - b.atMs)[0];
      if (!due) return;
      this.apply(due.event, due.offer);
    }
  }

  /** What offering the lead by hand is answered with. */
  answerToOffer(partnerOrgId: string, exclusive: boolean): string | null {
    const openNow = this.offers.filter(({status}) => open.includes(status));
    if (openNow.length > 0) {
      const isRace = !exclusive && openNow.every(offer => !offer.exclusive && !inWork.includes(offer.status));
      return isRace && !openNow.some(offer => offer.partnerOrgId === partnerOrgId) ? this.#eligibility(partnerOrgId) : 'lead_already_offered';
    }
    return ['new', 'routable', 'unroutable', 'recycled'].includes(this.status) ? this.#eligibility(partnerOrgId) : 'lead_not_routable';
  }

  offer(partnerOrgId: string, exclusive = true): void {
    this.offers.push({id: null, partnerOrgId, exclusive, offeredAtMs: this.#nowMs, status: 'offered', acceptByMs: this.#nowMs + this.#policy.acceptSlaHours * hourMs, actByMs: Infinity, idleByMs: Infinity});
    this.#turns.set(partnerOrgId, ++this.#turn);
    this.status = 'offered';
  }

  answerToVendor(act: VendorAct): string | null {
    if (this.offers.some(({status}) => open.includes(status))) return 'lead_already_offered';
    const isEnded = ['converted', 'closed_won', 'closed_lost'].includes(this.status);
    if (act === 'route') return ['new', 'routable', 'unroutable', 'recycled'].includes(this.status) ? null : 'lead_not_routable';
    if (act === 'recycle') return ['closed_lost', 'quarantined', 'unroutable'].includes(this.status) ? null : 'lead_not_routable';
    return isEnded ? 'lead_read_only' : null;
  }

  applyVendor(act: VendorAct): void {
    if (act === 'route') this.#route();
    else if (act === 'recycle') [this.status, this.#recycledAtMs] = ['recycled', this.#nowMs];
    else this.status = act === 'close' ? 'closed_lost' : 'quarantined';
  }

  #deadlinesOf(offer: ModelOffer): {event: LeadOfferEvent; offer: ModelOffer; atMs: number}[] {
    if (offer.status === 'offered' || offer.status === 'viewed') return [{event: 'expire', offer, atMs: offer.acceptByMs}];
    if (!inWork.includes(offer.status)) return [];
    return [{event: 'time_out', offer, atMs: offer.actByMs}, {event: 'reclaim', offer, atMs: offer.idleByMs}];
  }

  #isFree(goesOn: boolean): void {
    if (this.offers.some(({status}) => open.includes(status))) return;
    this.status = 'routable';
    if (goesOn) this.#route();
  }

  #route(): void {
    const [next] = this.partnerIds.toSorted().filter(id => this.#eligibility(id) === null).toSorted((a, b) => (this.#turns.get(a) ?? 0) - (this.#turns.get(b) ?? 0));
    if (next === undefined) this.status = 'unroutable';
    else this.offer(next);
  }

  #eligibility(partnerOrgId: string): string | null {
    const letGo: readonly LeadOfferStatus[] = ['expired', 'withdrawn', 'reclaimed', 'returned', 'timed_out', 'closed_lost'];
    const had = this.offers.some(offer => offer.partnerOrgId === partnerOrgId && (offer.status === 'declined' || (letGo.includes(offer.status) && offer.offeredAtMs >= this.#recycledAtMs)));
    return had ? 'partner_not_eligible' : null;
  }
}
