import {globSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {nameParts, partTags} from './own-parts.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** Names the parts of widgets after this version in what `tsc` has built, as every other build does: the last step before the package is packed. */
export function buildNpm(): void {
  const tags = partTags();
  for (const path of globSync('**/*.{js,d.ts}', {cwd: dist, exclude: ['cdn/**', 'static-resource/**']})) {
    const code = readFileSync(dist + path, 'utf8');
    const named = nameParts(code, tags);
    if (named !== code) writeFileSync(dist + path, named);
  }
}

if (import.meta.main) buildNpm();
