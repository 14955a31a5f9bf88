import {once} from 'node:events';
import {createServer, type IncomingMessage} from 'node:http';
import type {AddressInfo, Socket} from 'node:net';
import {setTimeout as sleep} from 'node:timers/promises';
import {getRequestListener} from '@hono/node-server';
import type {App} from '../app.ts';
import type {Context} from '../context.ts';
import {refuse, unreadableResponse} from './unreadable.ts';

export interface ServeOptions {
  /** 0 for a free one. */
  readonly port: number;
  /** `127.0.0.1` unless said. */
  readonly host?: string;
  readonly context: Context;
  /** Takes the caller's address from the last entry of `X-Forwarded-For`. */
  readonly trustProxy?: boolean;
  /** How long requests are still taken while stopping, so that a load balancer notices; 3,000 unless said. */
  readonly acceptForMs?: number;
}

/** A server that listens. */
export interface Listening {
  /** `http://127.0.0.1:4400`. */
  readonly url: string;
  readonly port: number;
  /** Stops in order: not ready, streams sent away, running requests finished, connections closed. Resolves when nothing listens any more. */
  stop(): Promise<void>;
}

const dueEveryMs = 1_000;
const finishWithinMs = 20_000;

/** Serves an app on a port, and has it do what is due every second. */
export async function serve(app: App, {port, host = '127.0.0.1', context, trustProxy = false, acceptForMs = 3_000}: ServeOptions): Promise<Listening> {
  const listener = getRequestListener((request, env) => app.fetch(request, ipOf(env.incoming as IncomingMessage, trustProxy)), {
    overrideGlobalObjects: false,
    // Hono answers everything else; what comes here has an address or a host that cannot be read.
    errorHandler: () => unreadableResponse(400, context),
  });
  const server = createServer({requestTimeout: 120_000, headersTimeout: 15_000, keepAliveTimeout: 65_000}, (incoming, outgoing) => void listener(incoming, outgoing));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => refuse(error, socket, context));
  server.listen(port, host);
  await once(server, 'listening');
  const stopDue = everySecond(() => app.runDue(), context);
  let stopping: Promise<void> | undefined;
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    port: address.port,
    stop: () => (stopping ??= stop()),
  };

  async function stop(): Promise<void> {
    app.drain();
    await sleep(acceptForMs);
    await stopDue();
    const closed = once(server, 'close');
    server.close();
    server.closeIdleConnections();
    // Streams and keep-alive connections would hold `close` up for ever.
    const deadline = setTimeout(() => server.closeAllConnections(), finishWithinMs);
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    await closed;
    clearTimeout(deadline);
    clearInterval(idle);
    await app.close();
  }
}

/** Calls again and again, a second after the last call ended. @returns Stops it and waits for a call at work. */
function everySecond(work: () => Promise<unknown>, {log}: Context): () => Promise<void> {
  const stop = new AbortController();
  const loop = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await sleep(dueEveryMs, undefined, {signal: stop.signal}).catch(() => {});
      if (stop.signal.aborted) return;
      await work().catch((error: unknown) => log.error({err: error}, 'what is due could not be done'));
    }
  };
  const running = loop();
  return async () => {
    stop.abort();
    await running;
  };
}

function ipOf({socket, headers}: IncomingMessage, trustProxy: boolean): {ip?: string} {
  const forwarded = trustProxy ? String(headers['x-forwarded-for'] ?? '').split(',').at(-1)?.trim() : undefined;
  const ip = forwarded || socket.remoteAddress;
  return ip ? {ip} : {};
}
