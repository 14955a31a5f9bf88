import {availableParallelism} from 'node:os';
import {dirname} from 'node:path';
import {runCheck} from './check-suite.ts';
import {findTests} from './files.ts';
import {runNodeTests} from './node-suite.ts';
import {Lanes} from './lanes.ts';
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
  node: ({filters, report, lanes, signal}) =>
    withPostgres(async databaseUrl => {
      const files = findTests(
        ['packages/{contract,client,mocks,server}/src/**/*.test.ts', 'packages/widgets/build/**/*.test.ts', 'test/**/*.test.ts'],
        filters,
      ).filter(path => !/^test\/(shape|e2e|embed|frameworks|site)\//.test(path));
      await runNodeTests(files, report, {signal, lanes, processes: 8, fileTimeoutMs: 4 * minute, environment: {PORTICO_TEST_DATABASE_URL: databaseUrl}});
    }),
  widgets: runWidgets,
  stories: runStories,
  e2e: ({filters, report, alone, built, signal}) =>
    withBrowser(async environment => {
      const files = findTests(['test/{e2e,embed,frameworks,site}/**/*.test.ts', 'examples/**/*.test.ts', 'docs/**/*.test.ts'], filters);
      await built;
      if (files.length > 0) await buildWidgets(line => report.note(line));
      // Before two of them want it at once.
      if (files.some(path => path.startsWith('test/site/'))) await (await import('../../docs/site/bundles.ts')).buildBundles(line => report.note(line));
      // Half of the time they wait for pages, servers and deadlines: a lane of their own, beside those that compute.
      const lanes = new Lanes(alone ? 2 : 1);
      await runNodeTests(files, report, {signal, lanes, companyOf, fileTimeoutMs: 4 * minute, environment});
    }),
};

/** They count every timer, or put a DOM in the place of what Node has: other files would be in their way. */
const loners = /\/(headless|happy-dom|jsdom)\.test\.ts$/;

/** Files of a folder have one browser, and those that need it one demo. */
const companyOf = (file: string) => (loners.test(file) ? file : dirname(file));

/** One more than there are cores: tests also wait, for timers, disks and each other. */
const laneCount = Math.max(2, availableParallelism()) + 1;

/** Runs the chosen suites at the same time: each gets room in their order, and what one leaves is filled by the next. */
export async function runSuites({only, filters}: Options, report: Report, signal: AbortSignal): Promise<void> {
  const lanes = new Lanes(laneCount);
  const {promise: built, resolve: announceBuilt} = Promise.withResolvers<void>();
  const run = async (name: SuiteName) => {
    await report.suite(name, async suite => suites[name]({filters, report: suite, lanes, alone: only.length === 1, built, announceBuilt, signal}));
    if (name === 'check') announceBuilt();
  };
  if (!only.includes('check')) announceBuilt();
  await Promise.all(only.map(run));
}
