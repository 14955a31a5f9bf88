import type {Api, Route, RouteParsed, RouteResponse, Routes} from '@portico/contract';
import type {Store} from './store.ts';
import type {Viewer} from './viewer.ts';

/** What a handler works with. */
export interface Scope {
  readonly store: Store;
  readonly viewer: Viewer;
}

/** A function for every route of a resource; a missing one does not compile. One that answers later has done its act when it returns: only proofs and hashes are waited for. */
export type MockHandlers<R extends Routes> = {readonly [Verb in keyof R]: (input: RouteParsed<R[Verb]>, scope: Scope) => RouteResponse<R[Verb]> | Promise<RouteResponse<R[Verb]>>};

/** A function for every route. */
export type AllHandlers = {readonly [Resource in keyof Api]: MockHandlers<Api[Resource]>};

export type AnyHandler = (input: RouteParsed<Route>, scope: Scope) => unknown;
