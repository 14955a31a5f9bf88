import {globSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {root} from '../bootstrap/root.mjs';
import {writeWhenMain, type Generated} from './generated.ts';

const folder = 'packages/server/src/database';

/** The steps of the schema as a module, so that they run where there is no file system. */
export const generate = async (): Promise<Generated[]> => {
  const paths = globSync(`${folder}/migrations/*.sql`, {cwd: root}).sort();
  const steps = await Promise.all(
    paths.map(
      async path => `  {name: ${JSON.stringify(basename(path, '.sql'))}, sql: ${JSON.stringify(await readFile(join(root, path), 'utf8'))}},\n`,
    ),
  );
  const text = `// Made from migrations/*.sql by \`npm run docs\`; do not edit.\nimport type {Migration} from './migrate.ts';\n\n/** Every step of the schema, in order. */\nexport const migrations: readonly Migration[] = [\n${steps.join('')}];\n`;
  return [{path: `${folder}/migrations.gen.ts`, text}];
};

await writeWhenMain(import.meta, generate);
