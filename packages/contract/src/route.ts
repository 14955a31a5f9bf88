import type {z} from 'zod';
import type {ProblemCode} from './problem.ts';

/** Who may call a route: a host's backend with a secret key, vendor staff or partner people with an embed session, or anybody. */
export type Caller = 'public' | 'key' | 'vendor' | 'partner';

/** One operation of the API, as data. Server, client, mocks, OpenAPI and the test matrices derive from it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path below `/v1`; `{name}` is filled from the input's key of that name. */
  readonly path: `/${string}`;
  /**
   * Everything the caller says. Keys named in the path travel there, `version` travels as `If-Match`, the rest in the query (GET, DELETE) or the JSON body.
   */
  readonly input: z.ZodObject;
  readonly response: z.ZodType;
  /** Status of success; 200 unless said. 204 has no body. */
  readonly status?: 200 | 201 | 202 | 204;
  readonly callers: readonly Caller[];
  /** Codes beyond those that every route may answer. */
  readonly problems?: readonly ProblemCode[];
  /** Largest accepted body; 256 kB unless said. */
  readonly maxBodyBytes?: number;
}

export type Routes = Readonly<Record<string, Route>>;

/** Types a table of routes without widening it. */
export function defineRoutes<const T extends Routes>(routes: T): T {
  return routes;
}

/** What a caller passes to a route. */
export type RouteInput<R extends Route> = z.input<R['input']>;
/** What a handler receives: parsed, defaults filled in. */
export type RouteParsed<R extends Route> = z.output<R['input']>;
/** What a route answers. */
export type RouteResponse<R extends Route> = z.output<R['response']>;
