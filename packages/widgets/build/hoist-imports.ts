import type {Plugin, Rolldown} from 'vite';
import {byFileName} from './one-hash.ts';

/** Parts that widgets ask for as soon as they are in the page: their files are asked for along with the widget's. */
const along = ['lead-inbox/list-part', 'deal-registration/form-part', 'deal-registration/draft-parts', 'collateral-library/grid-part', 'leaderboard/board-part', 'deal-review/queue-part'].map(part => `/src/${part}.ts`);

/** The chunks of parts that a chunk asks for at once. */
function partsOf(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): Rolldown.OutputChunk[] {
  return chunk.dynamicImports.flatMap(name => {
    const part = bundle[name];
    return part?.type === 'chunk' && part.moduleIds.some(id => along.some(path => id.replaceAll('\\', '/').endsWith(path))) ? [part] : [];
  });
}

/** The files that come with a chunk, those that they import and its first parts included; in the order in which they are named. */
export function filesWith(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): string[] {
  const found = new Set<string>();
  const visit = ({imports}: Rolldown.OutputChunk) => {
    for (const name of imports) add(name);
  };
  const add = (name: string) => {
    const file = bundle[name];
    if (found.has(name) || file?.type !== 'chunk') return;
    found.add(name);
    visit(file);
  };
  visit(chunk);
  // Its own only: what a locale has in common with a widget does not bring the widget's parts.
  for (const {fileName} of partsOf(chunk, bundle)) add(fileName);
  // A part may import the file that asks for it.
  found.delete(chunk.fileName);
  return [...found];
}

/**
 * Has the entry name every file that comes with it, and with each chunk that it imports later, so that the browser asks for all of them at once and not for one
 * after the other.
 */
export function hoistImports(): Plugin {
  return {
    name: 'portico-hoist-imports',
    generateBundle(_options, built) {
      const bundle = byFileName(built);
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || !file.isEntry || file.fileName.startsWith(chunks)) continue;
        const further = filesWith(file, bundle).filter(name => !file.imports.includes(name) && !file.dynamicImports.includes(name));
        // On the first line, so that the source map's lines stay right.
        file.code = further.map(name => `import"./${name}";`).join('') + importAtOnce(file.code, bundle);
      }
    },
  };
}

const chunks = 'chunks/';
const laterImport = /\bimport\((["'`])\.\/chunks\/([^"'`]+)\.js\1\)/g;

/** Has each `import()` ask for what its chunk imports too, and for its first parts, for which it does not wait: a part that cannot come is the widget's to say. `$`, which no minifier gives as a name, takes the names of chunks besides those that come with every one. */
function importAtOnce(code: string, bundle: Rolldown.OutputBundle): string {
  const comesWith = new Map<string, string[]>();
  for (const [, , name = ''] of code.matchAll(laterImport)) {
    const chunk = bundle[toPath(name)];
    comesWith.set(name, chunk?.type === 'chunk' ? [chunk.fileName, ...filesWith(chunk, bundle).filter(path => path.startsWith(chunks))].map(toName) : [name]);
  }
  if ([...comesWith.values()].every(names => names.length === 1)) return code;
  const always = [...comesWith.values()].reduce((shared, names) => shared.filter(name => names.includes(name)));
  // Where all files have one hash, it is said once.
  const ends = new Set([...comesWith.values()].flat().map(name => name.slice(-endLength)));
  const [end = ''] = ends.size === 1 ? ends : [];
  const quote = (name: string) => `"${name.slice(0, name.length - end.length)}"`;
  const importAll = `var $=(...n)=>{let m=[...n,${always.map(quote).join()}].map(n=>import(\`./${toPath(`\${n}${end}`)}\`));for(let p of m)p.catch(()=>{});return m[0]};`;
  return importAll + code.replaceAll(laterImport, (_whole, _mark, name: string) => `$(${(comesWith.get(name) ?? []).filter((each, index) => index === 0 || !always.includes(each)).map(quote).join()})`);
}

/** A hyphen and the hash. */
const endLength = 9;
const toPath = (name: string) => `${chunks}${name}.js`;
const toName = (path: string) => path.slice(chunks.length, -'.js'.length);
