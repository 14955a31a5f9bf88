import {withCompileCache} from '../bootstrap/environment.mjs';
import {intoBatches, keepTimes} from './file-times.ts';
import type {Report} from './report.ts';
import type {TestResult} from './result.ts';
import {runTool} from './tool.ts';

export interface NodeTestOptions {
  /** Ends everything. */
  readonly signal: AbortSignal;
  /** How many processes run at a time. */
  readonly concurrency: number;
  /** How many processes the files are spread over; one for each file unless said. Files that share one share what takes long to load and to start. */
  readonly processes?: number;
  /** A process that takes longer than this for each of its files is ended and has failed. */
  readonly fileTimeoutMs: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Runs files of `node:test` on the TypeScript sources; the longest first.
 *
 * @param files - Paths from the root of the repository.
 */
export async function runNodeTests(files: readonly string[], report: Report, options: NodeTestOptions): Promise<void> {
  if (files.length === 0) return report.note('nothing to run');
  const waiting = intoBatches(files, options.processes ?? files.length);
  const times: Record<string, number> = {};
  const worker = async () => {
    for (let batch = waiting.shift(); batch && !options.signal.aborted; batch = waiting.shift()) {
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
    }
  };
  await Promise.all(Array.from({length: options.concurrency}, worker));
  if (!options.signal.aborted) keepTimes(times);
}

/** Runs some files in one process. @returns Results of every one of them, and for how long the process was there after the last. */
async function runBatch(files: readonly string[], {signal, fileTimeoutMs, environment}: NodeTestOptions): Promise<{results: TestResult[]; lingeredMs: number}> {
  const started = performance.now();
  let lastResult = started;
  const results: TestResult[] = [];
  const timeoutMs = fileTimeoutMs * files.length;
  const timeout = AbortSignal.timeout(timeoutMs);
  const flags = ['--conditions=portico-source', '--test-reporter=./scripts/test/node-reporter.ts', '--test-reporter-destination=stdout'];
  const together = files.length > 1 ? ['--test', '--test-isolation=none'] : [];
  const keep = (result: TestResult) => {
    lastResult = performance.now();
    results.push(files.length > 1 ? result : {...result, file: files[0] ?? ''});
  };
  const {code, output} = await runTool('node', [...together, ...flags, ...files], keep, {signal: AbortSignal.any([signal, timeout]), environment: {...withCompileCache, ...environment}});
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
