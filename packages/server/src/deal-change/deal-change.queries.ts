import type {DealAmendment, DealChange, Page} from '@portico/contract';
import {sql} from 'kysely';
import {elevated} from '../database/elevate.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';
import {dealReaderOf, type DealReader} from '../deal-registration/deal-reader.rules.ts';
import {changeActionsOf, partyOf} from './deal-change.rules.ts';

/** The requests that the reader may know, newest first. */
export async function listChanges(scope: Scope, input: {readonly limit: number; readonly cursor?: string | undefined; readonly dealRegistrationId?: string | undefined; readonly open?: boolean | undefined}): Promise<Page<DealChange>> {
  const {dealRegistrationId, open} = input;
  let query = changes(scope);
  if (dealRegistrationId !== undefined) query = query.where('c.deal_registration_id', '=', dealRegistrationId);
  if (open !== undefined) query = query.where('c.status', open ? '=' : '<>', 'requested');
  const by = [{expression: sql.ref('c.created_at'), type: 'timestamptz'}, {expression: sql.ref('c.deal_change_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, query, {list: 'deal_change', by, direction: 'desc', input});
  return {items: await toChanges(scope, rows), page};
}

/** One request that the reader may know. */
export async function findChange(scope: Scope, id: string): Promise<DealChange | undefined> {
  return (await toChanges(scope, await changes(scope).where('c.deal_change_id', '=', id).execute()))[0];
}

/** The requests that wait, of registrations that the reader sees, by registration and oldest first. */
export async function findOpenChanges(scope: Scope, dealIds: readonly string[]): Promise<Map<string, DealChange[]>> {
  if (dealIds.length === 0) return new Map();
  const rows = await changes(scope).where('c.deal_registration_id', 'in', dealIds).where('c.status', '=', 'requested').orderBy('c.created_at').orderBy('c.deal_change_id').execute();
  return Map.groupBy(await toChanges(scope, rows), ({dealRegistrationId}) => dealRegistrationId);
}

/**
 * Requests of own registrations, and transfers that are offered to the organisation, whose registration it does not see yet: then its columns are NULL. A distributor sees its
 * resellers' deals and not what they ask the vendor for.
 */
function changes(scope: Scope) {
  const {db, tenantId, partnerOrgId, personId} = scope;
  const {side, seesWholeOrg} = dealReaderOf(scope);
  return db
    .selectFrom('deal_change as c')
    .leftJoin('deal_registration as d', join => join.onRef('d.tenant_id', '=', 'c.tenant_id').onRef('d.deal_registration_id', '=', 'c.deal_registration_id'))
    .leftJoin('partner_org as g', join => join.onRef('g.tenant_id', '=', 'c.tenant_id').onRef('g.partner_org_id', '=', 'c.to_partner_org_id'))
    .leftJoin('person as r', join => join.onRef('r.tenant_id', '=', 'c.tenant_id').onRef('r.person_id', '=', 'c.requested_by'))
    .leftJoin('person as p', join => join.onRef('p.tenant_id', '=', 'c.tenant_id').onRef('p.person_id', '=', 'c.decided_by'))
    .selectAll('c')
    .select(['d.partner_org_id', 'g.name as to_partner_name', 'r.name as requester_name', 'p.name as decider_name'])
    .where('c.tenant_id', '=', tenantId)
    .$if(side === 'partner', query =>
      query.where(eb => {
        const isOwn = eb('d.partner_org_id', '=', partnerOrgId);
        if (!seesWholeOrg) return eb.and([isOwn, eb('d.owner_id', '=', personId)]);
        return eb.or([isOwn, eb.and([eb('c.to_partner_org_id', '=', partnerOrgId), sql<boolean>`'giving_partner' = any(c.agreed_by)`])]);
      }),
    );
}

type ChangeRow = Awaited<ReturnType<ReturnType<typeof changes>['executeTakeFirstOrThrow']>>;

async function toChanges(scope: Scope, rows: readonly ChangeRow[]): Promise<DealChange[]> {
  const reader = dealReaderOf(scope);
  const offered = rows.filter(row => isOffered(reader, row)).map(row => row.deal_registration_id);
  const customers = await customersOf(scope, offered);
  return rows.map(row => toChange(reader, row, customers.get(row.deal_registration_id) ?? null));
}

/** Names of the customers of deals that are offered to the reader, whose rows they cannot read yet. */
async function customersOf(scope: Scope, dealIds: readonly string[]): Promise<Map<string, string | null>> {
  if (dealIds.length === 0) return new Map();
  const rows = await elevated(scope, ({db, tenantId}) => db.selectFrom('deal_registration').select(['deal_registration_id', 'customer']).where('tenant_id', '=', tenantId).where('deal_registration_id', 'in', dealIds).execute());
  return new Map(rows.map(({deal_registration_id: id, customer}) => [id, (customer as {name: string | null}).name]));
}

/** Row-level security shows a transfer to whoever would have the deal only when its partner has agreed. */
function isOffered({side, partnerOrgId}: DealReader, row: Pick<ChangeRow, 'to_partner_org_id'>): boolean {
  return side === 'partner' && row.to_partner_org_id !== null && row.to_partner_org_id === partnerOrgId;
}

/** Partners read neither each other's names nor who decides at the vendor. */
function toChange(reader: DealReader, row: ChangeRow, customerName: string | null): DealChange {
  const isVendor = reader.side === 'vendor';
  const offered = isOffered(reader, row);
  const isOwn = !offered && row.requested_side === 'partner';
  // Whose registration is not to be seen yet is not one's own.
  const party = partyOf(reader, row, row.partner_org_id ?? '');
  return {
    id: row.deal_change_id,
    dealRegistrationId: row.deal_registration_id,
    kind: row.kind as DealChange['kind'],
    status: row.status as DealChange['status'],
    protectedUntilOn: row.protected_until_on,
    amendment: row.amendment as DealAmendment | null,
    needsNewApproval: row.needs_new_approval,
    toPartnerOrg: row.to_partner_org_id !== null && (isVendor || offered) ? {id: row.to_partner_org_id, name: row.to_partner_name ?? ''} : null,
    customerName: offered ? customerName : null,
    note: row.note,
    requestedBy: row.requested_by !== null && (isVendor || isOwn) ? {id: row.requested_by, name: row.requester_name ?? ''} : null,
    requestedAt: row.created_at,
    decidedBy: row.decided_by !== null && (isVendor || (isOwn && row.status === 'withdrawn')) ? {id: row.decided_by, name: row.decider_name ?? ''} : null,
    decidedAt: row.decided_at,
    comment: isVendor || isOwn ? row.comment : null,
    agreedBy: row.agreed_by as DealChange['agreedBy'],
    actions: changeActionsOf(party, row),
    version: row.version,
  };
}
