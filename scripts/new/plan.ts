import {globSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {fill, toNames} from './names.ts';

/** A file to write. */
export interface PlannedFile {
  /** Path from the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** What can be made, and what people do after the files are there. */
export const kinds = {
  widget: {
    next: (name: string) => [
      `add the line  import './${name}.ts';  to packages/widgets/src/define/all.ts, and run  npm run docs  for the table of the autoloader`,
      `export the class in packages/widgets/src/index.ts`,
      `give its controller a state without an element in packages/widgets/src/headless/${name}.ts, and a row in docs/guides/draw-your-own.md`,
      `write the other languages beside packages/widgets/src/strings/en/${name}.ts and name them in ${name}.strings.ts`,
      `write a stories file with every state: Pending, Empty, One, Many, Failing, LongNames, RightToLeft`,
      `say in test/looks/page/looks.ts how it is shown, then take its pictures: PORTICO_LOOKS=renew npm test -- --only=node test/looks`,
    ],
  },
  resource: {
    next: (name: string) => [
      `name it in each table of packages/contract/src/api.ts, and export its schema in packages/contract/src/index.ts`,
      `add its table to packages/server/src/database (a migration with row-level security, and tables.ts), then write ${name}.queries.ts`,
      `add its handlers to packages/server/src/app.ts, its mocks to packages/mocks/src/all-handlers.ts and its suite to test/conformance/conformance.test.ts`,
      'run  npm run docs  for the generated files, then  npm run check,  which names what is still missing',
    ],
  },
} as const satisfies Record<string, {next: (name: string) => readonly string[]}>;
export type Kind = keyof typeof kinds;

const templates = fileURLToPath(new URL('../templates', import.meta.url));

/** The files of a new widget or resource: every template of that kind, path and text filled with the name. */
export function plan(kind: Kind, name: string): PlannedFile[] {
  const names = toNames(name);
  return globSync(`${kind}/**/*.template`, {cwd: templates})
    .sort()
    .map(file => ({
      path: fill(
        file
          .slice(kind.length + 1)
          .replaceAll('\\', '/')
          .replace(/\.template$/, ''),
        names,
      ),
      text: fill(readFileSync(`${templates}/${file}`, 'utf8'), names),
    }));
}
