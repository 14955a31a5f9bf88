import {actsOn, type Acts} from './acts.ts';
import {ChangeStreams} from './change-stream.ts';
import {systemClock, type Clock} from './clock.ts';
import {respond, type Responder, type World} from './respond.ts';
import {type Behaviour, haveSameRows, type Scenario, type ScenarioName, scenarios} from './scenarios.ts';
import {seedData} from './seed.ts';
import {Store} from './store.ts';
import {mintSession} from './viewer.ts';

export interface MockBackendOptions {
  scenario?: ScenarioName | undefined;
  /** Whose page it is: somebody at the partner Lumen Automation (default), or vendor staff. */
  as?: 'partner' | 'vendor' | undefined;
  /** Points, boards, levels, challenges, badges and rewards too, as many as the scenario has. Without it there are none until `act.standing()` and `act.challenges()` make them. */
  standing?: boolean | undefined;
  clock?: Clock | undefined;
  /** The same number gives the same rows. */
  seed?: number | undefined;
}

/** What a session is, as a page's own backend passes it on. */
export interface MockSession {
  readonly token: string;
  readonly expiresInS: number;
  readonly draftSecret: string;
}

/** A pretend Portico server that remembers what was done to it. */
export interface MockBackend {
  /** Answers a request; give it to `createClient({fetch})` or to msw. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** A session of the person whose page it is. */
  readonly fetchSession: () => Promise<MockSession>;
  /** A session of somebody else, for two pages on one backend. */
  fetchSessionAs(as: 'partner' | 'vendor', personId?: string): () => Promise<MockSession>;
  /**
   * All that a portal needs, without a service worker: for `Object.assign(portal, backend.connection)`, `createPortal(backend.connection)` and
   * `createClient(backend.connection)`.
   */
  readonly connection: {readonly apiUrl: string; readonly fetch: typeof globalThis.fetch; readonly fetchSession: () => Promise<MockSession>};
  readonly behaviour: Behaviour;
  /** The scenario that is pretended. */
  readonly scenario: ScenarioName;
  /**
   * Pretends another scenario from now on, also to pages that are open: they read again. What was done is forgotten only where the scenario has other rows:
   * `slow`, `offline`, `forbidden` and `failing` leave them as they are.
   */
  use(scenario: ScenarioName): void;
  /** Forgets everything that was done and behaves as its scenario says, as if it had just begun: for the time between two tests. */
  reset(): void;
  /** Makes something happen while a page looks on. Taken anew after `use` and `reset`. */
  readonly act: Acts;
  /** Ends every session that was minted until now, and the streams with them. */
  endSessions(): void;
  /** Cuts every open stream, as a restart does. */
  cutStreams(last?: 'cut' | 'reset' | 'reauth' | 'drain'): void;
  readonly openStreams: number;
  /** The rows, for a test that looks behind the answers. Taken anew after `use` and `reset`. */
  readonly store: Store;
}

/** Nothing listens there; the name is one of those that never will. */
const apiUrl = 'https://portico.test';

/** Starts a pretend backend. Nothing is shared between two of them. */
export function createMockBackend({scenario: first = 'default', as = 'partner', standing = false, clock = systemClock, seed = 1}: MockBackendOptions = {}): MockBackend {
  let name = first;
  let rows: Scenario = scenarios[first];
  let {world, act} = begin();
  const behaviour: Behaviour = toBehaviour(rows);
  const streams = new ChangeStreams(world.store);
  const responder: Responder = {behaviour, clock, streams, endedBefore: 0};

  function begin(minted = 0): {world: World; act: Acts} {
    const store = new Store(seedData(rows, seed, clock.now()), clock);
    store.tokensMinted = minted;
    const acts = actsOn(store);
    if (standing && rows.standing) {
      acts.standing(rows.standing);
      acts.challenges();
    }
    return {world: {store, replays: new Map(), sweptAt: clock.now()}, act: acts};
  }

  const startOver = () => {
    ({world, act} = begin(world.store.tokensMinted));
    streams.moveTo(world.store);
  };

  const fetchSessionAs = (side: 'partner' | 'vendor', personId?: string) => async () => mintSession(world.store, clock, side, personId);
  const answer: MockBackend['fetch'] = async (input, init) => respond(new Request(input, init), () => world, responder);
  return {
    fetch: answer,
    fetchSession: fetchSessionAs(as),
    fetchSessionAs,
    connection: {apiUrl, fetch: answer as typeof globalThis.fetch, fetchSession: fetchSessionAs(as)},
    behaviour,
    get scenario() {
      return name;
    },
    use(next) {
      name = next;
      Object.assign(behaviour, toBehaviour(scenarios[next]));
      if (behaviour.offline) streams.closeAll('cut');
      if (!haveSameRows(scenarios[next], rows)) {
        rows = scenarios[next];
        startOver();
      } else streams.moveTo(world.store);
    },
    reset() {
      Object.assign(behaviour, toBehaviour(scenarios[name]));
      startOver();
    },
    get act() {
      return act;
    },
    endSessions() {
      responder.endedBefore = world.store.tokensMinted;
      streams.closeAll('reauth');
    },
    cutStreams: (last = 'cut') => streams.closeAll(last),
    get openStreams() {
      return streams.size;
    },
    get store() {
      return world.store;
    },
  };
}

const toBehaviour = ({latencyMs, offline, refusal}: Scenario): Behaviour => ({latencyMs, offline, refusal});
