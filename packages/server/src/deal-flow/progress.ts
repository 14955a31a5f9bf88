import type {DealCase} from './held-case.ts';
import {isProtected, progressDueAtOf} from './deal-clock.rules.ts';
import type {DealChanges} from './held-deal.queries.ts';

/** The columns that change when a partner shows progress on a protected deal: it has the whole window again. Nothing where the programme does not ask for progress. */
export function progressShown({deal, program, now}: Pick<DealCase, 'deal' | 'program' | 'now'>): DealChanges {
  return isProtected(deal.status) ? {progress_due_at: progressDueAtOf(program.policy, now)} : {};
}
