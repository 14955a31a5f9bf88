import {assetDeadlines} from './asset-deadlines.ts';
import {boardPeriods} from './board-periods.ts';
import {challengeDeadlines} from './challenge-deadlines.ts';
import {conflictDeadlines} from './conflict-deadlines.ts';
import {dealDeadlines} from './deal-deadlines.ts';
import type {DueJob} from './due-job.ts';
import {leadDeadlines} from './lead-deadlines.ts';
import {tierEvaluations} from './tier-evaluations.ts';

/** Everything that happens by the clock. */
export const dueJobs: readonly DueJob[] = [leadDeadlines, dealDeadlines, conflictDeadlines, assetDeadlines, tierEvaluations, boardPeriods, challengeDeadlines];
