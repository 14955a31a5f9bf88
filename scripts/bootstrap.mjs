/**
 * The way in: `npm test`, `npm run demo` and the other verbs of package.json start here, on whatever Node the machine has.
 * Installs the pinned pnpm and Node where they are missing, then runs `scripts/<verb>.ts` under the pinned Node.
 * Uses Node's own modules only, because at this point nothing is installed.
 */
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {root} from './bootstrap/root.mjs';
import {cleanEnvironment, withCompileCache} from './bootstrap/environment.mjs';
import {install} from './bootstrap/install.mjs';
import {findNode} from './bootstrap/node.mjs';
import {runInPlace} from './bootstrap/run.mjs';

const verbs = ['demo', 'dev', 'check', 'test', 'bench', 'new', 'docs'];
const [verb, ...rest] = process.argv.slice(2);

if (!verbs.includes(verb)) {
  console.error(`Say which: npm run ${verbs.join(' | ')}.`);
  process.exit(1);
}

try {
  const environment = cleanEnvironment(process.env);
  await install(environment);
  const node = findNode(environment);
  const script = join(root, 'scripts', `${verb}.ts`);
  if (!existsSync(script)) throw new Error(`There is no scripts/${verb}.ts yet.`);
  process.exitCode = await runInPlace(node, ['--conditions=portico-source', script, ...rest], {...environment, ...withCompileCache});
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
