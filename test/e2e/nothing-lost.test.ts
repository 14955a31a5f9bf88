import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {launchBrowser} from '../browser/launch.ts';
import {openDemo, type SharedDemo} from './shared-demo.ts';
import {callApi, type DemoFile, openPage, startDemo, type WatchedPage} from './stage.ts';

describe('nothing that a person typed or did is lost', () => {
  let shared: SharedDemo;
  let file: DemoFile;
  let browser: Browser;
  let partnerUrl: string;
  /** Open over the crash. */
  let open: WatchedPage | undefined;

  before(async () => {
    shared = await openDemo();
    file = await shared.demo.readFile();
    browser = await launchBrowser();
    const person = file.people.find(each => each.side === 'partner' && each.roles.includes('org_admin')) ?? file.people.find(each => each.side === 'partner');
    partnerUrl = `${shared.demo.url}/partner/?person=${person!.id}&lang=en`;
  });

  after(() => browser?.close());

  /** Opens the first lead in work and returns the box for what happened. */
  const openWorking = async (page: Page) => {
    await page.getByRole('tab', {name: /Working/}).click();
    await page.locator('portico-lead-inbox').getByRole('row').first().click();
    const box = page.getByLabel('What happened?');
    await box.waitFor();
    return box;
  };

  /** The offer on which the page logs an activity next. */
  const watchOffer = (page: Page) => {
    const seen: {id?: string} = {};
    page.on('request', request => {
      const id = /lead-offers\/([0-9a-f-]+)\/activities/.exec(request.url())?.[1];
      if (id && request.method() === 'POST') seen.id = id;
    });
    return seen;
  };

  /** How often an activity with these words is on the server; of what the page has not sent yet, none is. */
  const countOf = async (offerId: string | undefined, words: string): Promise<number> => {
    if (offerId === undefined) return 0;
    const {status, body} = await callApi(file, 'GET', `/lead-offers/${offerId}/activities?limit=100`);
    if (status === 429) {
      await new Promise(resolve => setTimeout(resolve, 500));
      return countOf(offerId, words);
    }
    assert.equal(status, 200, JSON.stringify(body));
    return body.items.filter(item => item.body === words).length;
  };

  it('keeps what is typed over a session renewal and a reload', async () => {
    const {page, context} = await openPage(browser, partnerUrl);
    // Sessions of two seconds: the portal renews several times while the person types.
    await page.route('**/partner/session', async route => {
      // The page may be gone, and the server too, when a late renewal comes by.
      const answer = await route.fetch().catch(() => null);
      if (!answer) return route.abort();
      await route.fulfill({response: answer, json: {...(await answer.json()), expiresInS: 2}});
    });
    await page.reload();
    const box = await openWorking(page);
    await box.pressSequentially('The buyer asked for a second visit', {delay: 120});
    assert.equal(await box.inputValue(), 'The buyer asked for a second visit');
    await page.waitForTimeout(1500);
    await page.reload();
    const again = await openWorking(page);
    await page.waitForFunction(input => (input as HTMLTextAreaElement).value === 'The buyer asked for a second visit', await again.elementHandle());
    await context.close();
  });

  it('loses no acknowledged write to kill -9, and doubles none', async () => {
    open = await openPage(browser, partnerUrl);
    await (await openWorking(open.page)).fill('Typed before the crash');
    const sent = new Map<string, string>();
    const acknowledged = new Set<string>();
    let stop = false;
    const writers = Array.from({length: 8}, async (_, writer) => {
      for (let number = 0; !stop; number++) {
        const externalId = `crash-${writer}-${number}`;
        const key = crypto.randomUUID();
        sent.set(externalId, key);
        const body = {externalId, title: `Crash ${writer} ${number}`, company: {name: `Crash ${writer} ${number}`, country: 'FI'}};
        try {
          const {status} = await callApi(file, 'POST', '/leads', body, {'idempotency-key': key});
          if (status === 201) acknowledged.add(externalId);
          else if (status !== 429) assert.fail(`answered ${status}`);
          else await new Promise(resolve => setTimeout(resolve, 500));
        } catch (error) {
          if (error instanceof assert.AssertionError) throw error;
          return;
        }
      }
    });
    for (let waited = 0; acknowledged.size < 40 && waited < 60_000; waited += 50) await new Promise(resolve => setTimeout(resolve, 50));
    await shared.demo.kill();
    stop = true;
    await open.page.getByLabel('What happened?').pressSequentially(' and after it');
    await Promise.all(writers);
    assert.ok(acknowledged.size >= 40, `only ${acknowledged.size} writes were acknowledged`);
    shared.demo = await startDemo(shared.data.path, Number(new URL(shared.demo.url).port));
    // Those who had no answer ask again with the same key, as the client does.
    for (const [externalId, key] of sent) {
      if (acknowledged.has(externalId)) continue;
      const [, writer, number] = externalId.split('-');
      const {status} = await callApi(file, 'POST', '/leads', {externalId, title: `Crash ${writer} ${number}`, company: {name: `Crash ${writer} ${number}`, country: 'FI'}}, {'idempotency-key': key});
      assert.equal(status, 201);
    }
    for (const externalId of sent.keys()) {
      const {body} = await callApi(file, 'GET', `/leads?externalId=${externalId}`);
      assert.equal(body.items.length, 1, `${externalId} is there ${body.items.length} times`);
    }
    console.log(`  ${acknowledged.size} acknowledged, ${sent.size - acknowledged.size} asked again, each there once`);
  });

  it('a page that was open when the server was killed goes on', async () => {
    assert.ok(open);
    const {page, context} = open;
    assert.equal(await page.getByLabel('What happened?').inputValue(), 'Typed before the crash and after it');
    const offer = watchOffer(page);
    await page.getByRole('button', {name: 'Log call'}).click();
    const words = 'Typed before the crash and after it';
    await page.locator('portico-lead-inbox').getByText(words).first().waitFor({timeout: 40_000});
    // In the first moments after a crash the page does not try each act on a server that has just failed: it keeps what is done, and sends it by itself.
    for (let waited = 0; waited < 40_000 && (await countOf(offer.id, words)) === 0; waited += 500) await page.waitForTimeout(500);
    // Time for a second sending, if there were one.
    await page.waitForTimeout(3000);
    assert.equal(await countOf(offer.id, words), 1);
    await context.close();
  });

  it('what is done without a connection takes effect once when it is back', async () => {
    const {page, context} = await openPage(browser, partnerUrl);
    const box = await openWorking(page);
    const offer = watchOffer(page);
    await box.fill('Logged in a lift');
    await context.setOffline(true);
    await page.getByRole('button', {name: 'Log call'}).click();
    // In the first moments the page does not know yet that the network is gone: it tries, and then says that the words wait here.
    await page.locator('[data-unsent]').getByText('Saved on this device, not sent yet').waitFor({timeout: 45_000});
    await page.getByText('Logged in a lift').first().waitFor();
    await context.setOffline(false);
    for (let waited = 0; waited < 60_000 && (await countOf(offer.id, 'Logged in a lift')) === 0; waited += 250) await page.waitForTimeout(250);
    // Time for a second sending, if there were one.
    await page.waitForTimeout(3000);
    assert.equal(await countOf(offer.id, 'Logged in a lift'), 1);
    await context.close();
  });
});
