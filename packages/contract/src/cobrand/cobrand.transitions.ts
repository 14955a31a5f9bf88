/**
 * The state machine of a partner's copy, as plain data: server rules, widgets and mocks read this one table. No schema library here, because browsers load it.
 */

export type CobrandStatus = 'draft' | 'generated' | 'submitted' | 'approved' | 'rejected' | 'published' | 'stale' | 'recalled';

/** What can happen to a copy. */
export type CobrandEvent = 'update' | 'revise' | 'generate' | 'made' | 'submit' | 'approve' | 'reject' | 'publish' | 'publish_unseen' | 'go_stale' | 'remake' | 'delete' | 'recall';

export type CobrandActor = 'partner' | 'vendor' | 'system';

export interface CobrandTransition {
  readonly from: readonly CobrandStatus[];
  /** `null`: the status stays. */
  readonly to: CobrandStatus | null;
  readonly by: CobrandActor;
}

export const cobrandTransitions = {
  update: {from: ['draft'], to: null, by: 'partner'},
  // The same act on what was made already: it has to be made again.
  revise: {from: ['generated', 'approved', 'rejected', 'stale'], to: 'draft', by: 'partner'},
  // Asks for the file; a worker makes it, and `made` follows.
  generate: {from: ['draft'], to: null, by: 'partner'},
  made: {from: ['draft'], to: 'generated', by: 'system'},
  submit: {from: ['generated'], to: 'submitted', by: 'partner'},
  // By somebody of the vendor, or by the rules where the template lets them decide.
  approve: {from: ['submitted'], to: 'approved', by: 'vendor'},
  reject: {from: ['submitted'], to: 'rejected', by: 'vendor'},
  publish: {from: ['approved'], to: 'published', by: 'partner'},
  // Where the template asks for nobody's approval.
  publish_unseen: {from: ['generated'], to: 'published', by: 'partner'},
  go_stale: {from: ['generated', 'submitted', 'approved', 'published'], to: 'stale', by: 'system'},
  remake: {from: ['stale'], to: 'draft', by: 'partner'},
  delete: {from: ['draft', 'generated', 'rejected'], to: null, by: 'partner'},
  recall: {from: ['draft', 'generated', 'submitted', 'approved', 'rejected', 'published', 'stale'], to: 'recalled', by: 'system'},
} as const satisfies Record<CobrandEvent, CobrandTransition>;

/** Whether an event may happen to a copy of this status. */
export function cobrandCan(event: CobrandEvent, status: CobrandStatus): boolean {
  return (cobrandTransitions[event].from as readonly CobrandStatus[]).includes(status);
}
