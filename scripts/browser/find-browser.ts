import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {installedBrowser} from './installed.ts';
import {unpackedBrowser} from './unpacked.ts';

/**
 * Finds a Chromium to drive: the one named by `CHROME_PATH`, the one from npm, an installed one, or one from Debian's packages. The one from npm is the same on every
 * machine, has no buttons and tabs to draw, and a page in it costs a third less than in an installed one.
 *
 * @returns Variables for the process that drives it: `CHROME_PATH`.
 * @throws Error with a sentence that says what to install.
 */
export async function findBrowser(): Promise<Record<string, string>> {
  const path = namedBrowser() ?? (await unpackedBrowser()) ?? installedBrowser() ?? packagedBrowser();
  if (!path) throw new Error('The browser tests need Chrome or Chromium: please install one, or set CHROME_PATH to the executable.');
  return {CHROME_PATH: path};
}

function namedBrowser(): string | undefined {
  const path = process.env['CHROME_PATH'];
  if (path && !existsSync(path)) throw new Error(`CHROME_PATH names ${path}, which does not exist.`);
  return path || undefined;
}

/** Installs Debian's chromium, where we may. */
function packagedBrowser(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  console.log('  No browser here: installing chromium with apt-get …');
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {stdio: ['ignore', 'ignore', 'inherit'], env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'}});
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  return installedBrowser();
}
