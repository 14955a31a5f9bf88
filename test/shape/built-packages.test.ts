import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {describe, it} from 'node:test';
import {promisify} from 'node:util';
import {root} from '../../scripts/bootstrap/root.mjs';
import {read} from './sources.ts';

// What npm would hand out: the built files, found by the packages' own names, in Node without a DOM. `check` builds them first.
const names = ['contract', 'client', 'mocks', 'server', 'widgets'];

interface Manifest {
  readonly exports: Readonly<Record<string, unknown>>;
}

describe('a built package can be imported in Node without a DOM', () => {
  for (const name of names) {
    const entries = Object.keys((JSON.parse(read(`packages/${name}/package.json`)) as Manifest).exports).filter(key => !/\*|\.json$/.test(key));
    for (const entry of entries) {
      const specifier = `@portico/${name}${entry.slice(1)}`;
      it(specifier, async () => {
        const script = `const all = await import(${JSON.stringify(specifier)}); console.log(typeof document, Object.keys(all).length);`;
        const {stdout} = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
          cwd: root,
          env: withoutTestRunner(),
        });
        assert.match(stdout, /^undefined \d+$/m);
      });
    }
  }
});

/** A test's child process would otherwise believe that it is a test file. */
function withoutTestRunner(): NodeJS.ProcessEnv {
  const {NODE_TEST_CONTEXT: _context, NODE_OPTIONS: _options, ...environment} = process.env;
  return environment;
}
