import type {Plugin} from 'vite';

/**
 * What Lit asks of the page at import, taken back: on a page that is not ours each of these can stop every widget.
 *
 * - Lit makes its Trusted Types policy `lit-html` without asking whether it may. A page that names other policies, or another copy of Lit that was first,
 *   makes it throw, and no element is ever defined. Ours is called `portico-lit`, is made once a page, and its refusal is survived.
 * - Lit reads and writes globals by name. An element with such an id (`<a id="reactiveElementVersions">`) takes their place and breaks it.
 *   They become variables of the module; nothing but Lit's own development tools looks at them.
 */
const globalsOf: Readonly<Record<string, readonly string[]>> = {
  'lit-html/lit-html.js': ['litHtmlVersions', 'litHtmlPolyfillSupport'],
  'lit-element/lit-element.js': ['litElementVersions', 'litElementPolyfillSupport', 'litElementHydrateSupport'],
  '@lit/reactive-element/reactive-element.js': ['reactiveElementVersions', 'reactiveElementPolyfillSupport', 'litPropertyMetadata'],
  '@lit/reactive-element/css-tag.js': ['ShadyCSS'],
};

const policyMaking =
  /(\w+)\s*\?\s*\1\.createPolicy\(\s*(['"])lit-html\2\s*,\s*\{\s*createHTML:\s*\(?(\w+)\)?\s*=>\s*\3\s*,?\s*\}\s*\)\s*:\s*(?:void 0|undefined)/;

// Two copies of Portico on a page share the policy: without `allow-duplicates` the page lets it be made once.
const makePolicy = [
  'function $porticoPolicy(trustedTypes){',
  'const key=Symbol.for("portico.lit-policy");',
  'try{return trustedTypes&&(globalThis[key]||Object.defineProperty(globalThis,key,{value:trustedTypes.createPolicy("portico-lit",{createHTML:html=>html})})[key])}',
  'catch{return undefined}',
  '}',
].join('');

/**
 * Patches one of Lit's modules, in its production or its development build.
 *
 * @param path - Path or URL of the module; forward slashes.
 * @param code - Its text.
 * @returns The patched text; undefined for every other module.
 * @throws Error when Lit no longer has what is to be patched, so that a new version cannot slip through unpatched.
 */
export function patchLit(path: string, code: string): string | undefined {
  const module = Object.keys(globalsOf).find(name => path.split('?')[0]?.replace('/development/', '/').endsWith(`/node_modules/${name}`));
  if (!module) return undefined;
  const names = globalsOf[module] ?? [];
  let patched = code;
  for (const name of names) {
    const use = new RegExp(`(?:\\b\\w+\\.|\\b)${name}(?:DevMode)?\\b`, 'g');
    if (!use.test(patched)) throw new Error(`${module} no longer uses the global ${name}: look what replaced it, then change lit-patches.ts.`);
    patched = patched.replace(use, `$${name}`);
  }
  const prologue = `var ${names.map(name => `$${name}`).join(',')};`;
  if (module !== 'lit-html/lit-html.js') return prologue + patched;
  if (!policyMaking.test(patched))
    throw new Error('lit-html no longer makes its policy as before: look how it does now, then change lit-patches.ts.');
  return prologue + makePolicy + patched.replace(policyMaking, '$$porticoPolicy($1)');
}

/** The patches as a plugin for Vite and Rolldown. */
export function litPatches(): Plugin {
  return {
    name: 'portico-lit-patches',
    enforce: 'pre',
    transform: (code, id) => {
      const patched = patchLit(id.replaceAll('\\', '/'), code);
      return patched === undefined ? undefined : {code: patched, map: null};
    },
  };
}
