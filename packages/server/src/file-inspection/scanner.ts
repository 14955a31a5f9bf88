import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {connect} from 'node:net';
import {ScannerError, type Scanner} from './scanning.ts';

const withinMs = 120_000;

/** @param setting - `clamd://host:port`, or a command with its arguments, split at blanks. */
export function openScanner(setting: string, timeoutMs = withinMs): Scanner {
  const clamd = /^clamd:\/\/([^:/]+|\[[^\]]+\]):(\d+)$/.exec(setting);
  if (clamd) return new Clamd(clamd[1] ?? '', Number(clamd[2]), timeoutMs);
  const [command = '', ...args] = setting.split(/\s+/);
  return new ScanCommand(command, args, timeoutMs);
}

/** Speaks INSTREAM with clamd: pieces with their length before them, an empty one at the end, and a line back. */
class Clamd implements Scanner {
  readonly #host: string;
  readonly #port: number;
  readonly #timeoutMs: number;

  constructor(host: string, port: number, timeoutMs: number) {
    this.#host = host.replace(/^\[|\]$/g, '');
    this.#port = port;
    this.#timeoutMs = timeoutMs;
  }

  async scan(bytes: AsyncIterable<Uint8Array>): Promise<'clean' | 'infected'> {
    const signal = AbortSignal.timeout(this.#timeoutMs);
    const socket = connect({host: this.#host, port: this.#port, signal});
    let answer = '';
    try {
      socket.setEncoding('latin1').on('data', (text: string) => (answer += text));
      const ended = once(socket, 'close', {signal});
      // It is waited for below; a scanner that hangs up early makes the writing fail as well.
      ended.catch(() => {});
      await once(socket, 'connect', {signal});
      socket.write('zINSTREAM\0');
      for await (const piece of bytes) {
        if (socket.destroyed || answer !== '') break;
        const length = Buffer.alloc(4);
        length.writeUInt32BE(piece.length);
        socket.write(length);
        if (!socket.write(piece)) await Promise.race([once(socket, 'drain', {signal}), ended]);
      }
      if (!socket.destroyed) socket.write(Buffer.alloc(4));
      await ended;
      return verdictOf(answer);
    } catch (error) {
      // One that has seen enough answers and hangs up while pieces are still on their way: that is an error of the connection, and an answer all the same.
      if (/: OK\0|FOUND\0/.test(answer)) return verdictOf(answer);
      throw error instanceof ScannerError ? error : new ScannerError(error instanceof Error ? error.message : String(error));
    } finally {
      socket.destroy();
    }
  }
}

function verdictOf(answer: string): 'clean' | 'infected' {
  const line = answer.replace(/\0.*$/s, '').trim();
  if (line.endsWith(': OK')) return 'clean';
  if (line.endsWith(' FOUND')) return 'infected';
  throw new ScannerError(line.slice(0, 200) || 'no answer');
}

/** Gives the file to a command; 0 is clean and 1 infected, as with clamscan and most others. */
class ScanCommand implements Scanner {
  readonly #command: string;
  readonly #args: readonly string[];
  readonly #timeoutMs: number;

  constructor(command: string, args: readonly string[], timeoutMs: number) {
    this.#command = command;
    this.#args = args;
    this.#timeoutMs = timeoutMs;
  }

  async scan(bytes: AsyncIterable<Uint8Array>): Promise<'clean' | 'infected'> {
    // Not by `timeout`: for a command that cannot be started, Node would keep that timer to its end.
    const child = spawn(this.#command, this.#args, {stdio: ['pipe', 'ignore', 'ignore'], signal: AbortSignal.timeout(this.#timeoutMs), killSignal: 'SIGKILL'});
    const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
    // It is waited for below; meanwhile the command may have gone.
    ended.catch(() => {});
    child.stdin.on('error', () => {});
    try {
      for await (const piece of bytes) {
        if (child.stdin.destroyed) break;
        // A command that has read enough closes its end: how it ends says the rest.
        if (!child.stdin.write(piece)) await Promise.race([once(child.stdin, 'drain').catch(() => {}), ended]);
      }
      child.stdin.end();
      const [code, signal] = await ended;
      if (code === 0 || code === 1) return code === 0 ? 'clean' : 'infected';
      throw new ScannerError(signal === null ? `it ended with ${code}` : `it was stopped by ${signal}`);
    } catch (error) {
      throw error instanceof ScannerError ? error : new ScannerError(error instanceof Error ? error.message : String(error));
    }
  }
}
