import {findBrowser} from './find-browser.ts';

/**
 * Runs work that needs a browser.
 *
 * @param work - Gets the variables to start the browser's driver with: `CHROME_PATH`, and where its libraries are when we brought them.
 * @throws Error with a sentence that says what to install, when there is no browser and none can be had.
 */
export async function withBrowser(work: (environment: Record<string, string>) => Promise<void>): Promise<void> {
  await work(await findBrowser());
}
