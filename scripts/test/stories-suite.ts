import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../bootstrap/root.mjs';
import {withBrowser} from '../browser/with-browser.ts';
import type {SuiteContext} from './suite-context.ts';
import {runTool} from './tool.ts';

/** Every story as a test: it renders, its play function passes, and axe finds nothing. */
export async function runStories({filters, report, lanes, alone, signal}: SuiteContext): Promise<void> {
  const config = '.storybook/vitest.config.ts';
  if (!existsSync(join(root, config))) return report.note(`nothing to run: there is no ${config}`);
  await lanes.use(() => withBrowser(async environment => {
    const args = ['run', '--config', config, '--reporter=./scripts/test/vitest-reporter.ts', ...(alone ? [] : ['--maxWorkers=1']), ...filters];
    const {code, results, output} = await runTool('vitest', args, result => report.add(result), {signal, environment});
    if (results === 0 || (code !== 0 && code !== 1)) throw new Error(`vitest ended with code ${code} after ${results} results.\n${output}`);
  }));
}
