import {chromium, type Browser} from 'playwright-core';
import {findBrowser} from '../../scripts/browser/find-browser.ts';
import {browserFlags} from '../../scripts/browser/flags.ts';

/**
 * Starts a real Chromium for a test; the caller closes it.
 *
 * @throws Error with a sentence that says what to install when there is none.
 */
export async function launchBrowser(): Promise<Browser> {
  const {CHROME_PATH: executablePath} = await findBrowser();
  return chromium.launch({...(executablePath && {executablePath}), args: [...browserFlags]});
}
