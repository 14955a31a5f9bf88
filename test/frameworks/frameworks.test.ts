import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {launchBrowser} from '../browser/launch.ts';
import {openPage, type WatchedPage} from '../e2e/stage.ts';
import type {CaseHost, runCases} from './cases.ts';
import {startFrameworkSite, type FrameworkSite, type Visit} from './framework-site.ts';
import {frameworkHosts} from './hosts.ts';

/** What a page with cases has in it. */
type CasesPage = {readonly runCases: typeof runCases; readonly cases: CaseHost};

describe('pages made with a framework', () => {
  let site: FrameworkSite;
  let browser: Browser;
  let watched: WatchedPage;

  before(async () => {
    [site, browser] = await Promise.all([startFrameworkSite(), launchBrowser()]);
    // One page for all: starting another takes as long as all that is done in it.
    watched = await openPage(browser, `${site.url}/livez`);
  });

  after(async () => {
    await browser?.close();
    await site?.[Symbol.asyncDispose]();
  });

  for (const host of frameworkHosts)
    it(`${host.name}: partners work there under a strict policy${host.cases === false ? '' : ', and the framework gets custom elements right'}`, async () => {
      const visits = await site.add(host);
      const {page, reports, errors} = watched;
      const before = [reports.length, errors.length] as const;
      for (const visit of visits) {
        const answer = await page.goto(visit.url);
        // What a server draws is there without any script.
        if (host.server) assert.match((await answer?.text()) ?? '', /<h1[^>]*>Nordhavn IT<\/h1>/);
        await work(page, visit);
      }
      if (host.cases !== false) {
        await page.goto(`${site.url}/${host.name}/cases.html`);
        await page.waitForFunction(() => 'cases' in globalThis);
        const wrong = await page.evaluate(() => {
          const {runCases, cases} = globalThis as unknown as CasesPage;
          return runCases(cases);
        });
        assert.deepEqual(wrong, {});
      }
      assert.deepEqual([reports.slice(before[0]), errors.slice(before[1])], [[], []]);
    });
});

/** What a partner does in the page, whichever framework made it. */
async function work(page: Page, {title, company}: Visit): Promise<void> {
  const happened = page.getByRole('complementary', {name: 'What happened'}).getByRole('listitem');
  const inbox = page.locator('portico-lead-inbox');

  // What the widgets read arrives, and what they send is in the page's own state.
  await inbox.getByText(title).first().click();
  await happened.getByText(`Opened “${title}”`).waitFor();
  await happened.getByText('Signed in as Aino').waitFor();

  // What the page's state says arrives in the widgets.
  await page.getByRole('radio', {name: 'Indigo'}).check();
  await page.getByRole('combobox', {name: 'Language'}).selectOption('fi');
  const accept = page.getByRole('button', {name: 'Hyväksy liidi'});
  await accept.waitFor();
  const colour = await page.locator('portico-portal').evaluate(portal => getComputedStyle(portal).getPropertyValue('--portico-color-accent'));
  assert.match(colour, /#4f46e5/);
  await accept.click();
  await happened.getByText(`Accepted “${title}”`).waitFor();

  // A widget goes and comes back.
  await page.getByRole('button', {name: 'Deals'}).click();
  await page.locator('portico-deal-list').getByRole('heading').first().waitFor();
  assert.equal(await inbox.count(), 0);
  await page.getByRole('button', {name: 'Leads'}).click();
  await inbox.getByRole('tab').nth(1).click();
  await inbox.getByText(company).first().waitFor();
}
