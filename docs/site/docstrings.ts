import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../../scripts/bootstrap/root.mjs';

/** What the contract's sources say of shapes (`Deal`), of their fields (`Deal.stage`) and of routes (`deals.routes.ts#advance`). */
export type Docstrings = ReadonlyMap<string, string>;

/** Reads them from the comments, which OpenAPI does not carry. */
export function readDocstrings(): Docstrings {
  const found = new Map<string, string>();
  for (const path of globSync('packages/contract/src/**/*.ts', {cwd: root, exclude: name => name.endsWith('.test.ts')}).sort()) {
    const text = readFileSync(join(root, path), 'utf8');
    const file = path.replaceAll('\\', '/').split('/').at(-1) ?? path;
    let shape = '';
    for (const [, comment = '', exported, field, opened] of text.matchAll(/(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?(?:^export const (\w+)|^ {2}(\w+): (\{$)?)/gm)) {
      if (exported !== undefined) shape = exported;
      const words = comment.split('\n').map(line => line.replace(/^\s*\*?\s?/, '').trim()).filter(line => line !== '' && !line.startsWith('@')).join(' ');
      if (words === '') continue;
      const key = exported ?? (opened === undefined ? `${shape}.${field}` : `${file}#${field}`);
      if (!found.has(key)) found.set(key, words);
    }
  }
  return found;
}
