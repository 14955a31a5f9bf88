import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {createClient} from '@portico/client';
import {LeadPolicy, type DealForm, type Program, type Receipt} from '@portico/contract';
import {createSecretKey, createTenant, startServer, withTenant, type StartedServer} from '@portico/server';
import type {Browser} from 'playwright-core';
import {buildWidgets} from '../../scripts/build/widgets.ts';
import {openBrowser, openPage} from './stage.ts';
import {snippetsOf} from './snippets.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const guide = 'docs/guides/protect-deals.md';

describe('the guide "Let partners register deals"', () => {
  let server: StartedServer;
  let browser: Browser;
  let folder: string;
  let snippets: Record<string, string>;
  let secretKey: string;
  let partner: {partnerOrgId: string; personId: string};
  const mint = () => createClient({apiUrl: server.url, secretKey}).embedSessions.create(partner);
  const run = async <T>(file: string, name: string, options: object = {}): Promise<T> => {
    const module = (await import(pathToFileURL(join(folder, file)).href)) as Record<string, (options: object) => Promise<T>>;
    return module[name]!({apiUrl: server.url, secretKey, ...options});
  };

  before(async () => {
    await buildWidgets(() => {});
    snippets = await snippetsOf(guide);
    folder = await mkdtemp(join(root, 'node_modules', '.guide-'));
    for (const [name, code] of Object.entries(snippets)) if (name.endsWith('.js')) await writeFile(join(folder, name), code);
    const embed = (await snippetsOf('docs/guides/embed-in-five-minutes.md'))['embed.js'];
    server = await startServer({
      port: 0,
      acceptForMs: 0,
      database: {},
      pages: async request => {
        const {pathname} = new URL(request.url);
        if (pathname === '/') return new Response(`<!doctype html><html lang="en"><title>Guide</title>${snippets['page.html']}</html>`, {headers: {'content-type': 'text/html'}});
        if (pathname === '/embed.js') return new Response(embed, {headers: {'content-type': 'text/javascript'}});
        if (pathname === '/portico-session') return Response.json(await mint());
        if (pathname.startsWith('/portico/')) return new Response(await readFile(join(root, 'packages/widgets/dist/cdn', pathname.slice('/portico/'.length))), {headers: {'content-type': 'text/javascript'}});
        return new Response(null, {status: 404});
      },
    });
    const {database, context, url} = server;
    const {tenantId} = await createTenant(database, context, {name: 'Vendor', program: {name: 'Programme', timeZone: 'UTC', leadPolicy: LeadPolicy.parse({})}});
    ({secretKey} = await withTenant(database, tenantId, {context, as: 'system:guide'}, scope => createSecretKey(scope, {name: 'guide'})));
    const vendor = createClient({apiUrl: url, secretKey});
    await vendor.program.update({version: (await vendor.program.get({})).version, products: [{name: 'Camera'}]});
    const org = await vendor.partnerOrgs.create({name: 'Partner'});
    const person = await vendor.people.create({name: 'Aino', memberships: [{partnerOrgId: org.id, roles: ['org_admin']}]});
    partner = {partnerOrgId: org.id, personId: person.id};
    browser = await openBrowser();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, {recursive: true, force: true});
  });

  it('sets the policy, the form and the accounts', async () => {
    const program = await run<Program>('policy.js', 'setUpDeals');
    assert.deepEqual([program.dealPolicy.protectionDays, program.dealPolicy.progressWindowDays, program.dealPolicy.resubmissions], [60, 30, 3]);
    const form = await run<DealForm>('form.js', 'designForm');
    assert.deepEqual(form.fields.map(({key}) => key), ['budget_approved', 'budget_owner']);
    assert.deepEqual(await run('accounts.js', 'mirrorAccounts'), {created: 2, updated: 0, unchanged: 0});
    assert.deepEqual(await run('accounts.js', 'mirrorAccounts'), {created: 0, updated: 0, unchanged: 2});
  });

  it('tells a partner that a customer is known, and gives a receipt that holds', async () => {
    const client = createClient({apiUrl: server.url, fetchSession: mint});
    assert.equal((await client.claimChecks.create({website: 'https://www.oulufoundry.example'})).answer, 'direct_sales_active');
    const draft = await client.dealRegistrations.create({
      name: 'Cameras',
      customer: {name: 'Buyer Oy', country: 'FI', website: 'buyer.example'},
      contact: {email: 'anna@buyer.example'},
      expectedCloseOn: '2027-06-30',
      lines: [{product: 'Camera', quantity: 1}],
    });
    const {receipt} = await client.dealRegistrations.submit({id: draft.id, version: draft.version});
    assert.deepEqual(await run('verify.js', 'isGenuine', {fetchSession: mint, receipt}), {valid: true, findings: []});
    const changed: Receipt = {...receipt, content: {...receipt.content, name: 'Something else'}};
    const {valid, findings} = await run<{valid: boolean; findings: {code: string}[]}>('verify.js', 'isGenuine', {fetchSession: mint, receipt: changed});
    assert.equal(valid, false);
    assert.deepEqual(findings.map(({code}) => code), ['content_changed']);
  });

  it('its page shows the form and the registered deal', async () => {
    const watched = await openPage(browser, `${server.url}/`);
    await watched.page.getByText('Buyer Oy').first().waitFor();
    await watched.page.getByLabel('Website').first().waitFor();
    assert.deepEqual(watched.errors, []);
    await watched.context.close();
  });
});
