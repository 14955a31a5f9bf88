import type {LeadOfferRecord, Page} from '@portico/contract';
import {sql} from 'kysely';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';

/** One page of a lead's offers, newest first. Whether the lead may be seen is the caller's to decide. */
export async function listOffersOfLead(scope: Scope, {id, limit, cursor}: {readonly id: string; readonly limit: number; readonly cursor?: string | undefined}): Promise<Page<LeadOfferRecord>> {
  const {db, tenantId} = scope;
  const query = db
    .selectFrom('lead_offer as o')
    .innerJoin('partner_org as g', join => join.onRef('g.tenant_id', '=', 'o.tenant_id').onRef('g.partner_org_id', '=', 'o.partner_org_id'))
    .leftJoin('person as assignee', join => join.onRef('assignee.tenant_id', '=', 'o.tenant_id').onRef('assignee.person_id', '=', 'o.assignee_id'))
    .select([
      'o.lead_offer_id', 'o.status', 'o.exclusive', 'o.partner_org_id', 'g.name as partner_org_name', 'o.assignee_id', 'assignee.name as assignee_name', 'o.routed_by', 'o.offered_at', 'o.accept_by', 'o.act_by',
      'o.first_viewed_at', 'o.accepted_at', 'o.first_contact_at', 'o.last_activity_at', 'o.ended_at', 'o.end_reason', 'o.end_comment', 'o.version',
    ])
    .where('o.tenant_id', '=', tenantId)
    .where('o.lead_id', '=', id);
  const by = [{expression: sql.ref('o.offered_at'), type: 'timestamptz'}, {expression: sql.ref('o.lead_offer_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, query, {list: 'offers_of_lead', by, direction: 'desc', input: {limit, cursor, leadId: id}});
  return {
    items: rows.map(row => ({
      id: row.lead_offer_id,
      status: row.status,
      exclusive: row.exclusive,
      partnerOrg: {id: row.partner_org_id, name: row.partner_org_name},
      assignee: row.assignee_id === null ? null : {id: row.assignee_id, name: row.assignee_name ?? ''},
      routedBy: row.routed_by,
      offeredAt: row.offered_at,
      acceptBy: row.accept_by,
      actBy: row.act_by,
      firstViewedAt: row.first_viewed_at,
      acceptedAt: row.accepted_at,
      firstContactAt: row.first_contact_at,
      lastActivityAt: row.last_activity_at,
      endedAt: row.ended_at,
      endReason: row.end_reason,
      endComment: row.end_comment,
      version: row.version,
    })),
    page,
  };
}
