import {dealTabOf, type DealStatus, type SimilarDeal} from '@portico/contract';
import {sql} from 'kysely';
import {findSimilar} from '../claim-check/similar.queries.ts';
import {toProblem} from '../database/errors.ts';
import {planFor} from './approve-deal.ts';
import {moveDeal, theClock, type DealCase} from './deal-case.ts';
import {protectDeal} from './protect-deal.ts';
import {isBehind} from './queue.ts';

/** What a partner has had that shows it is not new. */
const provenStatuses: readonly DealStatus[] = ['approved', 'converted', 'won'];

/**
 * Approves a registration that was just submitted where the programme wants that: nothing looks like its customer, nobody has to approve it, and it is not the partner's
 * first. Everything else waits for a person.
 */
export async function approveWhatIsClear(held: DealCase): Promise<void> {
  const {scope, program, news, deal} = held;
  if (!program.policy.autoApprove || deal.status !== 'submitted' || planFor(held).length > 0 || !(await isProven(held))) return;
  if ((await isBehind(scope, deal)) || (await findSimilar(scope, deal)).some(isInTheWay)) return;
  const told = news.changes.length;
  await sql`savepoint clear`.execute(scope.db);
  try {
    await moveDeal(held, 'assign', {by: theClock});
    await protectDeal(held, {by: theClock});
  } catch (error) {
    // Somebody protected it at this very moment: then it waits like any other.
    if (toProblem(error)?.code !== 'deal_already_protected') throw error;
    await sql`rollback to savepoint clear`.execute(scope.db);
    news.changes.length = told;
    held.deal = deal;
  }
}

function isInTheWay({kind, status}: SimilarDeal): boolean {
  return kind === 'account' ? status !== 'prospect' : ['in_review', 'protected'].includes(dealTabOf(status as DealStatus));
}

async function isProven({scope: {db, tenantId}, deal}: DealCase): Promise<boolean> {
  const row = await db
    .selectFrom('deal_registration')
    .select('deal_registration_id')
    .where('tenant_id', '=', tenantId)
    .where('partner_org_id', '=', deal.partner_org_id)
    .where('deal_registration_id', '<>', deal.deal_registration_id)
    .where('status', 'in', provenStatuses)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
