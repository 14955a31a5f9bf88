import {api, resourceFolders, type Api} from './api.ts';
import type {Route} from './route.ts';

/** The scope a route asks for: its resource in snake_case and `read` for GET, else `write`. `me` asks for none. */
export function scopeOf(resource: keyof Api, route: Route): string | null {
  if (resource === 'me') return null;
  return `${resourceFolders[resource].replaceAll('-', '_')}:${route.method === 'GET' ? 'read' : 'write'}`;
}

/** Every scope there is, sorted. */
export function allScopes(): string[] {
  const scopes = new Set<string>();
  for (const [resource, routes] of Object.entries(api)) {
    for (const route of Object.values(routes)) {
      const scope = scopeOf(resource as keyof Api, route);
      if (scope) scopes.add(scope);
    }
  }
  return [...scopes].sort();
}
