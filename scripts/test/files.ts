import {globSync} from 'node:fs';
import {root} from '../bootstrap/root.mjs';

/**
 * Finds test files.
 *
 * @param patterns - Globs from the root of the repository.
 * @param filters - Parts of paths as given on the command line; none means all.
 * @returns Paths from the root, sorted, with forward slashes.
 */
export function findTests(patterns: readonly string[], filters: readonly string[]): string[] {
  const found = globSync([...patterns], {cwd: root, exclude: name => name.includes('node_modules') || name.endsWith('/dist')});
  return [...new Set(found.map(path => path.replaceAll('\\', '/')))]
    .filter(path => filters.length === 0 || filters.some(filter => path.includes(filter)))
    .sort();
}
