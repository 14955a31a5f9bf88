import {dealTabOf, type DealEvent} from '@portico/contract';
import {sql} from 'kysely';
import type {Scope} from '../database/scope.ts';
import {closeOpenChanges} from '../deal-change/held-change.queries.ts';
import {skipOpenSteps} from '../deal-review/approval.queries.ts';
import type {DealCase} from './held-case.ts';
import {isProtected} from './deal-clock.rules.ts';
import {releaseProtection} from './protection.queries.ts';
import {tellDealStory, tellOfDeal, theClock} from './deal-story.ts';
import type {HeldDeal} from './held-deal.queries.ts';

/** Another registration of the same customer and of at least one of the same products that waits for a decision, is protected, or was won while this one stood in line. */
export type Rival = Pick<HeldDeal, 'deal_registration_id' | 'partner_org_id' | 'owner_id' | 'status' | 'number' | 'drafted_by' | 'distributor_id' | 'hide_from_distributor' | 'queue_number'>;

/** The rivals of a registration, protected ones and those with an earlier place in the queue first. The scope has to see all partners. */
export async function findRivals({db}: Scope, dealId: string): Promise<Rival[]> {
  const {rows} = await sql<Rival>`
    select deal_registration_id, partner_org_id, owner_id, status, number, drafted_by, distributor_id, hide_from_distributor, queue_number
    from deal_rivals(${dealId}::uuid) order by tab = 'protected' desc, queue_number, deal_registration_id`.execute(db);
  return rows;
}

/** Whether a registration with this place in the queue has somebody ahead, and whether the same partner has one of the same customer going on. The scope has to see all partners. */
export async function findStanding({db}: Scope, {deal_registration_id: id, partner_org_id: partnerOrgId}: Pick<HeldDeal, 'deal_registration_id' | 'partner_org_id'>, place: number | null): Promise<{readonly isBehind: boolean; readonly isRepeated: boolean}> {
  const {rows} = await sql<{isBehind: boolean; isRepeated: boolean}>`
    select coalesce(bool_or(tab <> 'in_review' or queue_number < ${place}::bigint), false) as "isBehind", coalesce(bool_or(partner_org_id = ${partnerOrgId}::uuid and status <> 'won'), false) as "isRepeated"
    from deal_rivals(${id}::uuid)`.execute(db);
  return rows[0] ?? {isBehind: false, isRepeated: false};
}

/** Whether one that waits is behind another: one that is protected, has won what it waits for, or has an earlier place. */
export async function isBehind({db}: Scope, {deal_registration_id: id, queue_number: place}: Pick<HeldDeal, 'deal_registration_id' | 'queue_number'>): Promise<boolean> {
  const {rows} = await sql<{isBehind: boolean}>`select deal_is_behind(${id}::uuid, ${place}::bigint) as "isBehind"`.execute(db);
  return rows[0]?.isBehind === true;
}

/** Those of some that wait that nobody is ahead of, in their order; with `beside`, nobody but that one. */
export async function findFirst({db}: Scope, waiting: readonly Rival[], beside: string | null = null): Promise<Rival[]> {
  if (waiting.length === 0) return [];
  const asked = waiting.map(({deal_registration_id: id, queue_number: place}) => ({id, place}));
  const {rows} = await sql<{id: string}>`
    select id from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as w (id uuid, place bigint) where not deal_is_behind(id, place, ${beside}::uuid)`.execute(db);
  const first = new Set(rows.map(({id}) => id));
  return waiting.filter(({deal_registration_id: id}) => first.has(id));
}

/** Whether a rival waits for a decision, rather than being protected or having won. */
export function isWaiting({status}: Pick<Rival, 'status'>): boolean {
  return dealTabOf(status) === 'in_review';
}

type Placed = Pick<HeldDeal, 'queue_number'>;

/** Whether one has an earlier place in the queue than another. */
export function isEarlier({queue_number: place}: Placed, {queue_number: other}: Placed): boolean {
  return place !== null && other !== null && place < other;
}

/** Releases what a registration protected and tells whoever waits behind it. Called by `moveDeal` with the row as it was before. */
export async function leaveQueue(held: DealCase, before: HeldDeal, event: DealEvent): Promise<void> {
  const [was, is] = [before.tab, held.deal.tab];
  if (was === 'protected' && is !== 'protected') {
    await releaseProtection(held);
    await closeOpenChanges(held);
  }
  if (before.status === 'pending_approval' && held.deal.status !== 'pending_approval' && is !== 'protected') await skipOpenSteps(held);
  // A win that is taken back was in the way until now.
  const wasInTheWay = was === 'in_review' || was === 'protected' || before.status === 'won';
  if (!wasInTheWay || is === 'in_review' || is === 'protected' || held.deal.status === before.status) return;
  const waiting = (await findRivals(held.scope, held.deal.deal_registration_id)).filter(isWaiting);
  if (event === 'win') await tellWhoIsTooLate(held, waiting);
  else await tellWhoIsFirst(held, waiting, before);
}

/** The last place that the programme's queue has handed out. */
export async function lastPlaceOf({db, tenantId, programId}: Scope): Promise<number> {
  const chain = await db.selectFrom('receipt_chain').select('last_sequence').where('tenant_id', '=', tenantId).where('program_id', '=', programId).executeTakeFirst();
  return chain?.last_sequence ?? 0;
}

/** Tells those that were behind one registration and now have nobody ahead: their owners and the vendor, never why. */
async function tellWhoIsFirst(held: DealCase, waiting: readonly Rival[], before: HeldDeal): Promise<void> {
  await tellIfFirst(held, waiting.filter(rival => isProtected(before.status) || (before.status === 'won' && isClosedTo(before, rival)) || isEarlier(before, rival)));
}

/** Tells those of some that wait that they are first, unless somebody is ahead of them. */
export async function tellIfFirst(held: DealCase, waiting: readonly Rival[]): Promise<void> {
  for (const rival of await findFirst(held.scope, waiting)) await tellRival(held, rival, 'next_in_queue');
}

/** Tells those that wait for what was just sold: the vendor still decides about each, and they need not wait for news that cannot be good. */
async function tellWhoIsTooLate(held: DealCase, waiting: readonly Rival[]): Promise<void> {
  for (const rival of waiting) if (isClosedTo(held.deal, rival)) await tellRival(held, rival, 'customer_decided');
}

async function tellRival(held: DealCase, rival: Rival, event: 'next_in_queue' | 'customer_decided'): Promise<void> {
  const told = {...held, deal: {...held.deal, ...rival}};
  await tellDealStory(told, event, {by: theClock});
  tellOfDeal(told, event);
}

function isClosedTo({closes_queue_to: last}: Pick<HeldDeal, 'closes_queue_to'>, {queue_number: place}: Placed): boolean {
  return last !== null && place !== null && place <= last;
}
