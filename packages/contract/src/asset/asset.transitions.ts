/**
 * The state machine of an asset, as plain data: server rules, widgets, mocks and the model-based test read this one table. No schema library here, because
 * browsers load it.
 */

export type AssetStatus = 'draft' | 'in_review' | 'changes_requested' | 'approved' | 'published' | 'superseded' | 'expired' | 'archived' | 'recalled';

/** What can happen to an asset. */
export type AssetEvent = 'update' | 'revise' | 'submit' | 'request_changes' | 'approve' | 'publish' | 'supersede' | 'archive' | 'recall' | 'expire';

export type AssetActor = 'vendor' | 'clock';

export interface AssetTransition {
  readonly from: readonly AssetStatus[];
  /** `null`: the status stays. */
  readonly to: AssetStatus | null;
  readonly by: AssetActor;
}

export const assetTransitions = {
  update: {from: ['draft', 'published', 'superseded', 'expired'], to: null, by: 'vendor'},
  // The same act on what somebody looked at: it has to be looked at again.
  revise: {from: ['changes_requested', 'approved'], to: 'draft', by: 'vendor'},
  submit: {from: ['draft'], to: 'in_review', by: 'vendor'},
  request_changes: {from: ['in_review'], to: 'changes_requested', by: 'vendor'},
  approve: {from: ['in_review'], to: 'approved', by: 'vendor'},
  publish: {from: ['approved', 'superseded', 'expired'], to: 'published', by: 'vendor'},
  supersede: {from: ['published'], to: 'superseded', by: 'vendor'},
  archive: {from: ['draft', 'changes_requested', 'approved', 'published', 'superseded', 'expired'], to: 'archived', by: 'vendor'},
  // Copies are out there of everything that was ever published.
  recall: {from: ['published', 'superseded', 'expired', 'archived'], to: 'recalled', by: 'vendor'},
  expire: {from: ['published'], to: 'expired', by: 'clock'},
} as const satisfies Record<AssetEvent, AssetTransition>;

/** Whether an event may happen to an asset of this status. */
export function assetCan(event: AssetEvent, status: AssetStatus): boolean {
  return (assetTransitions[event].from as readonly AssetStatus[]).includes(status);
}
