import {relative} from 'node:path';
import {root} from '../bootstrap/root.mjs';
import {toLine} from './result.ts';

/**
 * A web-test-runner reporter that prints one result a test; see `result.ts`.
 *
 * @returns {import('@web/test-runner').Reporter}
 */
export function wtrReporter() {
  return {
    reportTestFileResults({sessionsForTestFile, testFile}) {
      const file = relative(root, testFile).replaceAll('\\', '/');
      for (const session of sessionsForTestFile) {
        for (const result of [...testsOf(session.testResults, []), ...errorsOf(session)]) process.stdout.write(`\n${toLine({file, ...result})}`);
      }
    },
  };
}

function testsOf(suite, parents) {
  if (!suite) return [];
  const own = suite.tests.map(test => ({
    name: [...parents, test.name].join(' › '),
    outcome: test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed',
    durationMs: test.duration ?? 0,
    ...(test.error && {detail: describe(test.error)}),
  }));
  return [...own, ...suite.suites.flatMap(child => testsOf(child, [...parents, child.name]))];
}

/** What went wrong outside any test: the page did not load, a module was not found, or there were no tests. */
function errorsOf(session) {
  const errors = session.errors.map(error => ({name: 'the page runs without errors', outcome: 'failed', durationMs: 0, detail: describe(error)}));
  const missing = session.request404s.map(url => ({name: 'every file is found', outcome: 'failed', durationMs: 0, detail: `404: ${url}`}));
  const silent = errors.length === 0 && !session.testResults;
  return [...errors, ...(errors.length > 0 ? [] : missing.filter(() => !session.passed)), ...(silent ? [noResults] : [])];
}

const noResults = {name: 'the file reports its tests', outcome: 'failed', durationMs: 0, detail: 'The browser ended without a result.'};

function describe(error) {
  const expected = error.expected === undefined ? '' : `\nexpected: ${error.expected}\nactual:   ${error.actual}`;
  return `${error.stack?.includes(error.message) ? error.stack : `${error.message}\n${error.stack ?? ''}`}${expected}`;
}
