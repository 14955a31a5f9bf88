import type {OwnPartnerEvent, PartnerEventFacts} from '@portico/contract';

/** Something that a partner did and that is to be recorded, once for its source. */
export interface PartnerAct {
  readonly event: string;
  /** Recorded by the product itself. */
  readonly isOwn: boolean;
  readonly partnerOrgId: string;
  readonly personId: string | null;
  readonly sourceId: string;
  readonly entityId: string | null;
  readonly facts: PartnerEventFacts;
  /** ISO text in UTC with milliseconds. */
  readonly occurredAt: string;
}

/** That what came from a source is taken back. */
export interface TakenBack {
  readonly event: string;
  readonly takesBack: string;
}

const noFacts: PartnerEventFacts = {amount: null, products: [], country: null, hours: null};

interface OwnAct {
  readonly partnerOrgId: string;
  readonly personId: string | null;
  readonly id: string;
  /** What it is about, when that is not the object itself. */
  readonly entityId?: string;
  readonly occurredAt: string;
  readonly facts?: Partial<PartnerEventFacts>;
}

/** An act that the product records: one for each object and event. */
export function ownAct(event: OwnPartnerEvent, {partnerOrgId, personId, id, entityId = id, occurredAt, facts = {}}: OwnAct): PartnerAct {
  return {event, isOwn: true, partnerOrgId, personId, sourceId: id, entityId, facts: {...noFacts, ...facts}, occurredAt};
}

/** Hours between two instants, to the hundredth; never below 0. */
export function hoursBetween(from: string, until: string): number {
  return Math.max(0, Math.round((Date.parse(until) - Date.parse(from)) / 36_000) / 100);
}
