import {printOrderCan, printOrderTransitions, type Api, type Asset, type PrintOffer, type PrintOrder, type PrintOrderEvent, type PrintOrderStatus} from '@portico/contract';
import type {Updateable} from 'kysely';
import {findAsset} from '../asset/asset.queries.ts';
import {findStanding, getAssetReader} from '../asset/asset-reader.queries.ts';
import {recordAssetEvents} from '../asset-flow/record-asset-event.ts';
import {announce, inAsset} from '../asset-flow/asset-case.ts';
import {updateAsset} from '../asset-flow/held-asset.queries.ts';
import type {LibraryFiles} from '../asset-flow/library-files.ts';
import {recordChange} from '../changes/record-change.ts';
import {newId, nowText} from '../context.ts';
import {elevated} from '../database/elevate.ts';
import type {PrintOrderTable} from '../database/reach-tables.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {getLevelIds} from '../partner-org/partner-org.queries.ts';
import {expectVersion, problem} from '../problem.ts';
import {levelLimit, printRoom, type PrintRoom} from './print-limit.rules.ts';
import {findPrint, findPrintOrder, getStock, listPrintOrders, lockPrint, lockPrintOrder, moveStock, readPastOrders, unprinted, updatePrintOrder, type HeldPrintOrder} from './print-order.queries.ts';

/** @param files - Where the library's files are kept. */
export function printOrderHandlers(files: LibraryFiles): Handlers<Api['printOrders']> {
  const read = async (scope: Scope, id: string): Promise<PrintOrder> => {
    const order = await findPrintOrder(scope, id);
    if (!order) throw problem('print_order_not_found');
    return order;
  };
  const openAsset = async (scope: Scope, id: string): Promise<Asset> => {
    const asset = await findAsset(scope, files, id);
    if (!asset) throw problem('asset_not_found');
    if (asset.access === 'locked') throw problem('asset_locked');
    return asset;
  };

  /** Lets something happen to an order, under its lock, and announces it. */
  const act = async (scope: Scope, input: {readonly id: string; readonly version: number}, event: PrintOrderEvent, changesOf: (held: HeldPrintOrder) => Updateable<PrintOrderTable> = () => ({})): Promise<PrintOrder> => {
    const seen = await read(scope, input.id);
    const partnerOrgId = await elevated(scope, async system => {
      const held = await lockPrintOrder(system, input.id);
      if (!held) throw problem('print_order_not_found');
      await expectVersion(held, input.version, async () => seen);
      if (!printOrderCan(event, held.status as PrintOrderStatus, scope.caller === 'partner' ? 'partner' : 'vendor')) throw problem('print_order_status_conflict');
      await move(system, held, event, changesOf(held));
      return held.partner_org_id;
    });
    const {to: status} = printOrderTransitions[event];
    await recordChange(scope, {resource: 'print_order', id: input.id, action: event, partnerOrgId, changes: {status}});
    return read(scope, input.id);
  };

  return {
    list: ({input, scope}) => listPrintOrders(scope, input),

    get: ({input, scope}) => read(scope, input.id),

    create: async ({input, scope}) => {
      const {assetId, quantity, language, shipTo, note, costCentre, campaign} = input;
      const asset = await openAsset(scope, assetId);
      if (asset.status === 'recalled') throw problem('asset_recalled', asset.recall ? {detail: asset.recall.reason} : {});
      if (language !== null && !asset.languages.includes(language)) throw problem('input_invalid', {errors: [{pointer: '/language', code: 'no_such_version', message: 'There is no present version in this language.'}]});
      const partnerOrgId = ownOrg(scope);
      const id = newId(scope.context);
      const now = nowText(scope.context);
      await elevated(scope, async system => {
        const print = await lockPrint(system, assetId);
        if (!print?.is_offered || !asset.reach.print) throw problem('print_not_offered');
        const {most} = await roomFor(system, assetId, partnerOrgId, print);
        if (most !== null && quantity > most) throw problem('print_limit_reached', {detail: `At most ${most} now.`});
        const common = {tenant_id: scope.tenantId, print_order_id: id, asset_id: assetId, partner_org_id: partnerOrgId, requested_by: scope.personId, status: 'requested', created_at: now, updated_at: now};
        await system.db.insertInto('print_order').values({...common, quantity, language, ship_to: JSON.stringify(shipTo), note, cost_centre: costCentre, campaign}).execute();
      });
      await recordAssetEvents(scope, [{kind: 'print_order', assetId, campaign}]);
      await recordChange(scope, {resource: 'print_order', id, action: 'create', partnerOrgId, changes: {assetId, quantity}});
      return read(scope, id);
    },

    approve: ({input, scope}) => act(scope, input, 'approve', ({quantity}) => ({taken: quantity, approved_at: nowText(scope.context), reason: null})),

    pick: ({input, scope}) => act(scope, input, 'pick'),

    ship: ({input: {tracking, ...input}, scope}) => act(scope, input, 'ship', () => ({tracking: JSON.stringify(tracking), shipped_at: nowText(scope.context)})),

    deliver: ({input, scope}) => act(scope, input, 'deliver', () => ({delivered_at: nowText(scope.context)})),

    backorder: ({input: {reason, ...input}, scope}) => act(scope, input, 'backorder', () => ({taken: 0, approved_at: null, reason})),

    cancel: ({input: {reason, ...input}, scope}) => act(scope, input, scope.caller === 'partner' ? 'call_off' : 'cancel', () => ({taken: 0, reason})),

    offer: async ({input: {assetId}, scope}) => {
      const asset = await openAsset(scope, assetId);
      return elevated(scope, async (system): Promise<PrintOffer> => {
        const print = (await findPrint(system, assetId)) ?? unprinted;
        if (!print.is_offered || !asset.reach.print) return {assetId, isOffered: false, inStock: 0, most: 0, moreAt: null};
        return {assetId, isOffered: true, inStock: print.in_stock, ...(await roomFor(system, assetId, ownOrg(scope), print))};
      });
    },

    stock: async ({input: {assetId}, scope}) => {
      await openAsset(scope, assetId);
      return getStock(scope, assetId);
    },

    setStock: async ({input: {assetId, version, isOffered, inStock, perOrder, perLevel, periodDays}, scope}) => {
      await checkLevels(scope, perLevel ?? []);
      await inAsset(scope, {id: assetId}, null, async held => {
        const {scope: system, now} = held;
        const before = await lockPrint(system, assetId);
        await expectVersion(before ?? unprinted, version, () => getStock(system, assetId));
        const {is_offered, in_stock, per_order, per_level, period_days} = before ?? unprinted;
        const after = {is_offered: isOffered ?? is_offered, in_stock: inStock ?? in_stock, per_order: perOrder === undefined ? per_order : perOrder, per_level: JSON.stringify(perLevel ?? per_level), period_days: periodDays ?? period_days};
        if (before) await system.db.updateTable('asset_print').set({...after, updated_at: now}).where('tenant_id', '=', scope.tenantId).where('asset_id', '=', assetId).execute();
        else await system.db.insertInto('asset_print').values({...after, tenant_id: scope.tenantId, asset_id: assetId, version: 2, created_at: now, updated_at: now}).execute();
        if (after.is_offered !== held.asset.print_offered) held.asset = await updateAsset(system, assetId, {print_offered: after.is_offered, updated_at: now});
        await announce(held, 'set_print_stock', {isOffered: after.is_offered, inStock: after.in_stock});
      });
      return getStock(scope, assetId);
    },
  };
}

/** Writes what an event means for the order and for the stock. */
async function move(system: Scope, held: HeldPrintOrder, event: PrintOrderEvent, changes: Updateable<PrintOrderTable>): Promise<void> {
  const copies = held.taken - Number(changes.taken ?? held.taken);
  if (copies !== 0 && !(await moveStock(system, held.asset_id, copies))) throw problem('print_stock_short');
  await updatePrintOrder(system, held.print_order_id, {...changes, status: printOrderTransitions[event].to});
}

async function roomFor(system: Scope, assetId: string, partnerOrgId: string, {per_order: perOrder, per_level: perLevel, period_days: periodDays}: Pick<NonNullable<Awaited<ReturnType<typeof findPrint>>>, 'per_order' | 'per_level' | 'period_days'>): Promise<PrintRoom> {
  const {levels} = await getAssetReader(system);
  const {levelId} = await findStanding(system, partnerOrgId);
  const now = system.context.now();
  const past = await readPastOrders(system, assetId, partnerOrgId, new Date(now - periodDays * 86_400_000).toISOString());
  return printRoom({perOrder, perLevel, periodDays}, levelLimit(perLevel, levels, levelId), past, now);
}

async function checkLevels(scope: Scope, perLevel: readonly {readonly levelId: string | null}[]): Promise<void> {
  const known = await getLevelIds(scope);
  const index = perLevel.findIndex(({levelId}) => levelId !== null && !known.includes(levelId));
  if (index >= 0) throw problem('input_invalid', {errors: [{pointer: `/perLevel/${index}/levelId`, code: 'unknown_level', message: 'The programme has no such level.'}]});
}

function ownOrg({partnerOrgId}: Scope): string {
  if (partnerOrgId === null) throw new Error('A partner session without an organisation.');
  return partnerOrgId;
}
