import type {Browser} from 'playwright-core';

const origin = 'https://asks-again.test';

/**
 * Whether this browser asks the server again for a module that did not come. Chromium 153 does not: it remembers the failure for as long as the page is open, so that only loading the page anew helps. 156 does.
 */
export async function asksAgain(browser: Browser): Promise<boolean> {
  const page = await browser.newPage();
  let asked = 0;
  await page.route(`${origin}/**`, route => {
    if (route.request().url().endsWith('/')) return route.fulfill({contentType: 'text/html', body: ''});
    return asked++ ? route.fulfill({contentType: 'text/javascript', body: ''}) : route.fulfill({status: 503});
  });
  await page.goto(`${origin}/`);
  const came = await page.evaluate(async path => {
    const load = () => import(path).then(() => true, () => false);
    await load();
    return load();
  }, './module.js');
  await page.close();
  return came;
}
