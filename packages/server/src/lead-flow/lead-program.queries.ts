import {LeadPolicy} from '@portico/contract';
import type {Scope} from '../database/scope.ts';

/** What leads need to know of their programme. */
export interface LeadProgram {
  readonly policy: LeadPolicy;
  readonly defaultPartnerOrgId: string | null;
  readonly levels: readonly {readonly id: string; readonly weight: number}[];
}

/**
 * Reads the programme's rules for leads.
 *
 * @param options.lock - Holds the programme's row until the commit, so that decisions which look at all partners (whose turn it is, who has room) are taken one
 * after another. Take it after the lock of a lead.
 */
export async function getLeadProgram({db, tenantId, programId}: Scope, {lock = false} = {}): Promise<LeadProgram> {
  const row = await db
    .selectFrom('program')
    .select(['lead_policy', 'default_partner_org_id', 'levels'])
    .where('tenant_id', '=', tenantId)
    .where('program_id', '=', programId)
    .$if(lock, query => query.forNoKeyUpdate())
    .executeTakeFirstOrThrow();
  return {
    policy: LeadPolicy.parse(row.lead_policy),
    defaultPartnerOrgId: row.default_partner_org_id,
    levels: row.levels as LeadProgram['levels'][number][],
  };
}
