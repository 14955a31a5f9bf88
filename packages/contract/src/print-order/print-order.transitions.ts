/**
 * The state machine of a print order, as plain data: server rules, widgets, mocks and tests read this one table. No schema library here, because browsers load it.
 */

export type PrintOrderStatus = 'requested' | 'approved' | 'picked' | 'shipped' | 'delivered' | 'backordered' | 'cancelled';

/** What can happen to a print order. */
export type PrintOrderEvent = 'approve' | 'pick' | 'ship' | 'deliver' | 'backorder' | 'cancel' | 'call_off';

export type PrintOrderActor = 'vendor' | 'partner' | 'both';

export interface PrintOrderTransition {
  readonly from: readonly PrintOrderStatus[];
  readonly to: PrintOrderStatus;
  readonly by: PrintOrderActor;
}

export const printOrderTransitions = {
  // Takes the copies out of the stock.
  approve: {from: ['requested', 'backordered'], to: 'approved', by: 'vendor'},
  pick: {from: ['approved'], to: 'picked', by: 'vendor'},
  ship: {from: ['picked'], to: 'shipped', by: 'vendor'},
  // Whoever knows of it first.
  deliver: {from: ['shipped'], to: 'delivered', by: 'both'},
  // Copies that were taken go back, here and below.
  backorder: {from: ['requested', 'approved'], to: 'backordered', by: 'vendor'},
  cancel: {from: ['requested', 'approved', 'picked', 'backordered'], to: 'cancelled', by: 'vendor'},
  // The partner's own change of mind, as long as nobody has begun.
  call_off: {from: ['requested', 'backordered'], to: 'cancelled', by: 'partner'},
} as const satisfies Record<PrintOrderEvent, PrintOrderTransition>;

/** Whether an event may happen to an order of this status, by somebody of this side. */
export function printOrderCan(event: PrintOrderEvent, status: PrintOrderStatus, side: 'vendor' | 'partner'): boolean {
  const {from, by}: PrintOrderTransition = printOrderTransitions[event];
  return (by === side || by === 'both') && from.includes(status);
}
