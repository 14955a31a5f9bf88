import {payFrom} from '@portico/contract/points-account-rules';
import {sql} from 'kysely';
import type {Scope} from '../database/scope.ts';
import {nowText} from '../context.ts';
import {getLots} from '../points-account/points-account.queries.ts';
import type {OtherLine} from '../points-flow/ledger.queries.ts';
import {writeLines} from '../points-flow/tally.ts';
import {problem} from '../problem.ts';

/** Pays for a redemption, by a line for each lot that it takes from. The partner's account is held. @throws ProblemError `points_short` */
export async function pay(scope: Scope, {redemptionId, partnerOrgId, points}: {readonly redemptionId: string; readonly partnerOrgId: string; readonly points: number}): Promise<void> {
  const paid = payFrom(await getLots(scope, partnerOrgId), points);
  if (!paid) throw problem('points_short');
  const common = {kind: 'redemption', redemptionId, partnerOrgId, personId: scope.personId, step: 0, reason: 'redemption', occurredAt: nowText(scope.context)} as const;
  await writeLines(scope, paid.map((part, lot): OtherLine => ({...common, lot, points: -part.points, expiresAt: part.expiresAt})));
}

/** Gives back what was paid, by a line for each; points expire when they would have. */
export async function payBack(scope: Scope, redemptionId: string): Promise<void> {
  const {db, tenantId} = scope;
  const {rows} = await sql<{lot: number; points: number; partnerOrgId: string; personId: string | null; occurredAt: string; expiresAt: string | null}>`
    select lot, points, partner_org_id as "partnerOrgId", person_id as "personId", occurred_at as "occurredAt", expires_at as "expiresAt" from points_entry
    where tenant_id = ${tenantId}::uuid and redemption_id = ${redemptionId}::uuid and step = 0 order by lot`.execute(db);
  await writeLines(scope, rows.map((row): OtherLine => ({...row, kind: 'redemption', redemptionId, step: 1, points: -row.points, reason: 'redemption_returned'})));
}
