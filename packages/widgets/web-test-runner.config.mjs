import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {litPatchesForTests} from './build/lit-patches.ts';
import {wtrReporter} from '../../scripts/test/wtr-reporter.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default {
  // The workspace's root: pnpm's links to the other packages lead outside this one.
  rootDir: root,
  files: ['src/**/*.test.ts'],
  nodeResolve: {exportConditions: ['portico-source', 'development', 'browser']},
  plugins: [litPatchesForTests(), esbuildPlugin({ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url))})],
  middleware: [
    (context, next) => {
      if (context.path === '/mockServiceWorker.js') context.url = '/packages/mocks/node_modules/msw/lib/mockServiceWorker.js';
      return next();
    },
  ],
  browsers: [chromeLauncher({launchOptions: {executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: flags}})],
  concurrency: 2,
  testsFinishTimeout: 240_000,
  testFramework: {config: {timeout: 10_000}},
  reporters: [defaultReporter({reportTestProgress: false}), wtrReporter()],
};
