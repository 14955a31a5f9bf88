import {dirname, posix} from 'node:path';
import {codeOf} from './sources.ts';

export interface Import {
  /** The importing file, from the root of the repository. */
  readonly from: string;
  /** What is written between the quotes. */
  readonly specifier: string;
  /** The imported file, from the root, when the specifier is relative. */
  readonly file?: string;
  /** Only types are taken: nothing of it runs. */
  readonly isType: boolean;
}

const statement = /(?:^|[;\s])(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/g;

/** Every import and re-export of these files, types and dynamic ones included. */
export function importsOf(paths: readonly string[]): Import[] {
  return paths.flatMap(from =>
    [...codeOf(from).matchAll(statement)].map(([, type, plain, dynamic]) => {
      const specifier = plain ?? dynamic ?? '';
      const isType = type !== undefined;
      return specifier.startsWith('.') ? {from, specifier, isType, file: posix.join(dirname(from), specifier.split('?')[0] ?? '')} : {from, specifier, isType};
    }),
  );
}

/** The package of a bare specifier: `lit` of `lit/decorators.js`, `@lit/task` of `@lit/task`. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** An import as a line for messages. */
export function toLine({from, specifier}: Import): string {
  return `${from} imports ${specifier}`;
}
