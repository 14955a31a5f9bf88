import {createHash} from 'node:crypto';
import type {Plugin, Rolldown} from 'vite';

const wordsModule = /\/src\/strings\/([\w-]+)\/([\w-]+)\.ts$/;
const table = /\{(?:(?:"[\w-]+"|\w+):\(\)=>import\((["'`])\.\/[\w/.-]+\.js\1\),?)+\}/g;
const entry = /(?:"([\w-]+)"|(\w+)):\(\)=>import\(["'`]\.\/([\w/.-]+\.js)["'`]\)/g;

/**
 * Gives the files of one table's words one name in all languages, `ui-<hash>-fi.js`, so that a page holds that name once and not eleven names of files. The hash is that of
 * all of them.
 *
 * @param languages - All of them, in the order in which tables have them; `defineStrings` makes its table of a function for these.
 */
export function wordsFiles(languages: readonly string[]): Plugin {
  return {
    name: 'portico-words-files',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(file => file.type === 'chunk');
      const byName = new Map(chunks.map(chunk => [chunk.fileName, chunk]));
      for (const chunk of chunks) {
        const folder = chunk.fileName.replace(/[^/]*$/, '');
        const renamed = new Map<string, string>();
        chunk.code = chunk.code.replaceAll(table, whole => {
          const loads = [...whole.matchAll(entry)].map(([, quoted, plain, path = '']) => ({language: quoted ?? plain ?? '', path, file: byName.get(folder + path)}));
          const [, , area] = wordsOf(loads[0]?.file);
          const isTable = loads.map(({language}) => language).join() === languages.join() && area !== undefined && loads.every(({file, language}) => wordsOf(file)[2] === area && wordsOf(file)[1] === language);
          if (!isTable) return whole;
          const hash = createHash('sha256').update(loads.map(({path}) => path).join()).digest('base64url').slice(0, 8);
          for (const {language, path, file} of loads) {
            const name = folder + path.replace(/[^/]*$/, `${area}-${hash}-${language}.js`);
            renamed.set(folder + path, name);
            if (file) file.fileName = name;
          }
          // As long as it was, so that what the source map says of the rest stays right.
          return `e=>import("./${loads[0]?.path.replace(/[^/]*$/, '') ?? ''}${area}-${hash}-"+e+".js")`.padEnd(whole.length);
        });
        if (renamed.size > 0) chunk.dynamicImports = chunk.dynamicImports.map(name => renamed.get(name) ?? name);
      }
    },
  };
}

/** Language and area of a chunk that is a module of words, behind its path. */
function wordsOf(chunk: Rolldown.OutputChunk | undefined): readonly string[] {
  return wordsModule.exec(chunk?.facadeModuleId?.replaceAll('\\', '/') ?? '') ?? [];
}
