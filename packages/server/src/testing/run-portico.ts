import {spawn, type ChildProcessByStdio} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import type {Readable} from 'node:stream';
import {fileURLToPath} from 'node:url';
import {runCli} from '../cli/run-cli.ts';

const bin = fileURLToPath(new URL('../bin.ts', import.meta.url));

/** What a command said and how it ended. */
export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `portico` in a process of its own, with an environment that holds only what is said here. */
export async function runPortico(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Finished> {
  const child = start(args, env);
  const said = {out: '', err: ''};
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return {code, ...said};
}

/**
 * Runs `portico` in this process: the same code without the second that a process takes to start.
 *
 * @param now - The clock; the system's unless said.
 */
export async function runHere(args: readonly string[], env: Readonly<Record<string, string>>, now?: () => number): Promise<Finished> {
  const said = {out: '', err: ''};
  const code = await runCli(args, {env, ...(now && {now}), out: text => (said.out += `${text}\n`), err: text => (said.err += `${text}\n`), onStop: () => {}, onCrash: () => {}});
  return {code, ...said};
}

/** A `portico serve` that is ready. */
export interface Serving {
  readonly url: string;
  /** Lines of its log. */
  readonly lines: readonly string[];
  /** Sends a signal and waits for the end. @returns The exit code, `null` when it was killed. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `portico serve` on a free port and waits until it is ready. */
export async function servePortico(env: Readonly<Record<string, string>>): Promise<Serving> {
  const child = start(['serve', '--port', '0'], env);
  const exited = once(child, 'exit');
  child.stderr.resume();
  const lines: string[] = [];
  const ready = Promise.withResolvers<string>();
  createInterface({input: child.stdout}).on('line', line => {
    lines.push(line);
    const url = /"url":"([^"]+)"/.exec(line)?.[1];
    if (url) ready.resolve(url);
  });
  void exited.then(() => ready.reject(new Error(`portico serve ended before it was ready:\n${lines.join('\n')}`)));
  return {
    url: await ready.promise,
    lines,
    end: async signal => {
      child.kill(signal);
      const [code] = (await exited) as [number | null];
      return code;
    },
  };
}

function start(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcessByStdio<null, Readable, Readable> {
  const {PATH = '', NODE_COMPILE_CACHE = ''} = process.env;
  return spawn(process.execPath, ['--conditions=portico-source', bin, ...args], {env: {PATH, NODE_COMPILE_CACHE, ...env}, stdio: ['ignore', 'pipe', 'pipe']});
}
