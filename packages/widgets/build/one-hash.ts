import {createHash} from 'node:crypto';
import type {Plugin, Rolldown} from 'vite';

/** `chunks/name-hash.js`; the words of a table end with their language. */
const path = /^chunks\/(.+)-([\w-]{8})\.js$/;

/**
 * Gives all files of a build one hash, that of all of them, so that a page holds it once and not one a file. Files of two versions are in two folders: hashes of their own would keep none of
 * them in a cache any longer.
 *
 * @param languages - What the names of files of words end with, behind the hash.
 */
export function oneHash(languages: readonly string[]): Plugin {
  return {
    name: 'portico-one-hash',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(file => file.type === 'chunk');
      const files = chunks.map(({fileName}) => fileName).sort();
      const hash = createHash('sha256').update(files.join()).digest('base64url').slice(0, 8);
      const named = chunks.flatMap(chunk => {
        const language = languages.find(each => chunk.fileName.endsWith(`-${each}.js`));
        const end = language === undefined ? '' : `-${language}`;
        const [, name, own] = path.exec(chunk.fileName.replace(`${end}.js`, '.js')) ?? [];
        // Words that are in no table of all languages are named after their area, as a widget may be.
        return name === undefined || (!end && chunk.facadeModuleId?.replaceAll('\\', '/').includes('/src/strings/')) ? [] : [{file: chunk.fileName, stem: `${name}-${own}`, name: `${name}-${hash}`, end}];
      });
      // Files of one name keep what tells them apart.
      const groups = Map.groupBy(named, ({name, end}) => name + end);
      const alone = named.filter(({name, end}) => groups.get(name + end)?.length === 1);
      const renamed = new Map(alone.map(({file, name, end}) => [file, `chunks/${name}${end}.js`]));
      const stems = new Map(alone.map(({stem, name}) => [stem, name]));
      const rename = (file: string) => renamed.get(file) ?? file;
      for (const chunk of chunks) {
        // As long as it was, so that what the source map says stays right; the map itself keeps its name.
        const [code = '', map = ''] = chunk.code.split(/(?=\n\/\/# sourceMappingURL=)/);
        chunk.code = [...stems].reduce((text, [before, after]) => text.replaceAll(before, after), code) + map;
        chunk.fileName = rename(chunk.fileName);
        chunk.imports = chunk.imports.map(rename);
        chunk.dynamicImports = chunk.dynamicImports.map(rename);
      }
    },
  };
}

/** What a bundle has under the names that its files have by now. */
export function byFileName(bundle: Rolldown.OutputBundle): Rolldown.OutputBundle {
  return Object.fromEntries(Object.values(bundle).map(file => [file.fileName, file]));
}
