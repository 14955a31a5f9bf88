import type {DealContact, DealCustomer, DealLine, DealRegistration, Money, Page} from '@portico/contract';
import {sql} from 'kysely';
import {nowText} from '../context.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';
import type {DealPlace} from './deal-reader.rules.ts';
import {toDealRegistration} from './deal-registration.rows.ts';

/** A draft made from a lead. */
export interface NewDealRegistration {
  readonly id: string;
  readonly partnerOrgId: string;
  readonly ownerId: string | null;
  readonly leadId: string;
  readonly leadOfferId: string;
  readonly name: string;
  readonly customer: DealCustomer;
  readonly contact: DealContact;
  readonly lines: readonly DealLine[];
  readonly estimatedAmount: Money | null;
  readonly expectedCloseOn: string | null;
}

export async function insertDealRegistration({db, tenantId, programId, context}: Scope, deal: NewDealRegistration): Promise<void> {
  const now = nowText(context);
  await db
    .insertInto('deal_registration')
    .values({
      tenant_id: tenantId,
      deal_registration_id: deal.id,
      program_id: programId,
      partner_org_id: deal.partnerOrgId,
      status: 'draft',
      // The vendor found the customer, which other rules of the programme ask about later.
      source: 'vendor_assigned',
      owner_id: deal.ownerId,
      lead_id: deal.leadId,
      lead_offer_id: deal.leadOfferId,
      name: deal.name,
      customer: JSON.stringify(deal.customer),
      contact: JSON.stringify(deal.contact),
      lines: JSON.stringify(deal.lines),
      estimated_minor: deal.estimatedAmount?.amountMinor ?? null,
      estimated_currency: deal.estimatedAmount?.currency ?? null,
      expected_close_on: deal.expectedCloseOn,
      created_at: now,
      updated_at: now,
    })
    .execute();
}

/** The reader's deal registrations, newest first. */
export async function listDealRegistrations(scope: Scope, input: {readonly limit: number; readonly cursor?: string | undefined}): Promise<Page<DealRegistration>> {
  const by = [{expression: sql.ref('d.created_at'), type: 'timestamptz'}, {expression: sql.ref('d.deal_registration_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, dealRegistrations(scope), {list: 'deal_registration', by, direction: 'desc', input});
  return {items: rows.map(toDealRegistration), page};
}

/** One deal registration that the reader may see. */
export async function findDealRegistration(scope: Scope, id: string): Promise<DealRegistration | undefined> {
  const row = await dealRegistrations(scope).where('d.deal_registration_id', '=', id).executeTakeFirst();
  return row && toDealRegistration(row);
}

function dealRegistrations({db, tenantId, partnerOrgId, personId, seesWholeOrg}: Scope) {
  return db
    .selectFrom('deal_registration as d')
    .innerJoin('partner_org as g', join => join.onRef('g.tenant_id', '=', 'd.tenant_id').onRef('g.partner_org_id', '=', 'd.partner_org_id'))
    .leftJoin('person as p', join => join.onRef('p.tenant_id', '=', 'd.tenant_id').onRef('p.person_id', '=', 'd.owner_id'))
    .selectAll('d')
    .select(['g.name as partner_org_name', 'p.name as owner_name'])
    .where('d.tenant_id', '=', tenantId)
    .$if(partnerOrgId !== null, query => query.where('d.partner_org_id', '=', partnerOrgId))
    .$if(!seesWholeOrg, query => query.where('d.owner_id', '=', personId));
}

/** What decides who sees a registration, without a lock. Row-level security has its say already. */
export async function findDealPlace({db, tenantId}: Scope, id: string): Promise<DealPlace | undefined> {
  const row = await db
    .selectFrom('deal_registration')
    .select(['status', 'number', 'drafted_by', 'partner_org_id', 'owner_id', 'distributor_id', 'hide_from_distributor'])
    .where('tenant_id', '=', tenantId)
    .where('deal_registration_id', '=', id)
    .executeTakeFirst();
  return row as DealPlace | undefined;
}
