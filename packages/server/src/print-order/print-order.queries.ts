import {PrintOrderAction, printOrderCan, type Api, type AssetType, type Page, type PrintOrder, type PrintOrderStatus, type PrintStock, type RouteParsed} from '@portico/contract';
import {sql, type Selectable, type Updateable} from 'kysely';
import {readOwnRows} from '../asset-flow/own-rows.ts';
import {nowText} from '../context.ts';
import {readPage} from '../database/page.ts';
import type {AssetPrintTable, PrintOrderTable} from '../database/reach-tables.ts';
import type {Scope} from '../database/scope.ts';
import type {PastOrder} from './print-limit.rules.ts';

function orders({db, tenantId}: Scope) {
  return db
    .selectFrom('print_order as r')
    .innerJoin('asset as a', join => join.onRef('a.tenant_id', '=', 'r.tenant_id').onRef('a.asset_id', '=', 'r.asset_id'))
    .innerJoin('partner_org as o', join => join.onRef('o.tenant_id', '=', 'r.tenant_id').onRef('o.partner_org_id', '=', 'r.partner_org_id'))
    .leftJoin('person as p', join => join.onRef('p.tenant_id', '=', 'r.tenant_id').onRef('p.person_id', '=', 'r.requested_by'))
    .selectAll('r')
    .select(['a.title', 'a.type', 'o.name as partner_name', 'p.name as person_name'])
    .where('r.tenant_id', '=', tenantId);
}

type Row = Awaited<ReturnType<ReturnType<typeof orders>['executeTakeFirstOrThrow']>>;

/** One page of orders, latest first. */
export function listPrintOrders(scope: Scope, input: RouteParsed<Api['printOrders']['list']>): Promise<Page<PrintOrder>> {
  const {assetId, partnerOrgId, status} = input;
  return readOwnRows(scope, async (reader, ownerId) => {
    const query = orders(reader)
      .$if(ownerId !== null, each => each.where('r.partner_org_id', '=', ownerId))
      .$if(partnerOrgId !== undefined, each => each.where('r.partner_org_id', '=', partnerOrgId ?? ''))
      .$if(assetId !== undefined, each => each.where('r.asset_id', '=', assetId ?? ''))
      .$if(status !== undefined && status.length > 0, each => each.where('r.status', 'in', status ?? []));
    const by = [{expression: sql.ref('r.created_at'), type: 'timestamptz'}, {expression: sql.ref('r.print_order_id'), type: 'uuid'}] as const;
    const {rows, page} = await readPage({...reader, partnerOrgId: ownerId}, query, {list: 'print orders', by, direction: 'desc', input});
    return {items: rows.map(row => toPrintOrder(row, scope)), page};
  });
}

export function findPrintOrder(scope: Scope, id: string): Promise<PrintOrder | undefined> {
  return readOwnRows(scope, async (reader, ownerId) => {
    const row = await orders(reader)
      .where('r.print_order_id', '=', id)
      .$if(ownerId !== null, each => each.where('r.partner_org_id', '=', ownerId))
      .executeTakeFirst();
    return row && toPrintOrder(row, scope);
  });
}

export type HeldPrintOrder = Selectable<PrintOrderTable>;

export async function lockPrintOrder({db, tenantId}: Scope, id: string): Promise<HeldPrintOrder | undefined> {
  return db.selectFrom('print_order').selectAll().where('tenant_id', '=', tenantId).where('print_order_id', '=', id).forUpdate().executeTakeFirst();
}

export async function updatePrintOrder({db, tenantId, context}: Scope, id: string, changes: Updateable<PrintOrderTable>): Promise<void> {
  await db.updateTable('print_order').set({...changes, updated_at: nowText(context)}).where('tenant_id', '=', tenantId).where('print_order_id', '=', id).execute();
}

/** How an asset is printed; whoever orders or changes it takes turns here. */
export async function lockPrint({db, tenantId}: Scope, assetId: string): Promise<Selectable<AssetPrintTable> | undefined> {
  return db.selectFrom('asset_print').selectAll().where('tenant_id', '=', tenantId).where('asset_id', '=', assetId).forUpdate().executeTakeFirst();
}

export async function findPrint({db, tenantId}: Scope, assetId: string): Promise<Selectable<AssetPrintTable> | undefined> {
  return db.selectFrom('asset_print').selectAll().where('tenant_id', '=', tenantId).where('asset_id', '=', assetId).executeTakeFirst();
}

/** What nobody has said anything of: not offered. */
export const unprinted = {is_offered: false, in_stock: 0, per_order: null, per_level: [], period_days: 90, version: 1} as const;

export async function getStock(scope: Scope, assetId: string): Promise<PrintStock> {
  const {db, tenantId} = scope;
  const print = (await findPrint(scope, assetId)) ?? unprinted;
  const {wanted} = await db
    .selectFrom('print_order')
    .select(sql<number>`coalesce(sum(quantity), 0)::float8`.as('wanted'))
    .where('tenant_id', '=', tenantId)
    .where('asset_id', '=', assetId)
    .where('status', 'in', ['requested', 'backordered'])
    .executeTakeFirstOrThrow();
  return {assetId, isOffered: print.is_offered, inStock: print.in_stock, perOrder: print.per_order, perLevel: [...print.per_level], periodDays: print.period_days, wanted, version: print.version};
}

/** Takes copies out of the stock, or puts them back. @returns Whether there were as many. */
export async function moveStock({db, tenantId, context}: Scope, assetId: string, copies: number): Promise<boolean> {
  const moved = await db
    .updateTable('asset_print')
    .set({in_stock: sql`in_stock + ${copies}`, updated_at: nowText(context)})
    .where('tenant_id', '=', tenantId)
    .where('asset_id', '=', assetId)
    .where(sql<boolean>`in_stock + ${copies} >= 0`)
    .returning('asset_id')
    .executeTakeFirst();
  return moved !== undefined;
}

/** What a partner ordered of an asset since an instant. */
export async function readPastOrders({db, tenantId}: Scope, assetId: string, partnerOrgId: string, since: string): Promise<PastOrder[]> {
  return db
    .selectFrom('print_order')
    .select(['quantity', 'created_at as at'])
    .where('tenant_id', '=', tenantId)
    .where('asset_id', '=', assetId)
    .where('partner_org_id', '=', partnerOrgId)
    .where('status', '<>', 'cancelled')
    .where('created_at', '>', since)
    .execute();
}

function toPrintOrder(row: Row, {caller}: Scope): PrintOrder {
  const status = row.status as PrintOrderStatus;
  return {
    id: row.print_order_id,
    asset: {id: row.asset_id, title: row.title, type: row.type as AssetType},
    partnerOrg: {id: row.partner_org_id, name: row.partner_name},
    requestedBy: row.requested_by === null ? null : {id: row.requested_by, name: row.person_name ?? ''},
    quantity: row.quantity,
    language: row.language,
    shipTo: row.ship_to,
    note: row.note,
    costCentre: row.cost_centre,
    campaign: row.campaign,
    status,
    tracking: row.tracking,
    reason: row.reason,
    approvedAt: row.approved_at,
    shippedAt: row.shipped_at,
    deliveredAt: row.delivered_at,
    actions: PrintOrderAction.options.filter(action => printOrderCan(action, status, caller === 'partner' ? 'partner' : 'vendor')),
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
