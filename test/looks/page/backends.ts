import {embeddedCollateralExample} from '@portico/contract/examples';
import {createMockBackend, systemClock, type MockBackend, type ScenarioName} from '@portico/mocks';
import type {State} from '../cells.ts';
import type {Look} from './looks.ts';
import {stillMs} from './still.ts';

/** A server for one widget in one state. */
export interface Backend extends Pick<MockBackend, 'fetchSession'> {
  readonly fetch: typeof fetch;
  /** Answers that are on their way, those aside that never come. */
  readonly pending: number;
  /** Every text that it has sent: names, titles, what people wrote. */
  readonly words: ReadonlySet<string>;
}

const scenarios: Readonly<Record<State, ScenarioName>> = {
  default: 'default',
  opened: 'default',
  longNames: 'longNames',
  empty: 'empty',
  loading: 'default',
  failing: 'failing',
  offline: 'offline',
  forbidden: 'forbidden',
};

const isSession = (url: string) => new URL(url).pathname.endsWith('/v1/me');

const withContent: readonly State[] = ['default', 'opened', 'longNames', 'loading'];

const startBackend = (look: Look, state: State) => createMockBackend({scenario: scenarios[state], as: look.as === 'vendor' ? 'vendor' : 'partner', clock: {...systemClock, now: () => stillMs}});

const prepared = new Map<Look['prepare'], Map<string, MockBackend>>();

/** Half a year of history takes a while to count, and looking at it changes nothing: whoever needs the same gets the same. */
function preparedFor(look: Look, prepare: NonNullable<Look['prepare']>, state: State): MockBackend {
  const own = prepared.get(prepare) ?? new Map<string, MockBackend>();
  prepared.set(prepare, own);
  const key = `${look.as} ${scenarios[state]}`;
  let backend = own.get(key);
  if (!backend) {
    own.set(key, (backend = startBackend(look, state)));
    prepare(backend, {longNames: state === 'longNames'});
  }
  return backend;
}

/** A pretend server that is in a state. */
export function backendFor(look: Look, state: State): Backend {
  const backend = look.prepare && withContent.includes(state) ? preparedFor(look, look.prepare, state) : startBackend(look, state);
  const answer = look.as === 'public' ? publicAnswer(state) : (request: Request) => (state === 'loading' && !isSession(request.url) ? never : backend.fetch(request));
  const words = new Set(look.open.says ? [look.open.says.text, look.open.says.action?.label ?? ''] : []);
  let pending = 0;
  return {
    fetchSession: look.personId ? backend.fetchSessionAs('vendor', look.personId) : backend.fetchSession,
    words,
    get pending() {
      return pending;
    },
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const answered = answer(request);
      if (answered === never) return never;
      pending++;
      try {
        const response = await answered;
        if (response.headers.get('content-type')?.includes('json')) collectWords(await response.clone().json(), words);
        return response;
      } finally {
        pending--;
      }
    },
  };
}

const never = new Promise<Response>(() => {});

function collectWords(value: unknown, words: Set<string>): void {
  // An address may be shown without what it begins with.
  if (typeof value === 'string') for (const line of [value, ...value.split('\n'), value.replace(/^https?:\/\//, '')]) words.add(line.trim());
  else if (value && typeof value === 'object') for (const each of Object.values(value)) collectWords(each, words);
}

const titles = ['Aurora Vision datasheet', 'Warehouse rollout', 'Kamerajärjestelmän käyttöönotto', 'Hướng dẫn lắp đặt', 'Maintenance calendar'];
const longTitle = 'Kamerajärjestelmän käyttöönotto paperitehtaan laadunvalvonnassa-ja-automaatiojärjestelmien-yhteydessä';

/** What a public page is answered: it has no session, and asks one address. */
function publicAnswer(state: State): (request: Request) => Promise<Response> {
  const [piece] = embeddedCollateralExample.items;
  const items = state === 'empty' || !piece ? [] : titles.map((title, index) => ({...piece, id: `${piece.id.slice(0, -1)}${index}`, title: state === 'longNames' ? `${longTitle} ${index + 1}` : title, preview: null}));
  if (state === 'loading') return () => never;
  return async () => {
    if (state === 'offline') throw new TypeError('Failed to fetch');
    if (state === 'failing') return new Response('', {status: 500});
    if (state === 'forbidden') return new Response('', {status: 410});
    return Response.json({...embeddedCollateralExample, partner: {...embeddedCollateralExample.partner, logoUrl: null}, items});
  };
}
