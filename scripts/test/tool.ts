import {spawn} from 'node:child_process';
import {createInterface} from 'node:readline';
import {root} from '../bootstrap/root.mjs';
import type {Report} from './report.ts';
import {fromLine} from './result.ts';

export interface ToolRun {
  /** The exit code; 1 when a signal ended the tool. */
  readonly code: number;
  /** How many results it reported. */
  readonly results: number;
  /** Everything else that it printed, the end of it when it was much. */
  readonly output: string;
}

/**
 * Runs a test tool and adds the results that its reporter prints.
 *
 * @param command - Name or path of the program; `node_modules/.bin` is on PATH.
 * @param options.environment - Added to this process's environment.
 * @param options.cwd - The folder to run in, the root of the repository by default.
 * @param options.signal - Ends the tool with SIGTERM.
 */
export async function runTool(
  command: string,
  args: readonly string[],
  report: Report,
  options: {signal: AbortSignal; environment?: Record<string, string>; cwd?: string},
): Promise<ToolRun> {
  const child = spawn(command, args, {
    cwd: options.cwd ?? root,
    env: {...process.env, ...options.environment},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => child.kill('SIGTERM');
  options.signal.addEventListener('abort', kill);
  const output: string[] = [];
  let results = 0;
  const keep = (line: string) => {
    output.push(line);
    if (output.length > 400) output.splice(0, 100);
  };
  createInterface({input: child.stdout}).on('line', line => {
    const result = fromLine(line);
    if (!result) return keep(line);
    results += 1;
    report.add(result);
  });
  createInterface({input: child.stderr}).on('line', keep);
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', exit => resolve(exit ?? 1));
  });
  options.signal.removeEventListener('abort', kill);
  return {code, results, output: output.join('\n')};
}
