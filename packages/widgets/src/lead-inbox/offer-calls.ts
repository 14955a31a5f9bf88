import type {Client, Outbox, OutboxEntry, RouteName} from '@portico/client';
import type {DeclineReason, LeadOffer, LostReason, Money, PersonRef, ReturnReason} from '@portico/contract';
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

type OfferVerb = 'accept' | 'decline' | 'return' | 'convert' | 'closeWon' | 'closeLost' | 'reassign';

/** The calls of acts on offers, whoever carries them out: the client now, the outbox later. */
export type OfferCalls<Answer> = {readonly [Verb in OfferVerb]: (input: Parameters<Client['leadOffers'][Verb]>[0]) => Promise<Answer>};

const acts: Readonly<Record<OfferVerb, LeadInboxAct>> = {accept: 'accept', decline: 'decline', return: 'return', convert: 'convert', closeWon: 'close_won', closeLost: 'close_lost', reassign: 'reassign'};

/** The act behind a call, if it is one of these. */
export function actOf({resource, verb}: RouteName): LeadInboxAct | undefined {
  return resource === 'leadOffers' && verb in acts ? acts[verb as OfferVerb] : undefined;
}

/** Makes the call of an act. */
export function sendAct<Answer>(calls: OfferCalls<Answer>, act: LeadInboxAct, {id, version}: Pick<LeadOffer, 'id' | 'version'>, input: ActInput): Promise<Answer> {
  const {reason = 'other', comment, contacted = false, assignee, dealName, amount, expectedCloseOn} = input;
  switch (act) {
    case 'accept':
      return calls.accept({id, version});
    case 'decline':
      return calls.decline({id, version, reason: reason as DeclineReason, contacted, comment});
    case 'return':
      return calls.return({id, version, reason: reason as ReturnReason, comment});
    case 'close_lost':
      return calls.closeLost({id, version, reason: reason as LostReason, comment});
    case 'close_won':
      return calls.closeWon({id, version, amount, comment});
    case 'convert':
      return calls.convert({id, version, dealName, amount, expectedCloseOn});
    case 'reassign':
      return calls.reassign({id, version, assigneeId: assignee?.id ?? null, comment});
  }
}

/** The calls of acts on offers, into the outbox. */
export function toOutbox(outbox: Outbox): OfferCalls<OutboxEntry> {
  return {
    accept: input => outbox.add('leadOffers', 'accept', input),
    decline: input => outbox.add('leadOffers', 'decline', input),
    return: input => outbox.add('leadOffers', 'return', input),
    convert: input => outbox.add('leadOffers', 'convert', input),
    closeWon: input => outbox.add('leadOffers', 'closeWon', input),
    closeLost: input => outbox.add('leadOffers', 'closeLost', input),
    reassign: input => outbox.add('leadOffers', 'reassign', input),
  };
}
