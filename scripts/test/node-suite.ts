import type {Report} from './report.ts';
import {runTool} from './tool.ts';

/**
 * Runs files with `node --test` on the TypeScript sources.
 *
 * @param files - Paths from the root of the repository.
 * @param options.concurrency - How many files run at a time.
 * @param options.timeoutMs - For a test, and for a whole file.
 */
export async function runNodeTests(
  files: readonly string[],
  report: Report,
  options: {signal: AbortSignal; concurrency: number; timeoutMs: number; environment?: Record<string, string>},
): Promise<void> {
  if (files.length === 0) return report.note('nothing to run');
  const flags = [
    '--conditions=portico-source',
    '--test',
    `--test-concurrency=${options.concurrency}`,
    `--test-timeout=${options.timeoutMs}`,
    '--test-reporter=./scripts/test/node-reporter.ts',
    '--test-reporter-destination=stdout',
  ];
  const {code, results, output} = await runTool('node', [...flags, ...files], report, options);
  if (results === 0 || (code !== 0 && code !== 1)) throw new Error(`node --test ended with code ${code} after ${results} results.\n${output}`);
}
