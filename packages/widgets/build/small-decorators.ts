import type {Plugin} from 'vite';

/**
 * Lit's decorators as our TypeScript settings call them (`experimentalDecorators`), by module. Lit's own also carry the standard ones, for accessors, which nothing
 * may ship here: a third of a kilobyte in every bundle.
 */
const legacy: Readonly<Record<string, {readonly exports: RegExp; readonly code: string}>> = {
  '@lit/reactive-element/decorators/property.js': {
    exports: /export\{\w+ as property,\w+ as standardProperty\}/,
    // What an accessor of the class looks like once Lit has wrapped it goes back to TypeScript's helper, which puts it in place.
    code: 'export const property=options=>(proto,name)=>{const own=Object.hasOwn(proto,name);proto.constructor.createProperty(name,options);return own?Object.getOwnPropertyDescriptor(proto,name):undefined};',
  },
  '@lit/reactive-element/decorators/query.js': {
    exports: /export\{\w+ as query\}/,
    code: 'export const query=selector=>()=>({get(){return this.renderRoot?.querySelector(selector)??null},configurable:true,enumerable:true});',
  },
};

/**
 * Replaces one of Lit's decorators.
 *
 * @param path - Path of the module; forward slashes.
 * @param code - Its text, of the production build.
 * @returns The lighter one; undefined for every other module.
 * @throws Error when Lit's module exports something else than was known, so that a new version is looked at first.
 */
export function toLegacy(path: string, code: string): string | undefined {
  const module = Object.keys(legacy).find(name => path.endsWith(`/node_modules/${name}`));
  const known = legacy[module ?? ''];
  if (known && !known.exports.test(code)) throw new Error(`${module} no longer exports what it did: look what it does now, then change small-decorators.ts.`);
  return known?.code;
}

/** The decorators as a plugin for Vite and Rolldown. */
export function smallDecorators(): Plugin {
  return {
    name: 'portico-small-decorators',
    enforce: 'pre',
    transform: (code, id) => {
      const small = toLegacy(id.replaceAll('\\', '/'), code);
      return small === undefined ? undefined : {code: small, map: null};
    },
  };
}
