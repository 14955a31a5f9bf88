import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from './root.mjs';
import {run} from './run.mjs';

const stamp = join(root, 'node_modules', '.bootstrap');

/**
 * Installs the dependencies with the pinned pnpm, unless nothing that decides about them changed since the last time.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @throws Error with a sentence for people when pnpm fails.
 */
export async function install(environment) {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  const pnpm = pinnedPnpm();
  const started = performance.now();
  console.log(`Installing dependencies with ${pnpm} (the first time takes about half a minute) …`);
  const code = await run(npx(), ['-y', pnpm, 'install', '--frozen-lockfile', '--config.confirmModulesPurge=false'], environment);
  if (code !== 0) {
    throw new Error(`The installation failed: ${pnpm} ended with code ${code}; its message above says why, and running the command again is safe.`);
  }
  mkdirSync(join(root, 'node_modules'), {recursive: true});
  writeFileSync(stamp, wanted);
  console.log(`Installed in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

/** A hash of everything that decides what is installed: the lockfile, the workspace file, every manifest and the platform. */
function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests()]) {
    const path = join(root, file);
    hash.update(`\n${file}\n`).update(existsSync(path) ? readFileSync(path) : 'missing');
  }
  return hash.digest('hex');
}

function manifests() {
  const members = ['packages', 'examples'].flatMap(folder => {
    const path = join(root, folder);
    return existsSync(path)
      ? readdirSync(path)
          .sort()
          .map(name => join(folder, name))
      : [];
  });
  return ['.', ...members, 'docs'].map(folder => join(folder, 'package.json')).filter(file => existsSync(join(root, file)));
}

function pinnedPnpm() {
  const {packageManager} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (!/^pnpm@\d/.test(packageManager ?? '')) throw new Error('package.json must pin pnpm in "packageManager", for example "pnpm@12.21.0".');
  return packageManager.split('+')[0];
}

function npx() {
  return process.platform === 'win32' ? 'npx.cmd' : 'npx';
}
