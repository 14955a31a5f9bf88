import {scopeOf, type Api, type Route, type Routes} from '@portico/contract';
import type {Handler, Handlers} from '../handlers.ts';
import {pathKeysOf} from './read-input.ts';

/** Where the API is below the server's own address. */
export const basePath = '/v1';

/** Handlers of every resource by the contract's names. */
export type HandlerTable = {readonly [R in keyof Api]: Handlers<Api[R]>};

/** One route with its place in the table and its handler. */
export interface MountedRoute {
  /** `leadOffers.accept`. */
  readonly name: string;
  readonly resource: keyof Api;
  readonly route: Route;
  readonly scope: string | null;
  readonly handler: Handler<Route>;
  /** Handler and route that read the object a path names, by the path's key: what a repeated request is checked against. */
  readonly readers: Readonly<Record<string, {readonly route: Route; readonly handler: Handler<Route>}>>;
}

/** Every route of a resource, with its handler. */
export function mountedRoutes(api: Api, resource: keyof Api, routes: Routes, handlers: HandlerTable): MountedRoute[] {
  const handlersOf = (name: keyof Api) => handlers[name] as unknown as Record<string, Handler<Route>>;
  return Object.entries(routes).map(([verb, route]) => {
    const handler = handlersOf(resource)[verb];
    if (!handler) throw new Error(`${resource}.${verb} has no handler.`);
    const readers = pathKeysOf(route.path).flatMap(key => {
      const owner = key === 'id' ? resource : (`${key.replace(/Id$/, '')}s` as keyof Api);
      const get = (api[owner] as Routes | undefined)?.['get'];
      const read = get && handlersOf(owner)['get'];
      return get && read ? [[key, {route: get, handler: read}] as const] : [];
    });
    return {name: `${resource}.${verb}`, resource, route, scope: scopeOf(resource, route), handler, readers: Object.fromEntries(readers)};
  });
}

/** Address of an object of this resource below the base path, with `{id}`, or `null` when objects cannot be read one by one. */
export function objectPathOf(api: Api, resource: keyof Api): string | null {
  const get = (api[resource] as Routes)['get'];
  return get && pathKeysOf(get.path).join() === 'id' ? get.path : null;
}
