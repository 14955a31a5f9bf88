import {sql} from 'kysely';
import type {Scope} from '../database/scope.ts';

/** A registration, and whether somebody is ahead of it. */
export function dealRegistrations({db, tenantId}: Scope) {
  return db
    .selectFrom('deal_registration as d')
    .selectAll('d')
    .select(sql<boolean | null>`case when d.tab = 'in_review' then deal_is_behind(d.deal_registration_id, d.queue_number) end`.as('is_behind'))
    .where('d.tenant_id', '=', tenantId);
}

export type DealRow = Awaited<ReturnType<ReturnType<typeof dealRegistrations>['executeTakeFirstOrThrow']>>;
