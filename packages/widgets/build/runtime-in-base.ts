import type {Plugin} from 'vite';

/** What the bundler makes a module's namespace of, as it is in its file of such things; and the same for ours. */
const theirs = /\w+=\((\w),(\w)\)=>\{let (\w)=\{\};for\(var (\w) in \1\)(\w)\(\3,\4,\{get:\1\[\4\],enumerable:!0\}\);return \2\|\|\5\(\3,Symbol\.toStringTag,\{value:`Module`\}\),\3\}/;
const ours = '(e,t){let n={};for(let t in e)Object.defineProperty(n,t,{get:e[t],enumerable:!0});return t||Object.defineProperty(n,Symbol.toStringTag,{value:`Module`}),n}';
const theirImport = /import\{(\w+) as (\w+)\}from"\.\/(rolldown-runtime-[\w-]+\.js)";?/;
const name = '$namespace';
const end = /\s*(?:\n\/\/# sourceMappingURL=\S*\s*)?$/;

/**
 * Puts into the file that comes with every widget what the bundler insists on keeping in one of its own: a request less.
 *
 * @param base - Name of the chunk that comes with every widget.
 */
export function runtimeInBase(base: string): Plugin {
  return {
    name: 'portico-runtime-in-base',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(file => file.type === 'chunk');
      const home = chunks.find(chunk => chunk.name === base);
      const runtime = chunks.find(chunk => chunk.name === 'rolldown-runtime');
      if (!home || !runtime) return;
      const local = theirs.exec(runtime.code)?.[0].split('=')[0];
      const outside = [...runtime.code.matchAll(/\b(\w+) as (\w+)/g)].find(([, inner]) => inner === local)?.[2];
      if (!outside) throw new Error('The bundler no longer makes namespaces as before: look how it does now, then change runtime-in-base.ts.');
      for (const chunk of chunks) {
        const [whole = '', taken, own = ''] = theirImport.exec(chunk.code) ?? [];
        // A chunk may have more of it, which stays where it is.
        if (taken !== outside) continue;
        const isHome = chunk === home;
        // As long as it was, so that what the source map says of the rest stays right.
        chunk.code = chunk.code.replace(whole, () => (isHome ? '' : `import{${name} as ${own}}from"./${home.fileName.replace(/^.*\//, '')}";`).padEnd(whole.length));
        if (isHome) chunk.code = chunk.code.replace(end, `function ${own}${ours}export{${own} as $${name}};$&`);
        chunk.imports = [...new Set([...chunk.imports.filter(path => path !== runtime.fileName), ...(isHome ? [] : [home.fileName])])];
      }
    },
  };
}
