import type {Lanes} from './lanes.ts';
import type {SuiteReport} from './suite-report.ts';

/** What a suite gets to work with. */
export interface SuiteContext {
  /** Parts of paths; a file runs when its path contains one of them, or when there are none. */
  readonly filters: readonly string[];
  readonly report: SuiteReport;
  /** All suites are under way at once; what takes a core waits here for its turn. */
  readonly lanes: Lanes;
  /** Whether no other suite runs beside this one: a browser may then have the whole machine. */
  readonly alone: boolean;
  /** Settles when the packages are built: their types, and the descriptions of the elements. */
  readonly built: Promise<void>;
  /** Whoever builds them says that they are. */
  readonly announceBuilt: () => void;
  /** Aborts when the whole run is to stop. */
  readonly signal: AbortSignal;
}
