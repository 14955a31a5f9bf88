import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../../scripts/bootstrap/root.mjs';

const ignored = ['.git', ...readFileSync(join(root, '.gitignore'), 'utf8').split('\n').filter(Boolean)];

/** Every file of the repository as a path from its root, with forward slashes; what `.gitignore` names is left out. Works without git. */
export const files: readonly string[] = list('');

/** The sources that people write, generated ones left out. */
export const sources: readonly string[] = files.filter(path => /\.(ts|mts|mjs|js|css|html)$/.test(path) && !path.includes('.gen.'));

/** The text of a file of the repository. */
export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/**
 * Finds lines of the sources that match, comments left out.
 *
 * @param paths - Files from the root of the repository.
 * @returns `path:line: text` for each, for a message that can be clicked.
 */
export function findLines(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap(path =>
    codeOf(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}

/** The text of a file with its comments blanked out and its line numbers kept. */
export function codeOf(path: string): string {
  return read(path)
    .replace(/\/\*[\s\S]*?\*\//g, comment => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[\s;{}(),])\/\/.*$/gm, (comment, before: string) => before.padEnd(comment.length));
}

function list(folder: string): string[] {
  return readdirSync(join(root, folder), {withFileTypes: true}).flatMap(entry => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (isIgnored(entry.name)) return [];
    return entry.isDirectory() ? list(path) : [path];
  });
}

function isIgnored(name: string): boolean {
  return ignored.some(pattern => (pattern.startsWith('*') ? name.endsWith(pattern.slice(1)) : name === pattern.replaceAll('/', '')));
}
