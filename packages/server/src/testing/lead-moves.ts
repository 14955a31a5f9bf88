import {canHappen} from '@portico/contract';
import fc from 'fast-check';
import type {LeadModel, ModelOffer, VendorAct} from './lead-model.ts';

export const actEvents = ['view', 'accept', 'decline', 'withdraw', 'contact', 'return', 'convert', 'close_won', 'close_lost', 'log_activity'] as const;
export type ActEvent = (typeof actEvents)[number];

/** One thing that somebody tries. */
export type Move =
  | {readonly kind: 'act'; readonly event: ActEvent; readonly offer: ModelOffer; readonly isStale: boolean}
  | {readonly kind: 'vendor'; readonly act: VendorAct}
  | {readonly kind: 'offer'; readonly partner: number; readonly exclusive: boolean}
  | {readonly kind: 'wait'; readonly hours: number; readonly isSwept: boolean};

/** Numbers from which a move is made when its turn comes, because what is worth trying depends on what happened before. */
export interface Impulse {
  readonly pick: number;
  readonly partner: number;
  readonly exclusive: boolean;
  readonly isStale: boolean;
  readonly hours: number;
  readonly isSwept: boolean;
  /** Tries anything at all, mostly things that are refused. */
  readonly isWild: boolean;
}

export const anyImpulse: fc.Arbitrary<Impulse> = fc.record({
  pick: fc.nat({max: 1_000_000}),
  partner: fc.nat({max: 2}),
  exclusive: fc.boolean(),
  isStale: fc.constantFrom(false, false, false, false, false, false, true),
  hours: fc.constantFrom(1, 47, 24 * 8, 24 * 8, 24 * 15, 24 * 61),
  isSwept: fc.constantFrom(true, true, false),
  isWild: fc.constantFrom(false, false, false, true),
});

const vendorActs = ['route', 'recycle', 'quarantine', 'close'] as const;

/** Makes a move of an impulse, in the model's present state; nothing when the story is over. */
export function moveOf(model: LeadModel, impulse: Impulse): Move | undefined {
  const {pick, partner, exclusive, hours, isSwept, isWild} = impulse;
  const wait: Move = {kind: 'wait', hours, isSwept};
  const offerTo = (index: number): Move => ({kind: 'offer', partner: index, exclusive});
  const act = (event: ActEvent, of: ModelOffer): Move => ({kind: 'act', event, offer: of, isStale: impulse.isStale});
  const vendor = vendorActs.map((name): Move => ({kind: 'vendor', act: name}));
  if (isWild) return choose([...model.offers.flatMap(some => actEvents.map(event => act(event, some))), ...vendor, offerTo(partner), wait], pick) ?? wait;
  const open = model.offers.filter(({status}) => canHappen('withdraw', status));
  const partners = [0, 1, 2].filter(index => model.answerToOffer(model.partnerIds[index] ?? '', exclusive) === null);
  const some = choose(open, partner);
  if (!some && ['converted', 'closed_won'].includes(model.status)) return undefined;
  const offers = [...partners, ...partners].map(offerTo);
  if (!some) return choose([...offers, ...vendor.filter(move => move.kind === 'vendor' && model.answerToVendor(move.act) === null && move.act !== 'close'), wait], pick) ?? wait;
  // Endings for good are rare, so that stories are long.
  const likely: readonly ActEvent[] = some.status === 'offered' || some.status === 'viewed' ? ['view', 'accept', 'accept', 'accept', 'decline', 'withdraw'] : ['contact', 'log_activity', 'log_activity', 'return', 'withdraw', 'close_lost', pick % 3 === 0 ? 'convert' : 'contact', pick % 3 === 1 ? 'close_won' : 'log_activity'];
  return choose([...likely.map(event => act(event, some)), wait, wait, ...(some.exclusive ? [] : offers)], pick) ?? wait;
}

function choose<T>(from: readonly T[], pick: number): T | undefined {
  return from[pick % Math.max(1, from.length)];
}
