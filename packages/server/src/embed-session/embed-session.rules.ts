import type {Component} from '@portico/contract';

/** The widgets that a session may show when the host did not say: those made for the person's side. */
export function defaultComponents(side: 'vendor' | 'partner'): Component[] {
  return side === 'partner' ? ['lead-inbox', 'deal-registration', 'deal-list', 'collateral-library', 'leaderboard', 'tier-progress', 'points-ledger', 'challenges'] : ['lead-desk', 'deal-review', 'collateral-desk', 'program-desk'];
}
