import type {Plugin} from 'vite';
import {cutMembers, type Members} from './cut-members.ts';

/** Of the library's controller `Localize` takes its place in the life of an element and what renders all of them again; words, numbers and dates are its own. */
const members: Members = {
  constructor: null,
  hostConnected: null,
  hostDisconnected: null,
  dir: '',
  lang: '',
  getTranslationData: '',
  exists: '',
  term: '',
  date: '',
  number: '',
  relativeTime: '',
};

/** It watches the page's own element for the members that are left out; `Localize` watches all of the page. */
const watching = /\nconst isClient =[^]*?\n\}\n/;

/** What `update` does: it looks things up for those members, then renders. */
const update = /(?<=\nexport function update\(\) \{\n)[^]*?(?=\n\}\n)/;

/**
 * Leaves out of the library what `Localize` has of its own.
 *
 * @param path - Path of the module; forward slashes.
 * @param code - Its text.
 * @returns The rest; undefined for a module that stays as it is.
 * @throws Error when the module is not what was known, so that a new version is looked at first.
 */
export function toSmallLocalize(path: string, code: string): string | undefined {
  if (!path.endsWith('/node_modules/@shoelace-style/localize/dist/index.js')) return undefined;
  if (!watching.test(code) || !update.test(code)) throw new Error('localize no longer updates as before: look how it does now, then change small-localize.ts.');
  return cutMembers(code.replace(watching, '\n').replace(update, 'for(const host of connectedElements)host.requestUpdate();'), members);
}

/** The rest of the library as a plugin for Vite and Rolldown. */
export function smallLocalize(): Plugin {
  return {
    name: 'portico-small-localize',
    enforce: 'pre',
    transform: (code, id) => {
      const small = toSmallLocalize(id.replaceAll('\\', '/'), code);
      return small === undefined ? undefined : {code: small, map: null};
    },
  };
}
