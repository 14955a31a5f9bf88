import {runCheck} from './check-suite.ts';
import {findTests} from './files.ts';
import {runNodeTests} from './node-suite.ts';
import type {Options, SuiteName} from './options.ts';
import type {Report} from './report.ts';
import {runStories} from './stories-suite.ts';
import type {SuiteContext} from './suite-context.ts';
import {runWidgets} from './widgets-suite.ts';
import {withBrowser} from '../browser/with-browser.ts';
import {buildWidgets} from '../build/widgets.ts';
import {withPostgres} from '../../test/postgres/with-postgres.ts';

const minute = 60_000;

const suites: Record<SuiteName, (context: SuiteContext) => Promise<void>> = {
  check: runCheck,
  node: ({filters, report, signal}) =>
    withPostgres(async databaseUrl => {
      const files = findTests(
        ['packages/{contract,client,mocks,server}/src/**/*.test.ts', 'packages/widgets/build/**/*.test.ts', 'test/**/*.test.ts'],
        filters,
      ).filter(path => !/^test\/(shape|e2e|embed)\//.test(path));
      await runNodeTests(files, report, {signal, concurrency: 3, processes: 12, fileTimeoutMs: 4 * minute, environment: {PORTICO_TEST_DATABASE_URL: databaseUrl}});
    }),
  widgets: runWidgets,
  stories: runStories,
  e2e: ({filters, report, signal}) =>
    withBrowser(async environment => {
      const files = findTests(['test/{e2e,embed}/**/*.test.ts', 'examples/**/*.test.ts', 'docs/**/*.test.ts'], filters);
      if (files.length > 0) await buildWidgets(line => report.note(line));
      await runNodeTests(files, report, {signal, concurrency: 2, fileTimeoutMs: 4 * minute, environment});
    }),
};

/** Runs the chosen suites one after the other: each of them keeps two cores busy by itself. */
export async function runSuites({only, filters}: Options, report: Report, signal: AbortSignal): Promise<void> {
  for (const name of only) {
    if (signal.aborted) return;
    await report.suite(name, () => suites[name]({filters, report, signal}));
  }
}
