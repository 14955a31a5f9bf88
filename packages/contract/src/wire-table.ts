import type {Routes} from './route.ts';
import {usualBase, usualLine} from './wire-lines.ts';

/**
 * The source of `wire.gen.ts`: method and path of every route, for code that must not load the schemas. Packed, because every page pays for it: what follows from a
 * route's name is left out.
 *
 * @param api - The route table by resource.
 * @returns TypeScript text, the same for the same table.
 */
export function wireTable(api: Readonly<Record<string, Routes>>): string {
  const lines = Object.entries(api).map(([resource, routes], at) => `  ${at === 0 ? '' : '+ '}'${at === 0 ? '' : ';'}${packResource(resource, routes)}'`);
  return [
    '// Made from api.ts by `npm run docs`; do not edit.',
    "import {unpackLines} from './wire-lines.ts';",
    '',
    '/** Method and path of every route, without schemas: what a browser needs to call it. */',
    'export const wire = /* @__PURE__ */ unpackLines(',
    ...lines,
    ');',
    '',
  ].join('\n');
}

/** With the path that leaves the least to say: the usual one, or that of one of its routes. */
function packResource(resource: string, routes: Routes): string {
  const usual = usualBase(resource);
  const bases = [usual, ...Object.values(routes).map(({path}) => path.replace(/\/\{id\}.*$/, ''))];
  const packed = [...new Set(bases)].map(base => `${resource}${base === usual ? '' : `@${base}`}:${Object.entries(routes).map(([verb, {method, path}]) => pack(base, verb, `${method} ${path}`)).join(',')}`);
  return packed.reduce((least, each) => (each.length < least.length ? each : least));
}

function pack(base: string, verb: string, line: string): string {
  const [method = '', path = ''] = line.split(' ');
  return line === usualLine(verb, base) ? verb : `${verb}=${method} ${path === base || path.startsWith(`${base}/`) ? `~${path.slice(base.length)}` : path}`;
}
