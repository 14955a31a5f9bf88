import type {Report} from './report.ts';

/** What a suite gets to work with. */
export interface SuiteContext {
  /** Parts of paths; a file runs when its path contains one of them, or when there are none. */
  readonly filters: readonly string[];
  readonly report: Report;
  /** Aborts when the whole run is to stop. */
  readonly signal: AbortSignal;
}
