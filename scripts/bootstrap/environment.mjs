import {delimiter, join} from 'node:path';
import {root} from './root.mjs';

/**
 * What to add to the environment of a Node that runs sources, once everything is installed: it keeps what it compiled, types taken off, for the next process.
 * Loading the server takes half the time then, and the tests start hundreds of processes.
 */
export const withCompileCache = {NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] || join(root, 'node_modules/.portico/compile-cache')};

/**
 * The environment for everything the bootstrap starts: the pinned tools first on PATH, and without what `npm run` adds.
 * Npm hands its own configuration to its children as variables, and pnpm would obey it.
 *
 * @param {NodeJS.ProcessEnv} inherited
 * @returns {NodeJS.ProcessEnv} A copy; the inherited one is left as it is.
 */
export function cleanEnvironment(inherited) {
  const kept = Object.entries(inherited).filter(([name]) => !isFromNpm(name));
  const environment = Object.fromEntries(kept);
  const path = Object.keys(environment).find(name => name.toUpperCase() === 'PATH') ?? 'PATH';
  environment[path] = [join(root, 'node_modules', '.bin'), environment[path] ?? ''].join(delimiter);
  return environment;
}

// The user's own choice of configuration and network is not npm's addition: without it a machine behind a mirror could not install.
const chosenByUser = new Set(
  ['userconfig', 'globalconfig', 'registry', 'cache', 'cafile', 'strict_ssl', 'proxy', 'https_proxy', 'noproxy'].map(key => `npm_config_${key}`),
);

function isFromNpm(name) {
  const lower = name.toLowerCase();
  if (chosenByUser.has(lower)) return false;
  return /^npm_(config|lifecycle|package)_/.test(lower) || /^npm_(command|execpath|node_execpath)$/.test(lower) || lower === 'init_cwd';
}
