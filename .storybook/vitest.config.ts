import {fileURLToPath} from 'node:url';
import {storybookTest} from '@storybook/addon-vitest/vitest-plugin';
import {playwright} from '@vitest/browser-playwright';
import {defineConfig} from 'vitest/config';
import {browserFlags} from '../scripts/browser/flags.ts';

const configDir = fileURLToPath(new URL('.', import.meta.url));

/** Every story as a test in a real Chromium: it renders, its play function passes, and axe finds nothing. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [storybookTest({configDir})],
  test: {
    name: 'stories',
    testTimeout: 30_000,
    // Of two cores Vitest would take one.
    maxWorkers: 2,
    isolate: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: {width: 1200, height: 800},
      provider: playwright({launchOptions: {executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium', args: [...browserFlags]}, contextOptions: {reducedMotion: 'reduce'}}),
      instances: [{browser: 'chromium'}],
    },
  },
});
