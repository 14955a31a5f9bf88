#!/usr/bin/env node
/** The command line: the only file that reads the environment. */
import {runCli} from './cli/run-cli.ts';

const exitCode = await runCli(process.argv.slice(2), {
  env: process.env,
  out: text => process.stdout.write(`${text}\n`),
  err: text => process.stderr.write(`${text}\n`),
  onStop: stop => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        // Who asks twice does not want to wait.
        if (asked) process.exit(1);
        asked = true;
        stop(signal);
      });
    }
  },
  onCrash: handle => {
    process.on('uncaughtException', handle);
    process.on('unhandledRejection', handle);
  },
});
// Nothing is at work any more; what a library left open (a timer, a socket) must not keep the process.
process.exit(exitCode);
