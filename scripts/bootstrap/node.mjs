import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {root} from './root.mjs';

const floor = [24, 15];

/**
 * The Node that runs everything: the pinned one from npm, or the machine's own where npm has none for this platform.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string} The path of an executable.
 * @throws Error with a sentence for people when neither is new enough.
 */
export function findNode(environment) {
  const candidates = [join(root, 'node_modules', '.bin', 'node'), process.execPath];
  for (const node of candidates) {
    if (existsSync(node) && isNewEnough(versionOf(node, environment))) return node;
  }
  throw new Error(
    `Portico needs Node ${floor.join('.')} or newer to run, npm has no Node package for ${process.platform} ${process.arch}, ` +
      `and the Node here is ${process.versions.node}: please install Node 24.`,
  );
}

/** The version such as `24.21.0`; undefined where the file does not run here (a glibc build on Alpine, for instance). */
function versionOf(node, environment) {
  try {
    return execFileSync(node, ['--version'], {env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']})
      .trim()
      .slice(1);
  } catch {
    return undefined;
  }
}

function isNewEnough(version) {
  if (!version) return false;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > floor[0] || (major === floor[0] && minor >= floor[1]);
}
