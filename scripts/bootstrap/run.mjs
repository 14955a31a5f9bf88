import {spawn} from 'node:child_process';
import {constants} from 'node:os';
import {root} from './root.mjs';

/**
 * Runs a command in the repository, sharing the terminal.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<number>} Its exit code; 128 + the signal's number when a signal ended it.
 */
export function run(command, args, environment) {
  return ended(start(command, args, environment));
}

/**
 * Like `run`, and stands aside for it: signals that reach this process go to the command, and this process ends after it.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<number>} Its exit code.
 */
export function runInPlace(command, args, environment) {
  // The channel carries no message: its end tells the command that this process is gone, killed ones included.
  const child = start(command, args, environment, ['inherit', 'inherit', 'inherit', 'ipc']);
  // A terminal sends Ctrl-C to every process in front of it, and npm sends it on once more; the child must hear it once.
  const heardByAll = process.stdin.isTTY === true;
  process.on('SIGINT', () => {
    if (!heardByAll) child.kill('SIGINT');
  });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  // npm passes SIGTERM to the shell between, which dies of it and tells nobody.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
  return ended(child);
}

function start(command, args, env, stdio = 'inherit') {
  return spawn(command, args, {cwd: root, env, stdio, shell: command.endsWith('.cmd')});
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
