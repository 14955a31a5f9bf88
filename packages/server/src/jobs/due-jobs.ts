import type {DueJob} from './run-due.ts';

/** Everything that happens by the clock. */
export const dueJobs: readonly DueJob[] = [];
