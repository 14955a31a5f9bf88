import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {createClient} from '@portico/client';
import {createSecretKey, createTenant, startServer, withTenant, type StartedServer} from '@portico/server';
import {LeadPolicy} from '@portico/contract';
import type {Browser} from 'playwright-core';
import {buildWidgets} from '../../scripts/build/widgets.ts';
import {openBrowser, openPage} from './stage.ts';
import {snippetsOf} from './snippets.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('the guide "Embed in five minutes"', () => {
  let snippets: Record<string, string>;
  let server: StartedServer;
  let browser: Browser;
  let folder: string;
  let page = '';
  let mint: () => Promise<unknown>;

  before(async () => {
    await buildWidgets(() => {});
    snippets = await snippetsOf('docs/guides/embed-in-five-minutes.md');
    folder = await mkdtemp(join(root, 'node_modules', '.guide-'));
    for (const name of ['session.js', 'client.js']) await writeFile(join(folder, name), snippets[name]!);
    server = await startServer({
      port: 0,
      acceptForMs: 0,
      database: {},
      pages: async request => {
        const {pathname} = new URL(request.url);
        const policy = /```\n(script-src[^\n]*)\n```/.exec(await readFile(join(root, 'docs/guides/embed-in-five-minutes.md'), 'utf8'))?.[1];
        assert.ok(policy, 'the guide states its policy');
        if (pathname === '/') return new Response(`<!doctype html><html lang="en"><title>Guide</title>${page}</html>`, {headers: {'content-type': 'text/html', 'content-security-policy': policy}});
        if (pathname === '/embed.js') return new Response(snippets['embed.js'], {headers: {'content-type': 'text/javascript'}});
        if (pathname === '/portico-session') return Response.json(await mint());
        if (pathname.startsWith('/portico/')) return new Response(await readFile(join(root, 'packages/widgets/dist/cdn', pathname.slice('/portico/'.length))), {headers: {'content-type': 'text/javascript'}});
        return new Response(null, {status: 404});
      },
    });
    const {database, context, url} = server;
    const {tenantId} = await createTenant(database, context, {name: 'Vendor', program: {name: 'Programme', timeZone: 'UTC', leadPolicy: LeadPolicy.parse({})}});
    const {secretKey} = await withTenant(database, tenantId, {context, as: 'system:guide'}, scope => createSecretKey(scope, {name: 'guide'}));
    const vendor = createClient({apiUrl: url, secretKey});
    const org = await vendor.partnerOrgs.create({name: 'Partner'});
    const person = await vendor.people.create({name: 'Aino', memberships: [{partnerOrgId: org.id, roles: ['org_admin']}]});
    const {lead} = await vendor.leads.create({title: 'A lead of the guide', company: {name: 'Buyer', country: 'FI'}, route: false});
    await vendor.leads.offer({id: lead.id, version: lead.version, partnerOrgId: org.id});
    const {porticoSession} = (await import(pathToFileURL(join(folder, 'session.js')).href)) as {porticoSession: (options: object) => Promise<unknown>};
    mint = () => porticoSession({apiUrl: url, secretKey, personId: person.id, partnerOrgId: org.id});
    browser = await openBrowser();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, {recursive: true, force: true});
  });

  it('its page shows the leads under its own security policy, without a report', async () => {
    page = snippets['page.html']!;
    const watched = await openPage(browser, `${server.url}/`);
    await watched.page.getByText('A lead of the guide').first().waitFor();
    assert.deepEqual(watched.reports, []);
    assert.deepEqual(watched.errors, []);
    await watched.context.close();
  });

  it('its branded page wears the colour and speaks the language', async () => {
    page = `${snippets['page.html']!.split('<portico-portal')[0]}${snippets['brand.html']}`;
    const watched = await openPage(browser, `${server.url}/`);
    await watched.page.getByText('A lead of the guide').first().waitFor();
    assert.equal(await watched.page.locator('portico-portal').getAttribute('lang'), 'fi');
    const accent = await watched.page.locator('portico-portal').evaluate(portal => getComputedStyle(portal).getPropertyValue('--portico-color-accent'));
    assert.match(accent, /#0f766e/);
    await watched.context.close();
  });

  it('its code reads the first lead', async () => {
    const {firstNewLead} = (await import(pathToFileURL(join(folder, 'client.js')).href)) as {firstNewLead: (options: object) => Promise<{teaser: {title: string}} | null>};
    const lead = await firstNewLead({apiUrl: server.url, fetchSession: mint});
    assert.equal(lead?.teaser.title, 'A lead of the guide');
  });
});
