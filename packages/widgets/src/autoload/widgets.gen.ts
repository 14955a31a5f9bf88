// Made from the modules of `define/` by `npm run docs`.

/** The module of every widget by its tag without the prefix; loaded when asked for. */
export const widgets = {
  'challenges': () => import('../challenges/challenges.ts'),
  'collateral-desk': () => import('../collateral-desk/collateral-desk.ts'),
  'collateral-library': () => import('../collateral-library/collateral-library.ts'),
  'collateral': () => import('../collateral/collateral.ts'),
  'deal-list': () => import('../deal-list/deal-list.ts'),
  'deal-registration': () => import('../deal-registration/deal-registration.ts'),
  'deal-review': () => import('../deal-review/deal-review.ts'),
  'lead-desk': () => import('../lead-desk/lead-desk.ts'),
  'lead-inbox': () => import('../lead-inbox/lead-inbox.ts'),
  'leaderboard': () => import('../leaderboard/leaderboard.ts'),
  'points-ledger': () => import('../points-ledger/points-ledger.ts'),
  'portal': () => import('../portal/portal.ts'),
  'program-desk': () => import('../program-desk/program-desk.ts'),
  'tier-progress': () => import('../tier-progress/tier-progress.ts'),
};
