/**
 * `npm run dev` serves the demo pages and follows the sources: the server starts again, the widgets are built again; reload the page to see them.
 * `npm run dev -- stories` opens Storybook instead.
 */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {build} from 'vite';
import {cdnFolder, versionFolder} from '../packages/widgets/build/build-cdn.ts';
import {version} from '../packages/widgets/build/own-parts.ts';
import {alias, modules} from '../packages/widgets/vite.cdn.config.ts';
import {root} from './bootstrap/root.mjs';
import {listenForStop} from './process/listen-for-stop.ts';

const untilStopped = listenForStop();
const [what = 'pages'] = process.argv.slice(2);
const commands: Record<string, readonly string[]> = {
  pages: [process.execPath, '--watch', '--watch-preserve-output', '--conditions=portico-source', join(root, 'scripts/dev/serve.ts')],
  stories: ['storybook', 'dev', '--port', process.env['PORT'] || '6006', '--no-open'],
};

const [command, ...args] = commands[what] ?? [];
if (!command) {
  console.error(`Say which: npm run dev -- ${Object.keys(commands).join(' | ')}.`);
  process.exit(1);
}

if (what === 'pages') await followWidgets();
const child = spawn(command, args, {cwd: root, stdio: 'inherit'});
const ended = once(child, 'exit');
await Promise.race([
  ended,
  untilStopped(async () => {
    child.kill('SIGTERM');
    await ended;
  }),
]);
process.exit(0);

/** Builds the widgets now and whenever a source changes; not minified, for the sake of the debugger. */
async function followWidgets(): Promise<void> {
  await mkdir(join(cdnFolder, alias), {recursive: true});
  await writeFile(join(cdnFolder, alias, 'portico.js'), `export * from '../${version}/portico.js';\n`);
  const config = modules(versionFolder);
  await build({
    ...config,
    logLevel: 'info',
    build: {...config.build, minify: false, rolldownOptions: {output: {entryFileNames: '[name].js'}}, watch: {}},
  });
}
