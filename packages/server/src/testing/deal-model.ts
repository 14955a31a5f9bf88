import {dealCan, dealTransitions, type DealEvent, type DealPolicy, type DealStatus} from '@portico/contract';

const dayMs = 86_400_000;
const inReview: readonly DealStatus[] = ['submitted', 'under_review', 'action_required', 'pending_approval'];
const guarded: readonly DealStatus[] = ['approved', 'converted'];

/** What people try: the events of the table by the routes that make them happen. `submit` also answers, `assign` also changes the reviewer, `postpone` also reinstates. */
export const dealActs = [
  'update', 'submit', 'recall', 'withdraw', 'revise', 'set_stage', 'reassign', 'win', 'lose', 'request_extension', 'request_amendment',
  'assign', 'request_info', 'send_for_approval', 'approve', 'reject', 'mark_duplicate', 'cancel', 'convert', 'confirm_win', 'void', 'postpone', 'propose_transfer',
] as const satisfies readonly DealEvent[];
export type DealAct = (typeof dealActs)[number];

/** Acts that take no version: they ask for something and change nothing. */
export const withoutVersion: readonly DealAct[] = ['request_extension', 'request_amendment', 'propose_transfer'];

/** One registration of the model; all are of one customer and one product, each of another partner. */
export interface ModelDeal {
  status: DealStatus;
  hasNumber: boolean;
  /** Place in the queue. */
  place: number | null;
  /** The last place that had been handed out when it was won. */
  wonAt: number;
  revisions: number;
  infoDueMs: number;
  untilMs: number;
  fromMs: number;
  progressDueMs: number;
  /** How far the sale is, from the approval on. */
  stage: string | null;
  /** Kinds of requests that wait. */
  open: Set<string>;
  isWinConfirmed: boolean;
  /** Whether the second colleague has it. */
  isWithColleague: boolean;
}

/** What the registrations of one customer should do, written down a second time and without a database. */
export class DealModel {
  readonly deals: ModelDeal[];
  readonly #policy: DealPolicy;
  readonly #endOf: (day: string) => number;
  #nowMs: number;
  #places = 0;

  /** @param endOf - The last millisecond of a day where the programme is. */
  constructor(count: number, policy: DealPolicy, nowMs: number, endOf: (day: string) => number) {
    this.#policy = policy;
    this.#nowMs = nowMs;
    this.#endOf = endOf;
    this.deals = Array.from({length: count}, () => ({status: 'draft', hasNumber: false, place: null, wonAt: 0, revisions: 0, infoDueMs: Infinity, untilMs: Infinity, fromMs: 0, progressDueMs: Infinity, stage: null, open: new Set(), isWinConfirmed: false, isWithColleague: false}));
  }

  /** The day that is asked for when a protection is to be longer. */
  dayIn(days: number): string {
    return new Date(this.#nowMs + days * dayMs).toISOString().slice(0, 10);
  }

  /** The event that an act makes happen. */
  eventOf(act: DealAct, {status}: ModelDeal): DealEvent {
    if (act === 'submit' && status === 'action_required') return 'resubmit';
    if (act === 'assign' && status !== 'submitted') return 'change_reviewer';
    if (act === 'postpone' && status === 'expired') return 'reinstate';
    return act;
  }

  /** What an act is answered with: the code of a refusal, or `null`. */
  answerTo(act: DealAct, deal: ModelDeal, {isStale, days}: {readonly isStale: boolean; readonly days: number}): string | null {
    const event = this.eventOf(act, deal);
    const byPartner = dealTransitions[event].by === 'partner';
    if (!byPartner && this.#isPrivate(deal)) return 'deal_registration_not_found';
    if (isStale && !withoutVersion.includes(act)) return 'version_conflict';
    if (!dealCan(event, deal.status) || (byPartner && this.#endMs(deal) <= this.#nowMs)) return 'deal_status_conflict';
    switch (event) {
      case 'revise':
        return deal.revisions >= this.#policy.resubmissions ? 'deal_resubmissions_used' : null;
      case 'request_extension': {
        const until = this.#endOf(this.dayIn(days));
        const {maxTotalDays, minDaysBefore} = this.#policy.extension;
        const isAllowed = deal.untilMs !== Infinity && this.#nowMs <= deal.untilMs - minDaysBefore * dayMs && until > deal.untilMs && until < deal.fromMs + (maxTotalDays + 1) * dayMs;
        return isAllowed ? this.#unlessOpen(deal, 'extension') : 'deal_extension_not_allowed';
      }
      case 'request_amendment':
        return this.#unlessOpen(deal, 'amendment');
      case 'propose_transfer':
        return this.#unlessOpen(deal, 'transfer');
      case 'approve':
        if (deal.status === 'under_review' && this.#policy.approvalRules.length > 0) return 'deal_approval_needed';
        return this.#unlessProtected(deal);
      case 'confirm_win':
        return deal.isWinConfirmed ? 'deal_status_conflict' : null;
      case 'postpone':
        return deal.untilMs !== Infinity && this.#endOf(this.dayIn(days)) > deal.untilMs ? null : 'input_invalid';
      case 'reinstate':
        return this.#unlessProtected(deal);
      default:
        return null;
    }
  }

  /**
   * Lets an act happen that was not refused.
   *
   * @param asked - The days for which, and the stage to which, the acts ask that name one.
   */
  apply(act: DealAct, deal: ModelDeal, {days, stage}: {readonly days: number; readonly stage: string}): void {
    const event = this.eventOf(act, deal);
    this.#move(event, deal);
    switch (event) {
      case 'submit':
        deal.hasNumber = true;
        deal.place = ++this.#places;
        break;
      case 'win':
        deal.wonAt = this.#places;
        deal.stage = 'won';
        break;
      case 'lose':
        deal.stage = 'lost';
        break;
      case 'recall':
        deal.place = null;
        break;
      case 'revise':
        deal.revisions++;
        deal.place = null;
        break;
      case 'set_stage':
        // The stage it has already is no progress.
        if (stage !== deal.stage) deal.progressDueMs = this.#progressFromNow();
        deal.stage = stage;
        break;
      case 'request_info':
        deal.infoDueMs = this.#nowMs + this.#policy.infoDueDays * dayMs;
        break;
      case 'approve':
        deal.fromMs = this.#nowMs;
        deal.untilMs = this.#policy.protectionDays === null ? Infinity : this.#nowMs + this.#policy.protectionDays * dayMs;
        deal.progressDueMs = this.#progressFromNow();
        deal.stage = this.#policy.stages[0]?.key ?? null;
        break;
      case 'reinstate':
        deal.progressDueMs = this.#progressFromNow();
        deal.untilMs = this.#endOf(this.dayIn(days));
        break;
      case 'postpone':
        deal.untilMs = this.#endOf(this.dayIn(days));
        break;
      case 'request_extension':
      case 'request_amendment':
      case 'propose_transfer':
        deal.open.add(event === 'propose_transfer' ? 'transfer' : event.slice('request_'.length));
        break;
      case 'confirm_win':
        deal.isWinConfirmed = true;
        break;
      case 'reassign':
        deal.isWithColleague = !deal.isWithColleague;
        break;
      default:
    }
  }

  /** Time passes, and if the clock's work is done, what has run out ends. */
  advance(ms: number, isSwept: boolean): void {
    this.#nowMs += ms;
    if (!isSwept) return;
    for (const deal of this.deals) if (this.#endMs(deal) <= this.#nowMs) this.#move(deal.status === 'action_required' ? 'lapse' : 'expire', deal);
  }

  /** What the partner is told of its place. */
  standingOf(deal: ModelDeal): 'first' | 'behind' | null {
    if (!inReview.includes(deal.status)) return null;
    const place = deal.place ?? 0;
    const isAhead = (other: ModelDeal) => guarded.includes(other.status) || (other.status === 'won' && place <= other.wonAt) || (inReview.includes(other.status) && (other.place ?? 0) < place);
    return this.deals.some(other => other !== deal && isAhead(other)) ? 'behind' : 'first';
  }

  /** The end of the protection, or `null`. */
  untilOf(deal: ModelDeal): number | null {
    return guarded.includes(deal.status) && deal.untilMs !== Infinity ? deal.untilMs : null;
  }

  /** By when progress must be shown, or `null`. */
  progressDueOf(deal: ModelDeal): number | null {
    return guarded.includes(deal.status) && deal.progressDueMs !== Infinity ? deal.progressDueMs : null;
  }

  isProtected({status}: Pick<ModelDeal, 'status'>): boolean {
    return guarded.includes(status);
  }

  #move(event: DealEvent, deal: ModelDeal): void {
    deal.status = dealTransitions[event].to ?? deal.status;
    if (!guarded.includes(deal.status)) deal.open.clear();
  }

  #endMs(deal: ModelDeal): number {
    if (deal.status === 'action_required') return deal.infoDueMs;
    return guarded.includes(deal.status) ? Math.min(deal.untilMs, deal.progressDueMs) : Infinity;
  }

  #progressFromNow(): number {
    return this.#policy.progressWindowDays === null ? Infinity : this.#nowMs + this.#policy.progressWindowDays * dayMs;
  }

  #isPrivate({status, hasNumber}: ModelDeal): boolean {
    return status === 'draft' || (status === 'withdrawn' && !hasNumber);
  }

  #unlessOpen(deal: ModelDeal, kind: string): string | null {
    return deal.open.has(kind) ? 'deal_change_open' : null;
  }

  #unlessProtected(deal: ModelDeal): string | null {
    return this.deals.some(other => other !== deal && guarded.includes(other.status)) ? 'deal_already_protected' : null;
  }
}
