import type {TestResult} from './result.ts';

interface SuiteTotal {
  readonly name: string;
  readonly results: TestResult[];
  durationMs: number;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** Collects results while the suites run, prints a line a file, and at the end what failed and the closing line. */
export class Report {
  readonly #suites: SuiteTotal[] = [];
  #file: {path: string; results: TestResult[]} | undefined;

  /**
   * Runs one suite under a heading, and measures it. An error thrown by the suite itself counts as one failed test.
   *
   * @param name - The suite's name as in `--only`.
   * @param work - Adds its results to the report.
   */
  async suite(name: string, work: () => Promise<void>): Promise<void> {
    const total: SuiteTotal = {name, results: [], durationMs: 0};
    this.#suites.push(total);
    console.log(`\n${name}`);
    const started = performance.now();
    try {
      await work();
    } catch (error) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.add({name: `the suite ${name} runs`, file: name, outcome: 'failed', detail, durationMs: 0});
    }
    this.endFile();
    total.durationMs = performance.now() - started;
  }

  /** Adds one result to the running suite. */
  add(result: TestResult): void {
    this.#suites.at(-1)?.results.push(result);
    if (this.#file?.path !== result.file) {
      this.endFile();
      this.#file = {path: result.file, results: []};
    }
    this.#file.results.push(result);
  }

  /** Says something in the middle of a suite, such as why it has nothing to run. */
  note(text: string): void {
    this.endFile();
    console.log(`  ${text}`);
  }

  get succeeded(): boolean {
    return this.#count('failed') === 0 && this.#count('passed') > 0;
  }

  /** Prints what was skipped, what failed, the time of each suite, and last of all `N passed, N failed`. */
  print(): void {
    for (const {name, results} of this.#suites) {
      for (const result of results)
        if (result.outcome === 'skipped')
          console.log(`\nskipped: ${name} · ${result.file} · ${result.name}\n  ${result.detail ?? 'no reason given'}`);
    }
    for (const {name, results} of this.#suites) {
      for (const result of results)
        if (result.outcome === 'failed') console.log(`\n✗ ${name} · ${result.file}\n  ${result.name}\n${indent(result.detail ?? '')}`);
    }
    console.log('');
    for (const {name, results, durationMs} of this.#suites) {
      const counts = (['passed', 'failed', 'skipped'] as const).map(outcome => `${String(count(results, outcome)).padStart(5)} ${outcome}`);
      console.log(`${name.padEnd(10)}${counts.join('')}   ${seconds(durationMs).padStart(8)}`);
    }
    console.log(`\n${this.#count('passed')} passed, ${this.#count('failed')} failed`);
  }

  #count(outcome: TestResult['outcome']): number {
    return this.#suites.reduce((sum, suite) => sum + count(suite.results, outcome), 0);
  }

  /** Prints the line of the file whose results came last; of use where files run at the same time. */
  endFile(): void {
    if (!this.#file) return;
    const {path, results} = this.#file;
    const failed = count(results, 'failed');
    const skipped = count(results, 'skipped');
    const counts = [`${count(results, 'passed')} passed`, ...(failed ? [`${failed} failed`] : []), ...(skipped ? [`${skipped} skipped`] : [])].join(
      ', ',
    );
    const time = seconds(results.reduce((sum, result) => sum + result.durationMs, 0));
    console.log(`  ${failed ? '✗' : '✓'} ${path}  ${counts}  ${time}`);
    for (const result of results) if (result.outcome === 'failed') console.log(`      ✗ ${result.name}`);
    this.#file = undefined;
  }
}

function count(results: readonly TestResult[], outcome: TestResult['outcome']): number {
  return results.filter(result => result.outcome === outcome).length;
}

function indent(text: string): string {
  const lines = text.split('\n');
  const shown = lines.length > 60 ? [...lines.slice(0, 60), `… ${lines.length - 60} more lines`] : lines;
  return shown.map(line => `    ${line}`).join('\n');
}
