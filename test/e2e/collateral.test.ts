import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Browser} from 'playwright-core';
import {nameParts, partTags} from '../../packages/widgets/build/own-parts.ts';
import {launchBrowser} from '../browser/launch.ts';
import {openDemo} from './shared-demo.ts';
import {callApi, type Demo, type DemoFile, openPage, type WatchedPage} from './stage.ts';

const title = 'Halden Cobot 7 datasheet';
const sheet = fileURLToPath(new URL('../../packages/server/demo-files/cobot-7-datasheet-en-2025.pdf', import.meta.url));
/** What `<portico-collateral>` waits between two looks. */
const embedRefreshMs = 25_000;
/** The goal is 5 s, and a quiet machine needs less than one; where a dozen processes want two cores, a page takes its time. */
const patienceMs = 15_000;

describe('material on the demo pages', () => {
  let demo: Demo;
  let file: DemoFile;
  let browser: Browser;
  let partner: WatchedPage;
  let vendor: WatchedPage;
  let visitor: WatchedPage;
  let partnerOrgId: string;
  let personId: string;

  const library = () => partner.page.locator('portico-collateral-library');
  const desk = () => vendor.page.locator('portico-collateral-desk');
  /** The demo's widgets are those of a CDN, whose parts bear the version. */
  const part = (selector: string) => nameParts(selector, partTags());
  const embed = () => visitor.page.locator('portico-collateral');
  const until = async (what: string, holds: () => Promise<boolean>, withinMs: number) => {
    const started = performance.now();
    while (!(await holds())) {
      if (performance.now() - started > withinMs) assert.fail(`Not within ${withinMs} ms: ${what}`);
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    return performance.now() - started;
  };

  before(async () => {
    ({demo} = await openDemo());
    file = await demo.readFile();
    const person = file.people.find(each => each.side === 'partner');
    assert.ok(person?.partnerOrgId);
    partnerOrgId = person.partnerOrgId;
    personId = person.id;
    browser = await launchBrowser();
    partner = await openPage(browser, `${demo.url}/partner/?person=${person.id}&lang=en#material`);
    vendor = await openPage(browser, `${demo.url}/vendor/?lang=en#material`);
    // The partner's own site is another origin than the API. Its clock is the test's: nobody waits for half a minute.
    visitor = await openPage(browser, `${demo.url.replace('127.0.0.1', 'localhost')}/public/`);
    await visitor.page.clock.install();
    await visitor.page.reload();
  });

  after(() => browser?.close());

  it('brings a version that the vendor uploads to the partner’s open library within seconds', async () => {
    await library().getByRole('button', {name: title, exact: true}).click();
    await library().locator('.version').first().waitFor();
    const before = await library().locator('.version').count();
    await desk().getByText(title).first().click();
    await desk().getByRole('button', {name: 'New version…'}).click();
    const dialog = desk().locator(part('portico-collateral-desk-version'));
    await dialog.locator('input[type=file]').setInputFiles(sheet);
    await dialog.getByLabel('Language').selectOption({label: 'English'});
    await dialog.getByRole('button', {name: 'Add version'}).click();
    await dialog.waitFor({state: 'detached', timeout: 30_000});
    await until('the new version is in the list', async () => (await library().locator('.version').count()) > before, patienceMs);
    await until('the new version is the one to use', async () => /v7.*English[\s\S]*Current/.test(await library().locator('.version').first().innerText()), patienceMs);
  });

  it('makes a visitor’s question a lead that is offered to the partner, and says where it came from', async () => {
    await embed().getByRole('button', {name: 'Ask about this'}).first().click();
    const form = embed().getByRole('dialog');
    await form.getByLabel('Name').fill('Mikko Laine');
    await form.getByLabel('E-mail').fill('mikko.laine@tehdas.example');
    await form.getByLabel('Company').fill('Tehdas Oy');
    await form.getByLabel('Your question').fill('Does it lift twelve kilos?');
    await form.getByRole('checkbox').check();
    // A person reads before they send.
    await visitor.page.clock.fastForward(4000);
    await form.getByRole('button', {name: 'Send'}).click();
    await until('the form says that it arrived', async () => (await form.getByRole('status').innerText()) !== '', patienceMs);
    await form.getByRole('button', {name: 'Close'}).click();
    type Lead = {id: string; status: string; campaign: string | null; source: string; tags: string[]; consent: {source: string} | null};
    const leads = async () => (await callApi(file, 'GET', '/leads?q=Tehdas')).body.items as unknown as Lead[];
    await until('the lead is there', async () => (await leads()).length === 1, patienceMs);
    const [lead] = await leads();
    assert.deepEqual([lead?.status, lead?.source, lead?.campaign, lead?.tags], ['offered', 'web_form', 'website', ['embed', 'Home page']]);
    assert.match(lead?.consent?.source ?? '', /^http:\/\/localhost:\d+\/public\/$/);
    const session = await fetch(`${demo.url}/partner/session`, {method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify({personId})});
    const {token} = (await session.json()) as {token: string};
    const offers = (await callApi(file, 'GET', `/lead-offers?tab=new&limit=50&q=${encodeURIComponent(title)}`, undefined, {authorization: `Bearer ${token}`})).body.items;
    assert.ok(JSON.stringify(offers).includes(title), 'it is offered to the partner on whose page it was asked');
    const asked = (await callApi(file, 'GET', `/collateral-embeds?partnerOrgId=${partnerOrgId}`)).body.items as unknown as {name: string; enquiryCount: number}[];
    assert.equal(asked.find(({name}) => name === 'Home page')?.enquiryCount, 1);
  });

  it('takes what the vendor recalls off the open library and the public page, and answers its old addresses with words', async () => {
    const reason = 'The payload on page 1 is wrong.';
    const publicUrl = await embed().getByRole('link', {name: /^Open/}).first().getAttribute('href');
    const previewUrl = await embed().locator('img[part=preview]').first().getAttribute('src');
    const answered = partner.page.waitForResponse(response => response.url().endsWith('/download'));
    await library().locator('.actions').getByRole('button', {name: `Download: ${title}`}).click();
    const {url: fileUrl} = (await (await answered).json()) as {url: string};
    assert.ok(publicUrl && previewUrl && fileUrl);
    assert.equal((await fetch(publicUrl)).status, 200);
    await desk().locator(part('portico-collateral-desk-detail portico-ui-menu')).first().locator('.trigger').click();
    await desk().getByRole('menuitem', {name: 'Recall…'}).click();
    const dialog = desk().locator(part('portico-collateral-desk-act'));
    await dialog.getByLabel('Reason').fill(reason);
    await dialog.getByRole('button', {name: 'Recall', exact: true}).click();
    const seenMs = await until('the open piece says that it was recalled', async () => (await library().locator('.detail-pane').innerText()).includes(reason), patienceMs);
    assert.equal(await library().locator('.actions').count(), 0);
    await visitor.page.clock.fastForward(embedRefreshMs);
    await until('the public page shows it no more', async () => (await embed().getByRole('listitem').count()) === 2, patienceMs);
    assert.equal(await embed().getByRole('listitem').filter({hasText: title}).count(), 0);
    for (const url of [publicUrl, previewUrl, fileUrl]) {
      const answer = await fetch(url);
      assert.equal(answer.status, 410, url);
      assert.match(await answer.text(), /recalled|taken back|payload on page 1/i, url);
    }
    console.log(`  on the partner's page after ${seenMs.toFixed(0)} ms`);
  });

  it('runs without a report of the pages’ policies or an error', () => {
    for (const {reports, errors} of [partner, vendor, visitor]) assert.deepEqual([reports, errors], [[], []]);
  });
});
