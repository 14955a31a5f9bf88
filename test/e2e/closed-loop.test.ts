import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {launchBrowser} from '../browser/launch.ts';
import {openDemo} from './shared-demo.ts';
import {callApi, type Demo, type DemoFile, openPage, type WatchedPage} from './stage.ts';

describe('a partner and a vendor on the demo pages', () => {
  let demo: Demo;
  let file: DemoFile;
  let browser: Browser;
  let partner: WatchedPage;
  let vendor: WatchedPage;
  let orgId: string;
  let count = 0;

  /** A new lead on offer to the partner's organisation, with a name that nothing else has. */
  const offerLead = async () => {
    const title = `Palletising line ${++count}`;
    const made = await callApi(file, 'POST', '/leads', {
      title,
      route: false,
      company: {name: `Buyer ${count} Oy`, country: 'FI', industry: 'Food'},
      contact: {firstName: 'Aino', lastName: `Hidden-${count}`, email: `aino.${count}@buyer-${count}.example`},
      consent: {purposes: ['partner_contact'], textVersion: '2026-01', at: '2026-01-01T00:00:00Z', source: 'web form'},
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const lead = made.body.lead;
    const offered = await callApi(file, 'POST', `/leads/${lead.id}/offer`, {partnerOrgId: orgId, override: true, acceptWithinHours: 1}, {'if-match': `"${lead.version}"`});
    assert.equal(offered.status, 200, JSON.stringify(offered.body));
    return {title, leadId: lead.id, hidden: `Hidden-${count}`, buyer: `Buyer ${count} Oy`};
  };

  const inboxRow = (title: string) => partner.page.locator('portico-lead-inbox').getByRole('row').filter({hasText: title});

  before(async () => {
    ({demo} = await openDemo());
    file = await demo.readFile();
    const person = file.people.find(each => each.side === 'partner' && each.roles.includes('org_admin')) ?? file.people.find(each => each.side === 'partner');
    assert.ok(person?.partnerOrgId);
    orgId = person.partnerOrgId;
    browser = await launchBrowser();
    partner = await openPage(browser, `${demo.url}/partner/?person=${person.id}&lang=en`);
    vendor = await openPage(browser, `${demo.url}/vendor/?lang=en`);
  });

  after(() => browser?.close());

  it('shows a new lead to the partner, its teaser only, and all of it once accepted', async () => {
    const {title, hidden, buyer} = await offerLead();
    await inboxRow(title).click();
    await partner.page.getByText('Name and contact are shown once you accept.').waitFor();
    assert.equal((await partner.page.content()).includes(hidden), false);
    assert.equal(await partner.page.getByText(hidden).count(), 0);
    await partner.page.getByRole('button', {name: 'Accept lead'}).click();
    await partner.page.getByRole('tab', {name: /Working/}).click();
    // From now on the row carries the customer's name.
    await partner.page.getByLabel('Search leads').fill(buyer);
    await inboxRow(buyer).click();
    await partner.page.getByText(hidden).first().waitFor();
    await partner.page.getByLabel('Search leads').fill('');
  });

  it('shows what the partner did on the vendor’s screen, and says how soon', async () => {
    await vendor.page.getByText('Leads').first().waitFor();
    const delays: number[] = [];
    const acts = 10;
    for (let act = 0; act < acts; act++) {
      const {title} = await offerLead();
      const seen = vendor.page.getByRole('row').filter({hasText: title});
      await seen.waitFor();
      await partner.page.getByRole('tab', {name: /New/}).click();
      await inboxRow(title).click();
      const accept = partner.page.getByRole('button', {name: 'Accept lead'});
      await accept.waitFor();
      const pressed = Date.now();
      await accept.click();
      await seen.filter({hasText: 'Accepted'}).waitFor({timeout: 10_000});
      delays.push(Date.now() - pressed);
    }
    delays.sort((a, b) => a - b);
    console.log(`  from the press to the other screen, ms: median ${delays[acts / 2]}, most ${delays.at(-1)}`);
    // A figure for the record; a machine that is busy with other things must not make it a failure.
    assert.ok(delays.at(-1)! < 10_000, `the slowest took ${delays.at(-1)} ms`);
  });

  it('declines with a reason that the vendor reads', async () => {
    const {title} = await offerLead();
    await partner.page.getByRole('tab', {name: /New/}).click();
    await inboxRow(title).click();
    await partner.page.getByRole('button', {name: 'Decline…'}).click();
    await partner.page.getByRole('dialog').waitFor();
    // The fields are slotted into the dialog, so they are not its descendants in the tree.
    await partner.page.getByLabel('Reason').selectOption('no_capacity');
    await partner.page.getByLabel('Comment').fill('All crews are booked until spring.');
    await partner.page.getByRole('button', {name: 'Decline', exact: true}).click();
    await vendor.page.getByRole('row').filter({hasText: title}).click();
    await vendor.page.getByText('All crews are booked until spring.').first().waitFor();
  });

  it('works on the smallest page there is, too', async () => {
    const {title, buyer} = await offerLead();
    const plain = await openPage(browser, `${demo.url}/plain/`);
    const row = (words: string) => plain.page.getByRole('row').filter({hasText: words});
    await row(title).click();
    await plain.page.getByRole('button', {name: 'Accept lead'}).click();
    await plain.page.getByRole('tab', {name: /Working/}).click();
    await plain.page.getByLabel('Search leads').fill(buyer);
    await row(buyer).waitFor();
    assert.deepEqual(plain.reports, []);
    assert.deepEqual(plain.errors, []);
    await plain.context.close();
  });

  it('reports nothing to the content security policy and throws nothing', () => {
    assert.deepEqual(partner.reports, []);
    assert.deepEqual(vendor.reports, []);
    assert.deepEqual(partner.errors, []);
    assert.deepEqual(vendor.errors, []);
  });
});
