/**
 * Runs the test files named on its command line in this process, one after the other, and prints a result for each of their tests; see `result.ts`.
 *
 * Not `node --test`: that begins to follow promises before it loads what `--import` names, so that `no-promise-hooks.mjs` comes too late.
 */
import {resolve} from 'node:path';
import {run} from 'node:test';
import nodeReporter, {describe, toPath} from './node-reporter.ts';
import {toLine} from './result.ts';

const files = process.argv.slice(2).map(file => resolve(file));
let current = files[0] ?? '';

// Nothing says which test an error belongs to that nobody waited for: it is one of the file that runs.
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error: unknown) => {
    process.stdout.write(`\n${toLine({name: 'no error goes uncaught', file: toPath(current), outcome: 'failed', detail: describe(error), durationMs: 0})}`);
  });

run({files, isolation: 'none'})
  .on('test:dequeue', ({nesting, file}) => {
    if (nesting === 0 && file) current = file;
  })
  .on('test:summary', ({success}) => {
    if (!success) process.exitCode = 1;
  })
  .compose(nodeReporter)
  .pipe(process.stdout);
