import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {findBrowser} from '../../scripts/browser/find-browser.ts';
import {browserFlags} from '../../scripts/browser/flags.ts';
import {wtrReporter} from '../../scripts/test/wtr-reporter.mjs';
import {litPatchesForTests} from './build/lit-patches.ts';

const {CHROME_PATH: executablePath} = await findBrowser();

export default {
  // The workspace's root: pnpm's links to the other packages lead outside this one.
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  files: ['src/**/*.test.ts'],
  nodeResolve: {exportConditions: ['portico-source', 'development', 'browser']},
  plugins: [litPatchesForTests(), esbuildPlugin({ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url))})],
  middleware: [
    (context, next) => {
      if (context.path === '/mockServiceWorker.js') context.url = '/packages/mocks/node_modules/msw/lib/mockServiceWorker.js';
      return next();
    },
  ],
  browsers: [
    chromeLauncher({
      launchOptions: {executablePath, args: [...browserFlags]},
      // Two pages run at a time, and the one in the background of a window gets few frames and no focus: each has a window of its own, believed to be in front.
      createPage: async ({browser}) => {
        const context = await browser.createBrowserContext();
        const page = await context.newPage();
        const session = await page.createCDPSession();
        await session.send('Emulation.setFocusEmulationEnabled', {enabled: true});
        return page;
      },
    }),
  ],
  concurrency: 2,
  testsFinishTimeout: 240_000,
  testFramework: {config: {timeout: 30_000}},
  reporters: [defaultReporter({reportTestProgress: false}), wtrReporter()],
};
