import type {Plugin, Rolldown} from 'vite';

/** The files that come with a chunk, those that they import included; in the order in which they are named. */
export function filesWith(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): string[] {
  const found = new Set<string>();
  const visit = ({imports}: Rolldown.OutputChunk) => {
    for (const name of imports) {
      const file = bundle[name];
      if (found.has(name) || file?.type !== 'chunk') continue;
      found.add(name);
      visit(file);
    }
  };
  visit(chunk);
  return [...found];
}

/** Has the entry name every file that comes with it, so that the browser asks for all of them at once and not for one after the other. */
export function hoistImports(): Plugin {
  return {
    name: 'portico-hoist-imports',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || !file.isEntry) continue;
        const further = filesWith(file, bundle).filter(name => !file.imports.includes(name));
        // On the first line, so that the source map's lines stay right.
        file.code = further.map(name => `import"./${name}";`).join('') + file.code;
      }
    },
  };
}
