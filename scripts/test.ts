/**
 * Runs every suite and ends with one line, `N passed, N failed`.
 *
 * `npm test`                                    everything
 * `npm test -- --only=node`                     one suite, or several: `--only=check,node`
 * `npm test -- --only=node packages/server/src` the files whose path contains one of the words
 */
import {Report} from './test/report.ts';
import {parseOptions} from './test/options.ts';
import {runSuites} from './test/suites.ts';

const options = parseOptions(process.argv.slice(2));
const report = new Report();
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
process.once('disconnect', () => stop.abort());
// A listener for the end of the channel would keep this process waiting for it.
process.channel?.unref();

await runSuites(options, report, stop.signal);
report.print();
process.exit(stop.signal.aborted ? 130 : report.succeeded ? 0 : 1);
