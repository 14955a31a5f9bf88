import {SuiteReport} from './suite-report.ts';
import type {TestResult} from './result.ts';

/** Collects what the suites report while they run, and at the end says what failed and the closing line. */
export class Report {
  readonly #suites: SuiteReport[] = [];

  /**
   * Runs one suite, and measures it. An error thrown by the suite itself counts as one failed test.
   *
   * @param name - The suite's name as in `--only`.
   * @param work - Adds its results to the report that it gets.
   */
  async suite(name: string, work: (report: SuiteReport) => Promise<void>): Promise<void> {
    const suite = new SuiteReport(name);
    this.#suites.push(suite);
    try {
      await work(suite);
    } catch (error) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      suite.add({name: `the suite ${name} runs`, file: name, outcome: 'failed', detail, durationMs: 0});
    }
    suite.endFile();
  }

  get succeeded(): boolean {
    return this.#count('failed') === 0 && this.#count('passed') > 0;
  }

  /** Prints what was skipped, what failed, the figures of each suite, and last of all `N passed, N failed`. */
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
    for (const suite of this.#suites) console.log(suite.summary());
    console.log(`\n${this.#count('passed')} passed, ${this.#count('failed')} failed`);
  }

  #count(outcome: TestResult['outcome']): number {
    return this.#suites.reduce((sum, suite) => sum + suite.count(outcome), 0);
  }
}

function indent(text: string): string {
  const lines = text.split('\n');
  const shown = lines.length > 60 ? [...lines.slice(0, 60), `… ${lines.length - 60} more lines`] : lines;
  return shown.map(line => `    ${line}`).join('\n');
}
