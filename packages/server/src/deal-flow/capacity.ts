import {sql} from 'kysely';
import type {Scope} from '../database/scope.ts';
import {problem} from '../problem.ts';
import {takeReceiptTurn} from '../receipt/issue-receipt.queries.ts';
import {benefitOf, type DealPartner, type DealProgram} from './deal-program.queries.ts';

/** How many registrations of a partner take up its capacity: all that wait for a decision or are protected. */
export async function countOpenDeals({db, tenantId}: Scope, partnerOrgId: string): Promise<number> {
  const {open} = await db
    .selectFrom('deal_registration')
    .select(sql<number>`count(*)::int`.as('open'))
    .where('tenant_id', '=', tenantId)
    .where('partner_org_id', '=', partnerOrgId)
    .where('tab', 'in', ['in_review', 'protected'])
    .executeTakeFirstOrThrow();
  return open;
}

/**
 * Makes sure that a partner may have one more open registration, until the commit: submissions and transfers take the programme's turn before they count, so that no two of them see the
 * same last place free.
 *
 * @param scope - Of the system (`elevated`).
 * @throws ProblemError `deal_capacity_reached`.
 */
export async function refuseOverCapacity(scope: Scope, program: DealProgram, partner: DealPartner, detail?: string): Promise<void> {
  const capacity = benefitOf(program, partner)?.capacity ?? null;
  if (capacity === null) return;
  await takeReceiptTurn(scope);
  if ((await countOpenDeals(scope, partner.id)) >= capacity) throw problem('deal_capacity_reached', detail === undefined ? {} : {detail});
}
