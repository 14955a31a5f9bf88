import {fileURLToPath} from 'node:url';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {findBrowser} from '../../scripts/browser/find-browser.ts';
import {browserFlags} from '../../scripts/browser/flags.ts';
import {wtrReporter} from '../../scripts/test/wtr-reporter.mjs';
import {testBundle} from './build/test-bundle.ts';

const {CHROME_PATH: executablePath} = await findBrowser();
const chosen = process.argv.indexOf('--files');

export default {
  // The workspace's root: pnpm's links to the other packages lead outside this one.
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  files: ['src/**/*.test.ts'],
  middleware: [await testBundle(chosen < 0 ? undefined : process.argv.slice(chosen + 1))],
  browsers: [
    chromeLauncher({
      // Each step of a fade is a frame to draw; the tests of what moves ask for it, see motion.harness.ts. A page is not kept when its test is over, and the next
      // one needs no process of its own.
      launchOptions: {executablePath, args: [...browserFlags, '--force-prefers-reduced-motion', '--disable-features=BackForwardCache,ProactivelySwapBrowsingInstance']},
      // Three pages run at a time, and the one in the background of a window gets few frames and no focus: each has a window of its own, believed to be in front.
      createPage: async ({browser}) => {
        const context = await browser.createBrowserContext();
        const page = await context.newPage();
        const session = await page.createCDPSession();
        await session.send('Emulation.setFocusEmulationEnabled', {enabled: true});
        return page;
      },
    }),
  ],
  concurrency: 4,
  testsFinishTimeout: 240_000,
  testFramework: {config: {timeout: 30_000}},
  reporters: [defaultReporter({reportTestProgress: false}), wtrReporter()],
};
