import type {Asset} from '@portico/contract';

/** What the desk can do with a piece of material. */
export type CollateralDeskAction = 'submit' | 'approve' | 'request_changes' | 'publish' | 'supersede' | 'archive' | 'recall' | 'edit' | 'add_version';
/** Those that the table of transitions knows, and that change nothing but the status. */
export type StatusAct = Exclude<CollateralDeskAction, 'edit' | 'add_version' | 'supersede'>;

const statusActs: readonly StatusAct[] = ['submit', 'approve', 'publish', 'request_changes', 'archive', 'recall'];

/** What can be done with it now. */
export function actionsOf({actions, status}: Asset): ReadonlySet<CollateralDeskAction> {
  const found = new Set<CollateralDeskAction>(statusActs.filter(act => actions.includes(act)));
  if (actions.includes('update') || actions.includes('revise')) found.add('edit');
  if (actions.includes('supersede')) found.add('supersede');
  if (status !== 'recalled' && status !== 'archived') found.add('add_version');
  return found;
}
