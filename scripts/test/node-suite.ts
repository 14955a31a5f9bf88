import {withCompileCache} from '../bootstrap/environment.mjs';
import {intoBatches, intoCompanies, keepTimes} from './file-times.ts';
import type {Lanes} from './lanes.ts';
import type {TestResult} from './result.ts';
import type {SuiteReport} from './suite-report.ts';
import {runTool} from './tool.ts';

export interface NodeTestOptions {
  /** Ends everything. */
  readonly signal: AbortSignal;
  /** Each process takes one. */
  readonly lanes: Lanes;
  /** How many processes the files are spread over; one for each file unless said. Files that share one share what takes long to load and to start. */
  readonly processes?: number;
  /** Says of a file what those have in common that are to share a process, in their order, instead of being spread. */
  readonly companyOf?: (file: string) => string;
  /** A process that takes longer than this for each of its files is ended and has failed. */
  readonly fileTimeoutMs: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Runs files of `node:test` on the TypeScript sources; the longest first.
 *
 * @param files - Paths from the root of the repository.
 */
export async function runNodeTests(files: readonly string[], report: SuiteReport, options: NodeTestOptions): Promise<void> {
  if (files.length === 0) return report.note('nothing to run');
  const times: Record<string, number> = {};
  const run = async (batch: readonly string[]) => {
    if (options.signal.aborted) return;
    const started = performance.now();
    const {results, lingeredMs} = await runBatch(batch, options);
    // A timer or a socket that a test left behind.
    if (lingeredMs > 5_000) report.note(`${batch.join(', ')}: the process went on for ${(lingeredMs / 1000).toFixed(0)} s after its last test`);
    for (const file of batch) {
      const own = results.filter(result => result.file === file);
      for (const result of own) report.add(result);
      times[file] = Math.round(batch.length === 1 ? performance.now() - started : own.reduce((sum, {durationMs}) => sum + durationMs, 0));
      report.endFile();
    }
  };
  const batches = options.companyOf ? intoCompanies(files, options.companyOf) : intoBatches(files, options.processes ?? files.length);
  await Promise.all(batches.map(batch => options.lanes.use(() => run(batch))));
  if (!options.signal.aborted) keepTimes(times);
}

/** Runs some files in one process. @returns Results of every one of them, and for how long the process was there after the last. */
async function runBatch(files: readonly string[], {signal, fileTimeoutMs, environment}: NodeTestOptions): Promise<{results: TestResult[]; lingeredMs: number}> {
  const started = performance.now();
  let lastResult = started;
  const results: TestResult[] = [];
  const timeoutMs = fileTimeoutMs * files.length;
  const timeout = AbortSignal.timeout(timeoutMs);
  // Answers and rows live for a moment: with room for them, a good part of collecting garbage falls away.
  const flags = ['--max-semi-space-size=64', '--test-isolation=none', '--import=./scripts/test/no-promise-hooks.mjs', '--conditions=portico-source', 'scripts/test/node-files.ts'];
  const keep = (result: TestResult) => {
    lastResult = performance.now();
    results.push(files.length > 1 ? result : {...result, file: files[0] ?? ''});
  };
  const {code, output} = await runTool('node', [...flags, ...files], keep, {signal: AbortSignal.any([signal, timeout]), environment: {...withCompileCache, ...environment}});
  const lingeredMs = performance.now() - lastResult;
  const silent = files.filter(file => !results.some(result => result.file === file));
  const strange = results.find(({file}) => !files.includes(file));
  const failures = [
    ...describeTrouble().map(detail => failure(files.at(-1) ?? '', detail)),
    ...(code === 0 ? silent.map(file => failure(file, 'This file has no tests.')) : []),
    ...(strange ? [failure(files[0] ?? '', `A test counts as one of ${strange.file}, which was not to run.`)] : []),
  ];
  return {results: [...results, ...failures], lingeredMs};

  function failure(file: string, detail: string): TestResult {
    return {name: files.length > 1 ? `the files of one process run to their end (${files.join(', ')})` : 'the file runs to its end', file, outcome: 'failed', detail, durationMs: performance.now() - started};
  }

  function describeTrouble(): string[] {
    if (timeout.aborted) return [`Ended after ${timeoutMs / 1000} s; the tests above were done by then.\n${output}`];
    if (signal.aborted) return ['Ended on request.'];
    if (code !== 0 && !results.some(({outcome}) => outcome === 'failed')) return [`Node ended with code ${code}.\n${output}`];
    return [];
  }
}
