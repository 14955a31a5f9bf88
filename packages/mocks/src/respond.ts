import {allHandlers} from './all-handlers.ts';
import {sweepAssets} from './asset-flow.ts';
import {sweepChallenges} from './challenge-flow.ts';
import type {ChangeStreams} from './change-stream.ts';
import type {Clock} from './clock.ts';
import {sweepConflicts} from './conflict-case.mocks.ts';
import {sweepDeals} from './deal-flow.ts';
import {answer, refuse, type Replays} from './http.ts';
import {sweep} from './let-go.ts';
import {MockProblem, problem} from './problem.ts';
import type {Behaviour} from './scenarios.ts';
import {answerLink} from './share-link.mocks.ts';
import {answerFile, filesPath} from './stored-file.bytes.ts';
import type {Store} from './store.ts';
import {sweepTiers} from './tier-flow.ts';
import {viewerOf, type Viewer} from './viewer.ts';

/** What requests are answered from. */
export interface World {
  readonly store: Store;
  readonly replays: Replays;
  /** When deadlines were looked at last, in milliseconds. */
  sweptAt: number;
}

/** What stays while rows come and go. */
export interface Responder {
  readonly behaviour: Behaviour;
  readonly clock: Clock;
  readonly streams: ChangeStreams;
  /** Tokens with a lower number were ended. */
  endedBefore: number;
}

/** Somebody without a session. */
const visitor = {caller: 'key', person: null, partnerOrgId: null, roles: [], side: 'vendor', seesWholeOrg: true} as const satisfies Viewer;

/** Answers one request, or none at all while the backend is offline. */
export async function respond(request: Request, world: () => World, {behaviour, clock, streams, endedBefore}: Responder): Promise<Response> {
  if (behaviour.offline) throw new TypeError('Failed to fetch');
  if (behaviour.latencyMs > 0) await pause(clock, behaviour.latencyMs, request.signal);
  const here = world();
  const {store, replays} = here;
  const requestId = store.newId('request');
  const scope = {store, handlers: allHandlers, replays, requestId};
  const {pathname} = new URL(request.url);
  try {
    const path = decodeURIComponent(/\/v1(\/.*)$/.exec(pathname)?.[1] ?? '');
    const isForAnybody = path.startsWith('/embed/') || path.startsWith('/copies/');
    const isOutside = pathname.startsWith(filesPath) || pathname.startsWith('/s/');
    if ((isForAnybody || isOutside) && behaviour.refusal) throw problem(behaviour.refusal);
    if (pathname.startsWith(filesPath)) return await answerFile(request, store);
    if (pathname.startsWith('/s/')) return store.act(() => answerLink(request, {store, viewer: visitor}));
    if (isForAnybody) return await forAnyPage(await answer(request, path, visitor, scope));
    const viewer = viewerOf(request.headers.get('authorization'), store, endedBefore);
    if (path === '/events') return streams.open(request, viewer);
    if (behaviour.refusal && path !== '/me') throw problem(behaviour.refusal);
    // A minute is fine enough for deadlines, and spares a walk over every offer at each request.
    if (clock.now() - here.sweptAt >= 60_000) {
      here.sweptAt = clock.now();
      store.act(() => {
        for (const each of [sweep, sweepDeals, sweepAssets, sweepConflicts, sweepTiers, sweepChallenges]) each(store);
      });
    }
    return await answer(request, path, viewer, scope);
  } catch (error) {
    if (error instanceof MockProblem) return refuse(error, requestId);
    throw error;
  }
}

/** What pages of any origin may read and keep for a while. */
async function forAnyPage(response: Response): Promise<Response> {
  const body = await response.text();
  const headers = new Headers(response.headers);
  headers.set('access-control-allow-origin', '*');
  if (response.status === 200) {
    headers.set('cache-control', 'public, max-age=30');
    headers.set('etag', `"${[...body].reduce((hash, character) => (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0, 7).toString(36)}"`);
  }
  return new Response(body, {status: response.status, headers});
}

function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, resolve);
    signal.addEventListener('abort', () => {
      cancel();
      reject(signal.reason);
    });
  });
}
