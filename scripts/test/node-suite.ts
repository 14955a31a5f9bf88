import {withCompileCache} from '../bootstrap/environment.mjs';
import {keepTimes, longestFirst} from './file-times.ts';
import type {Report} from './report.ts';
import type {TestResult} from './result.ts';
import {runTool} from './tool.ts';

export interface NodeTestOptions {
  /** Ends everything. */
  readonly signal: AbortSignal;
  /** How many files run at a time. */
  readonly concurrency: number;
  /** A file that takes longer is ended and has failed. */
  readonly fileTimeoutMs: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Runs files of `node:test`, each in a process of its own, on the TypeScript sources; the longest first.
 *
 * @param files - Paths from the root of the repository.
 */
export async function runNodeTests(files: readonly string[], report: Report, options: NodeTestOptions): Promise<void> {
  if (files.length === 0) return report.note('nothing to run');
  const waiting = longestFirst(files);
  const times: Record<string, number> = {};
  const worker = async () => {
    for (let file = waiting.shift(); file && !options.signal.aborted; file = waiting.shift()) {
      const started = performance.now();
      for (const result of await runFile(file, options)) report.add(result);
      times[file] = Math.round(performance.now() - started);
      report.endFile();
    }
  };
  await Promise.all(Array.from({length: options.concurrency}, worker));
  if (!options.signal.aborted) keepTimes(times);
}

async function runFile(file: string, {signal, fileTimeoutMs, environment}: NodeTestOptions): Promise<TestResult[]> {
  const started = performance.now();
  const results: TestResult[] = [];
  const timeout = AbortSignal.timeout(fileTimeoutMs);
  const flags = ['--conditions=portico-source', '--test-reporter=./scripts/test/node-reporter.ts', '--test-reporter-destination=stdout'];
  const {code, output} = await runTool('node', [...flags, file], result => results.push({...result, file}), {
    signal: AbortSignal.any([signal, timeout]),
    environment: {...withCompileCache, ...environment},
  });
  const trouble = describeTrouble();
  return trouble
    ? [...results, {name: 'the file runs to its end', file, outcome: 'failed', detail: trouble, durationMs: performance.now() - started}]
    : results;

  function describeTrouble(): string | undefined {
    if (timeout.aborted) return `Ended after ${fileTimeoutMs / 1000} s; the tests above were done by then.\n${output}`;
    if (signal.aborted) return 'Ended on request.';
    if (results.length === 0 && code === 0) return 'This file has no tests.';
    if (code !== 0 && !results.some(({outcome}) => outcome === 'failed')) return `Node ended with code ${code}.\n${output}`;
    return undefined;
  }
}
