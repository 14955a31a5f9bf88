import {relative} from 'node:path';
import type {Reporter, TestCase, TestModule} from 'vitest/node';
import {root} from '../bootstrap/root.mjs';
import {toLine} from './result.ts';

/** A Vitest reporter that prints one result a test; see `result.ts`. */
export default class VitestReporter implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const {state, errors} = test.result();
    process.stdout.write(
      `\n${toLine({
        name: test.fullName.replaceAll(' > ', ' › '),
        file: pathOf(test.module),
        outcome: state === 'pending' ? 'failed' : state,
        durationMs: test.diagnostic()?.duration ?? 0,
        ...(errors?.length && {detail: errors.map(error => error.stack ?? error.message).join('\n')}),
      })}`,
    );
  }

  onTestModuleEnd(module: TestModule): void {
    // A module that cannot be loaded has no tests that could fail.
    const errors = module.errors();
    if (errors.length === 0) return;
    const detail = errors.map(error => error.stack ?? error.message).join('\n');
    process.stdout.write(`\n${toLine({name: 'the file loads', file: pathOf(module), outcome: 'failed', durationMs: 0, detail})}`);
  }
}

function pathOf(module: TestModule): string {
  return relative(root, module.moduleId).replaceAll('\\', '/');
}
