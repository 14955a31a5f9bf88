import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {api, resourceFolders, scopeOf, type Api, type Route} from '@portico/contract';
import {root} from '../bootstrap/root.mjs';
import {type Generated, writeWhenMain} from './generated.ts';

/** `docs/reference/api.md`: every route by resource, with the words of its docstring. */
export async function generate(): Promise<Generated[]> {
  const sections: string[] = [];
  for (const [resource, routes] of Object.entries(api)) {
    const folder = resourceFolders[resource as keyof Api];
    const source = await readFile(join(root, `packages/contract/src/${folder}/${folder}.routes.ts`), 'utf8');
    const entries = Object.entries(routes as Record<string, Route>).map(([verb, route]) => {
      const scope = scopeOf(resource as keyof Api, route);
      const problems = (route.problems ?? []).map(code => `[\`${code}\`](problems.md)`).join(', ');
      return [
        `### \`client.${resource}.${verb}()\``,
        '',
        `\`${route.method} /v1${route.path}\``,
        '',
        docstringOf(source, verb),
        '',
        `Callers: ${route.callers.join(', ')}.${scope ? ` Scope: \`${scope}\`.` : ''}${problems ? ` Problems: ${problems}.` : ''}`,
        '',
      ].join('\n');
    });
    sections.push(`## ${resource}`, '', ...entries);
  }
  const text = [
    '# The API, route by route',
    '',
    'Each route is a function of the client. Keys named in the path travel there, `version` as `If-Match`, the rest in the query (GET, DELETE) or the JSON body. Every POST carries an',
    '`Idempotency-Key`. `GET /v1/openapi.json` of a running server says the same with all fields. Made from `packages/contract` by `npm run docs`.',
    '',
    ...sections,
  ].join('\n');
  return [{path: 'docs/reference/api.md', text: `${text.trimEnd()}\n`}];
}

/** The comment above a route in its table, as one paragraph. */
function docstringOf(source: string, verb: string): string {
  const match = new RegExp(String.raw`/\*\*((?:(?!\*/)[\s\S])*?)\*/\s*${verb}: \{`).exec(source);
  return (match?.[1] ?? '')
    .split('\n')
    .map(line => line.replace(/^\s*\*?\s?/, '').trim())
    .filter(Boolean)
    .join(' ');
}

await writeWhenMain(import.meta, generate);
