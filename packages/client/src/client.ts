import type {Api, Route, RouteInput, RouteResponse} from '@portico/contract';
import type {ReceiptProof, ReceiptVerdict, VerifyOptions} from '@portico/contract/receipt-proof';
import {wire} from '@portico/contract/wire';
import {systemClock, type Clock} from './clock.ts';
import {createConnection, type Connection} from './connection.ts';
import {systemRandom, type Random} from './random.ts';
import {toWireRequest} from './request.ts';
import {defaultLimits, type Limits} from './retry.ts';
import {createSession, type FetchSession, type Session} from './session.ts';

/** What a single call may say besides its input. */
export interface CallOptions {
  /** Gives the call up. A change that was sent may still have happened: do not abort changes when an element leaves the page. */
  signal?: AbortSignal | undefined;
  /** For changes: the key of an act that was begun before, 16 to 128 of `[A-Za-z0-9_-]`. A new one when left out. */
  idempotencyKey?: string | undefined;
}

/** A function for a route; the input may be left out where nothing in it is needed. */
export type Call<R extends Route> = Record<never, never> extends RouteInput<R>
  ? (input?: RouteInput<R>, options?: CallOptions) => Promise<RouteResponse<R>>
  : (input: RouteInput<R>, options?: CallOptions) => Promise<RouteResponse<R>>;

/** A function for every route, by resource. */
export type Calls = {readonly [Resource in keyof Api]: {readonly [Verb in keyof Api[Resource]]: Api[Resource][Verb] extends Route ? Call<Api[Resource][Verb]> : never}};

/** Checks receipts on this device. */
export interface ReceiptChecks {
  /**
   * Whether a receipt, or a list of them, or a stretch of the chain is as it was signed. Asks no server: what is needed is loaded with the first call, and needs a
   * secure page and a browser with Ed25519 (Chrome 137, Firefox 129, Safari 17).
   *
   * @param options.keys - The vendor's keys as `receipts.keys()` gave them and somebody kept them. Without them a receipt is only proved to fit its own key.
   * @returns What was found; `valid` when that is nothing.
   */
  verify(receipts: ReceiptProof | readonly ReceiptProof[], options?: VerifyOptions): Promise<ReceiptVerdict>;
}

/** Every route as a function, and what they share. Each call throws `ApiError` when it fails. */
export interface Client extends Calls {
  readonly receipts: Calls['receipts'] & ReceiptChecks;
  /** The page's session: its state, who it is for, `logout()`. */
  readonly session: Session;
  /** What calls travel over, for the change feed and the outbox. */
  readonly connection: Connection;
}

/** Names a route. */
export interface RouteName {
  readonly resource: keyof Api;
  readonly verb: string;
}

interface SharedOptions {
  /** Address of the server, without `/v1`: `https://portico.example.com`. */
  apiUrl: string;
  /** Sends requests; the platform's `fetch` when left out. A server inside the page or a mock backend goes here. */
  fetch?: ((request: Request) => Response | Promise<Response>) | undefined;
  clock?: Clock | undefined;
  random?: Random | undefined;
  /** Language of texts that the server writes, such as `fi`. */
  locale?: string | undefined;
  /** Patience; see `Limits` for the defaults. */
  limits?: Partial<Limits> | undefined;
  /** Checks each answer and returns what the caller gets; tests pass the contract's schemas. Nothing is checked when left out. */
  validate?: ((route: RouteName, body: unknown) => unknown) | undefined;
}

/** Either the page's `fetchSession` (browsers) or a secret key (servers only). */
export type ClientOptions = SharedOptions & ({fetchSession: FetchSession; secretKey?: undefined} | {secretKey: string; fetchSession?: undefined});

/**
 * A client of one server for one person or key.
 *
 * @example
 * const client = createClient({apiUrl: 'https://portico.example.com', fetchSession: async () => (await fetch('/portico-session')).json()});
 * const {items} = await client.leadOffers.list({tab: 'new'});
 */
export function createClient(options: ClientOptions): Client {
  const {apiUrl, secretKey, locale, limits, validate, clock = systemClock, random = systemRandom} = options;
  const fetchSession = options.fetchSession ?? (() => Promise.resolve({token: secretKey ?? '', expiresInS: Number.POSITIVE_INFINITY}));
  const session = createSession(fetchSession, clock, random);
  const connection = createConnection({
    apiUrl: apiUrl.replace(/\/+$/, ''),
    session,
    clock,
    random,
    locale,
    limits: {...defaultLimits, ...limits},
    fetch: async request => (options.fetch ?? fetch)(request),
  });
  const call = async (route: RouteName, line: string, input: object = {}, {signal, idempotencyKey}: CallOptions = {}) => {
    const body = await connection.send(toWireRequest(line, input, random, idempotencyKey), signal);
    return validate ? validate(route, body) : body;
  };
  const calls = mapValues(wire as Readonly<Record<keyof Api, Readonly<Record<string, string>>>>, (lines, resource) => mapValues(lines, (line: string, verb) => (input?: object, callOptions?: CallOptions) => call({resource, verb}, line, input, callOptions)));
  // The wire table is generated from the table that `Calls` is typed by, and a test of the contract keeps the two equal.
  const typed = calls as unknown as Calls;
  const receipts = {...typed.receipts, verify: async (...given: Parameters<ReceiptChecks['verify']>) => (await import('@portico/contract/receipt-proof')).verifyReceipt(...given)};
  return {...typed, receipts, session, connection};
}

function mapValues<T extends object, R>(values: T, change: (value: T[keyof T], key: keyof T & string) => R): Record<string, R> {
  const changed: Record<string, R> = {};
  for (const [key, value] of Object.entries(values)) changed[key] = change(value as T[keyof T], key as keyof T & string);
  return changed;
}
