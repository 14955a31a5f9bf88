import {PrintOrderAction, printOrderCan, printOrderTransitions, type Api, type PrintOrder, type PrintOrderEvent} from '@portico/contract';
import type {MockHandlers, Scope} from './handlers.ts';
import {changeAsset} from './asset-flow.ts';
import {findAsset} from './asset-views.ts';
import {orgRef} from './lead-flow.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {problem} from './problem.ts';
import {assetRef, isOwn, openAsset, track} from './reach.ts';
import type {OrderRow, PrintRow} from './reach-rows.ts';

const dayMs = 86_400_000;
const latest = newestBy<PrintOrder>(({createdAt}) => createdAt);

function toOrder({store, viewer}: Scope, {assetId, partnerOrgId, taken: _, ...order}: OrderRow): PrintOrder {
  return {...order, asset: assetRef(store, assetId), partnerOrg: orgRef(store, partnerOrgId), actions: PrintOrderAction.options.filter(action => printOrderCan(action, order.status, viewer.side))};
}

function printOf({store}: Scope, assetId: string): PrintRow {
  return store.data.collateral.prints.get(assetId) ?? {assetId, isOffered: false, inStock: 0, perOrder: null, perLevel: [], periodDays: 90, version: 1};
}

function stockOf(scope: Scope, assetId: string) {
  const wanted = scope.store.data.collateral.printOrders.values().filter(order => order.assetId === assetId && (order.status === 'requested' || order.status === 'backordered'));
  return {...printOf(scope, assetId), wanted: wanted.reduce((sum, {quantity}) => sum + quantity, 0)};
}

/** What a partner may order now: as the reference server's rules say. */
function roomFor({store, viewer}: Scope, {assetId, perOrder, perLevel, periodDays}: PrintRow): {most: number | null; moreAt: string | null} {
  const {levels} = store.data.program;
  const levelId = store.data.partnerOrgs.get(viewer.partnerOrgId ?? '')?.partnership.levelId;
  const rank = levels.find(({id}) => id === levelId)?.rank;
  const below = rank === undefined ? [] : levels.filter(level => level.rank >= rank).sort((a, b) => a.rank - b.rank);
  const limit = below.flatMap(({id}) => perLevel.find(each => each.levelId === id) ?? [])[0] ?? perLevel.find(each => each.levelId === null);
  if (!limit) return {most: perOrder, moreAt: null};
  const since = store.clock.now() - periodDays * dayMs;
  const past = store.data.collateral.printOrders.values().filter(order => order.assetId === assetId && order.partnerOrgId === viewer.partnerOrgId && order.status !== 'cancelled' && Date.parse(order.createdAt) > since);
  let used = past.reduce((sum, {quantity}) => sum + quantity, 0);
  const left = Math.max(0, limit.quantity - used);
  if (left > 0) return {most: perOrder === null ? left : Math.min(left, perOrder), moreAt: null};
  for (const {quantity, createdAt} of past) {
    used -= quantity;
    if (used < limit.quantity) return {most: 0, moreAt: new Date(Date.parse(createdAt) + periodDays * dayMs).toISOString()};
  }
  return {most: 0, moreAt: null};
}

function findRow(scope: Scope, id: string): OrderRow {
  const row = scope.store.data.collateral.printOrders.get(id);
  if (!row || !isOwn(scope, row)) throw problem('print_order_not_found');
  return row;
}

function act(scope: Scope, {id, version}: {id: string; version: number}, event: PrintOrderEvent, changesOf: (row: OrderRow) => Partial<OrderRow> = () => ({})): PrintOrder {
  const {store, viewer} = scope;
  const row = findRow(scope, id);
  if (row.version !== version) throw problem('version_conflict', {current: toOrder(scope, row)});
  if (!printOrderCan(event, row.status, viewer.side)) throw problem('print_order_status_conflict');
  const changes = changesOf(row);
  const copies = row.taken - (changes.taken ?? row.taken);
  const print = printOf(scope, row.assetId);
  if (print.inStock + copies < 0) throw problem('print_stock_short');
  if (copies !== 0) store.data.collateral.prints.set(row.assetId, {...print, inStock: print.inStock + copies, version: print.version + 1});
  const moved = store.update(store.data.collateral.printOrders, row, {...changes, status: printOrderTransitions[event].to});
  store.change('print_order', id, {partnerOrgIds: [row.partnerOrgId]});
  return toOrder(scope, moved);
}

export const printOrderMocks: MockHandlers<Api['printOrders']> = {
  list(input, scope) {
    const {assetId, partnerOrgId, status} = input;
    const rows = scope.store.data.collateral.printOrders.values().filter(row => isOwn(scope, row) && (assetId === undefined || row.assetId === assetId) && (partnerOrgId === undefined || row.partnerOrgId === partnerOrgId) && (!status || status.length === 0 || status.includes(row.status)));
    return pageOf(sortRows(rows.map(row => toOrder(scope, row)), latest), latest, input, input);
  },
  get: ({id}, scope) => toOrder(scope, findRow(scope, id)),
  create({assetId, ...fields}, scope) {
    const {store, viewer} = scope;
    const asset = openAsset(scope, assetId);
    if (fields.language !== null && !asset.languages.includes(fields.language)) throw problem('input_invalid', {errors: [{pointer: '/language', code: 'no_such_version', message: 'There is no present version in this language.'}]});
    if (!asset.reach.print) throw problem('print_not_offered');
    const {most} = roomFor(scope, printOf(scope, assetId));
    if (most !== null && fields.quantity > most) throw problem('print_limit_reached', {detail: `At most ${most} now.`});
    const now = store.now();
    const row = store.data.collateral.printOrders.set({
      ...fields, id: store.newId('printOrder'), assetId, partnerOrgId: viewer.partnerOrgId ?? '', requestedBy: viewer.person, status: 'requested', taken: 0,
      tracking: null, reason: null, approvedAt: null, shippedAt: null, deliveredAt: null, version: 1, createdAt: now, updatedAt: now,
    });
    track(scope, {kind: 'print_order', assetId, campaign: fields.campaign});
    store.change('print_order', row.id, {partnerOrgIds: [row.partnerOrgId]});
    return toOrder(scope, row);
  },
  approve: (input, scope) => act(scope, input, 'approve', ({quantity}) => ({taken: quantity, approvedAt: scope.store.now(), reason: null})),
  pick: (input, scope) => act(scope, input, 'pick'),
  ship: ({tracking, ...input}, scope) => act(scope, input, 'ship', () => ({tracking, shippedAt: scope.store.now()})),
  deliver: (input, scope) => act(scope, input, 'deliver', () => ({deliveredAt: scope.store.now()})),
  backorder: ({reason, ...input}, scope) => act(scope, input, 'backorder', () => ({taken: 0, approvedAt: null, reason})),
  cancel: ({reason, ...input}, scope) => act(scope, input, scope.viewer.side === 'partner' ? 'call_off' : 'cancel', () => ({taken: 0, reason})),
  offer({assetId}, scope) {
    const asset = findAsset(scope, assetId);
    if (asset.access === 'locked') throw problem('asset_locked');
    const print = printOf(scope, assetId);
    return asset.reach.print ? {assetId, isOffered: true, inStock: print.inStock, ...roomFor(scope, print)} : {assetId, isOffered: false, inStock: 0, most: 0, moreAt: null};
  },
  stock({assetId}, scope) {
    findAsset(scope, assetId);
    return stockOf(scope, assetId);
  },
  setStock({assetId, version, ...fields}, scope) {
    const {store} = scope;
    const row = store.data.collateral.assets.get(assetId);
    if (!row) throw problem('asset_not_found');
    const unknown = (fields.perLevel ?? []).findIndex(({levelId}) => levelId !== null && !store.data.program.levels.some(({id}) => id === levelId));
    if (unknown >= 0) throw problem('input_invalid', {errors: [{pointer: `/perLevel/${unknown}/levelId`, code: 'unknown_level', message: 'The programme has no such level.'}]});
    const before = printOf(scope, assetId);
    if (before.version !== version) throw problem('version_conflict', {current: stockOf(scope, assetId)});
    const defined = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    store.data.collateral.prints.set(assetId, {...before, ...defined, version: before.version + 1});
    changeAsset(store, row, {});
    return stockOf(scope, assetId);
  },
};
