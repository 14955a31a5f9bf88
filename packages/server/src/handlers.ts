import type {Route, RouteParsed, RouteResponse, Routes} from '@portico/contract';
import type {Scope} from './database/scope.ts';

/**
 * Answers one route. Runs inside one transaction (read-only for GET) that `mount` opened and commits; throwing `problem(code)` undoes what it wrote.
 */
export type Handler<R extends Route> = (call: {readonly input: RouteParsed<R>; readonly scope: Scope}) => Promise<RouteResponse<R>>;

/** A handler for every route of a table: a missing one does not compile. */
export type Handlers<T extends Routes> = {readonly [K in keyof T]: Handler<T[K]>};
