import type {TestResult} from './result.ts';

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** What one suite has to say: prints a line a file as it comes, beside the lines of the other suites. */
export class SuiteReport {
  readonly name: string;
  readonly results: TestResult[] = [];
  readonly #created = performance.now();
  #file: {path: string; results: TestResult[]} | undefined;
  #lastMs = 0;

  /** @param name - The suite's name as in `--only`. */
  constructor(name: string) {
    this.name = name;
  }

  /** Adds one result. */
  add(result: TestResult): void {
    this.results.push(result);
    this.#lastMs = performance.now() - this.#created;
    if (this.#file?.path !== result.file) {
      this.endFile();
      this.#file = {path: result.file, results: []};
    }
    this.#file.results.push(result);
  }

  /** Says something in between, such as why there is nothing to run. */
  note(text: string): void {
    this.endFile();
    console.log(`  ${this.name.padEnd(7)} ${text}`);
  }

  /** Prints the line of the file whose results came last; of use where files run at the same time. */
  endFile(): void {
    if (!this.#file) return;
    const {path, results} = this.#file;
    const [failed, skipped] = [count(results, 'failed'), count(results, 'skipped')];
    const counts = [`${count(results, 'passed')} passed`, ...(failed ? [`${failed} failed`] : []), ...(skipped ? [`${skipped} skipped`] : [])].join(', ');
    const time = seconds(results.reduce((sum, result) => sum + result.durationMs, 0));
    console.log(`${failed ? '✗' : '✓'} ${this.name.padEnd(7)} ${path}  ${counts}  ${time}`);
    for (const result of results) if (result.outcome === 'failed') console.log(`      ✗ ${result.name}`);
    this.#file = undefined;
  }

  count(outcome: TestResult['outcome']): number {
    return count(this.results, outcome);
  }

  /** One line: how many results of each kind, and how long after the start of everything the last of them came. */
  summary(): string {
    const counts = (['passed', 'failed', 'skipped'] as const).map(outcome => `${String(this.count(outcome)).padStart(5)} ${outcome}`);
    return `${this.name.padEnd(10)}${counts.join('')}   done after ${seconds(this.#lastMs).padStart(8)}`;
  }
}

function count(results: readonly TestResult[], outcome: TestResult['outcome']): number {
  return results.filter(result => result.outcome === outcome).length;
}
