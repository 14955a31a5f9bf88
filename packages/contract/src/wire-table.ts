import type {Routes} from './route.ts';

/**
 * The source of `wire.gen.ts`: method and path of every route, for code that must not load the schemas.
 *
 * @param api - The route table by resource.
 * @returns TypeScript text, the same for the same table.
 */
export function wireTable(api: Readonly<Record<string, Routes>>): string {
  const lines = Object.entries(api).map(([resource, routes]) => {
    const verbs = Object.entries(routes).map(([verb, route]) => `    ${verb}: '${route.method} ${route.path}',`);
    return [`  ${resource}: {`, ...verbs, '  },'].join('\n');
  });
  return ['// Made from api.ts by `npm run docs`; do not edit.', '', '/** Method and path of every route, without schemas: what a browser needs to call it. */', 'export const wire = {', ...lines, '} as const;', ''].join('\n');
}
