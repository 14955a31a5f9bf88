import {join} from 'node:path';
import {root} from '../bootstrap/root.mjs';
import {withBrowser} from '../browser/with-browser.ts';
import {findTests} from './files.ts';
import type {SuiteContext} from './suite-context.ts';
import {runTool} from './tool.ts';

/** The widgets' own tests, in a real Chromium through web-test-runner. */
export async function runWidgets({filters, report, lanes, alone, signal}: SuiteContext): Promise<void> {
  const files = findTests(['packages/widgets/src/**/*.test.ts'], filters);
  if (files.length === 0) return report.note('nothing to run');
  const cwd = join(root, 'packages/widgets');
  await lanes.use(() => withBrowser(async environment => {
    const args = ['--config', 'web-test-runner.config.mjs', ...(alone ? [] : ['--concurrency', '2']), '--files', ...files.map(path => path.slice('packages/widgets/'.length))];
    const {code, results, output} = await runTool(join(cwd, 'node_modules/.bin/wtr'), args, result => report.add(result), {signal, cwd, environment});
    if (results === 0 || (code !== 0 && code !== 1)) throw new Error(`web-test-runner ended with code ${code} after ${results} results.\n${output}`);
  }));
}
