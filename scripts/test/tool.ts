import {spawn} from 'node:child_process';
import {createInterface} from 'node:readline';
import {root} from '../bootstrap/root.mjs';
import {fromLine, type TestResult} from './result.ts';

export interface ToolOptions {
  /** Ends the tool, and everything that it started. */
  readonly signal: AbortSignal;
  /** Added to this process's environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The folder to run in; the root of the repository by default. */
  readonly cwd?: string;
}

export interface ToolRun {
  /** The exit code; 1 when a signal ended the tool. */
  readonly code: number;
  /** How many results it reported. */
  readonly results: number;
  /** Everything else that it printed; the end of it when it was much. */
  readonly output: string;
}

/**
 * Runs a test tool whose reporter prints results.
 *
 * @param command - Name or path of the program; `node_modules/.bin` is on PATH.
 * @param add - Gets each result as it comes.
 */
export async function runTool(command: string, args: readonly string[], add: (result: TestResult) => void, options: ToolOptions): Promise<ToolRun> {
  const child = spawn(command, args, {
    cwd: options.cwd ?? root,
    env: {...process.env, ...options.environment},
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: browsers and servers that a test started end with it.
    detached: process.platform !== 'win32',
  });
  const end = () => endGroup(child.pid);
  if (options.signal.aborted) end();
  options.signal.addEventListener('abort', end);
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
    add(result);
  });
  createInterface({input: child.stderr}).on('line', keep);
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', exit => {
      // Whatever it left running would keep its pipes open.
      endGroup(child.pid, 'SIGKILL');
      child.once('close', () => resolve(exit ?? 1));
    });
  });
  options.signal.removeEventListener('abort', end);
  return {code, results, output: output.join('\n').trim()};
}

function endGroup(pid: number | undefined, signal: NodeJS.Signals = 'SIGTERM'): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // There is nobody left in it.
  }
}
