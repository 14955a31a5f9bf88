import {z} from 'zod';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Version, text} from '../text.ts';
import {PrintOffer, PrintOrder, PrintOrderFields, PrintOrderStatus, PrintStock, PrintTracking} from './print-order.schema.ts';

const act = {id: Id, version: Version};
const staff = ['key', 'vendor'] as const;
const everybody = ['key', 'vendor', 'partner'] as const;
const moved = ['print_order_not_found', 'print_order_status_conflict'] as const;

export const printOrderRoutes = defineRoutes({
  /** Lists orders, latest first: for a partner those of its organisation. */
  list: {
    method: 'GET',
    path: '/print-orders',
    input: z.object({...pageInput, assetId: Id.optional(), partnerOrgId: Id.optional(), status: z.array(PrintOrderStatus).max(7).optional()}),
    response: pageOf(PrintOrder),
    callers: everybody,
  },
  /** One order. */
  get: {method: 'GET', path: '/print-orders/{id}', input: z.object({id: Id}), response: PrintOrder, callers: everybody, problems: ['print_order_not_found']},
  /** Asks for printed copies, within the limits of the asset's `offer`. */
  create: {
    method: 'POST',
    path: '/print-orders',
    input: PrintOrderFields,
    response: PrintOrder,
    status: 201,
    callers: ['partner'],
    problems: ['asset_not_found', 'asset_locked', 'asset_recalled', 'print_not_offered', 'print_limit_reached'],
  },
  /** Takes the copies out of the stock for it. */
  approve: {method: 'POST', path: '/print-orders/{id}/approve', input: z.object(act), response: PrintOrder, callers: staff, problems: [...moved, 'print_stock_short']},
  /** Says that the copies lie packed. */
  pick: {method: 'POST', path: '/print-orders/{id}/pick', input: z.object(act), response: PrintOrder, callers: staff, problems: moved},
  /** Says that they are on their way, and how to follow them. */
  ship: {method: 'POST', path: '/print-orders/{id}/ship', input: z.object({...act, tracking: PrintTracking}), response: PrintOrder, callers: staff, problems: moved},
  /** Says that they have arrived: the vendor, or the partner who got them. */
  deliver: {method: 'POST', path: '/print-orders/{id}/deliver', input: z.object(act), response: PrintOrder, callers: everybody, problems: moved},
  /** Lets it wait for stock; copies that it had taken go back. */
  backorder: {method: 'POST', path: '/print-orders/{id}/backorder', input: z.object({...act, reason: text(500)}), response: PrintOrder, callers: staff, problems: moved},
  /** Ends it before it leaves; a partner, as long as it is `requested` or `backordered`. Copies that it had taken go back. */
  cancel: {method: 'POST', path: '/print-orders/{id}/cancel', input: z.object({...act, reason: text(500)}), response: PrintOrder, callers: everybody, problems: moved},
  /** What a partner may order of an asset now. */
  offer: {method: 'GET', path: '/assets/{assetId}/print-offer', input: z.object({assetId: Id}), response: PrintOffer, callers: ['partner'], problems: ['asset_not_found', 'asset_locked']},
  /** An asset's stock and limits. */
  stock: {method: 'GET', path: '/assets/{assetId}/print-stock', input: z.object({assetId: Id}), response: PrintStock, callers: staff, problems: ['asset_not_found']},
  /** Changes stock and limits; what is left out stays. An asset that was never offered has version 1. */
  setStock: {
    method: 'PATCH',
    path: '/assets/{assetId}/print-stock',
    input: z.object({
      assetId: Id,
      version: Version,
      ...PrintStock.pick({isOffered: true, inStock: true, perOrder: true, perLevel: true, periodDays: true}).partial().shape,
    }),
    response: PrintStock,
    callers: staff,
    problems: ['asset_not_found'],
  },
});
