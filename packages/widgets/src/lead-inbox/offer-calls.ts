import type {RouteName} from '@portico/client';
import type {DeclineReason, LeadOffer, LostReason, Money, PersonRef, ReturnReason} from '@portico/contract';
import type {Send} from '../base/send-or-keep.ts';
import type {LeadInboxAct} from './lead-inbox.model.ts';

/** What is filled in for an act; each takes what it needs. */
export interface ActInput {
  /** Decline, return and lost reasons of the contract. */
  readonly reason?: string | undefined;
  readonly comment?: string | undefined;
  /** Decline: the customer has heard from us already. */
  readonly contacted?: boolean | undefined;
  /** Reassign: the colleague, or `null` for anybody. */
  readonly assignee?: PersonRef | null | undefined;
  readonly dealName?: string | undefined;
  readonly amount?: Money | undefined;
  /** `2026-12-24` */
  readonly expectedCloseOn?: string | undefined;
}

const acts: Readonly<Record<string, LeadInboxAct>> = {accept: 'accept', decline: 'decline', return: 'return', convert: 'convert', closeWon: 'close_won', closeLost: 'close_lost', reassign: 'reassign'};

/** The act behind a call, if it is one of these. */
export function actOf({resource, verb}: RouteName): LeadInboxAct | undefined {
  return resource === 'leadOffers' ? acts[verb] : undefined;
}

/** Makes the call of an act. */
export function callAct(send: Send, act: LeadInboxAct, {id, version}: Pick<LeadOffer, 'id' | 'version'>, input: ActInput): Promise<LeadOffer> {
  const {reason = 'other', comment, contacted = false, assignee, dealName, amount, expectedCloseOn} = input;
  switch (act) {
    case 'accept':
      return send('leadOffers', 'accept', {id, version});
    case 'decline':
      return send('leadOffers', 'decline', {id, version, reason: reason as DeclineReason, contacted, comment});
    case 'return':
      return send('leadOffers', 'return', {id, version, reason: reason as ReturnReason, comment});
    case 'close_lost':
      return send('leadOffers', 'closeLost', {id, version, reason: reason as LostReason, comment});
    case 'close_won':
      return send('leadOffers', 'closeWon', {id, version, amount, comment});
    case 'convert':
      return send('leadOffers', 'convert', {id, version, dealName, amount, expectedCloseOn});
    case 'reassign':
      return send('leadOffers', 'reassign', {id, version, assigneeId: assignee?.id ?? null, comment});
  }
}
