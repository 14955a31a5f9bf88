import type {Plugin} from 'vite';

/**
 * Parts of ky that the client's options never reach, by module: what they export, and a stand-in for each. The client sets `retry: 0`, so ky never works out
 * when to try again; and it follows no progress. Rolldown cannot see that: ky's one class refers to all of it.
 */
const unreached: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ky/distribution/core/retry-timing.js': {getRetryTimingHeader: '()=>{}', calculateRetryTimingDelay: '()=>{}'},
  'ky/distribution/utils/body.js': {getBodySize: '()=>0', streamResponse: 'response=>response', streamRequest: 'request=>request'},
};

/**
 * Replaces a part of ky that is never reached.
 *
 * @param path - Path of the module; forward slashes.
 * @param code - Its text.
 * @returns The stand-in; undefined for every other module.
 * @throws Error when the module exports something else than was known, so that a new version is looked at first.
 */
export function standIn(path: string, code: string): string | undefined {
  const module = Object.keys(unreached).find(name => path.endsWith(`/node_modules/${name}`));
  const parts = unreached[module ?? ''];
  if (!parts) return undefined;
  const found = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
  if (found.sort().join() !== Object.keys(parts).sort().join()) throw new Error(`${module} exports ${found.join(', ')}: look whether the client reaches it, then change small-ky.ts.`);
  return `export const ${Object.entries(parts).map(([name, value]) => `${name}=${value}`).join(',')};`;
}

/** The stand-ins as a plugin for Vite and Rolldown. */
export function smallKy(): Plugin {
  return {
    name: 'portico-small-ky',
    enforce: 'pre',
    transform: (code, id) => {
      const small = standIn(id.replaceAll('\\', '/'), code);
      return small === undefined ? undefined : {code: small, map: null};
    },
  };
}
