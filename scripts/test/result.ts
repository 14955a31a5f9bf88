/** What became of one test. */
export interface TestResult {
  /** The test's full name, its describe blocks first, joined by ` › `. */
  readonly name: string;
  /** Path of the test file from the root of the repository. */
  readonly file: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** The error of a failed test, or the reason why it was skipped. */
  readonly detail?: string;
  readonly durationMs: number;
}

const mark = '@portico-test-result ';

/** Writes a result as one line of a tool's output; how the reporters inside Node, web-test-runner and Vitest speak to `npm test`. */
export function toLine(result: TestResult): string {
  return `${mark}${JSON.stringify(result)}\n`;
}

/** Reads such a line back; undefined for any other output. */
export function fromLine(line: string): TestResult | undefined {
  return line.startsWith(mark) ? (JSON.parse(line.slice(mark.length)) as TestResult) : undefined;
}
