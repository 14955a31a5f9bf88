import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Program} from '@portico/contract';
import type {Browser} from 'playwright-core';
import {snippetsOf, type GuideServer} from './guide-server.ts';
import {openPage} from './stage.ts';

const embedGuide = 'docs/guides/embed-in-five-minutes.md';
const brandGuide = 'docs/guides/match-your-brand.md';
const languageGuide = 'docs/guides/speak-their-language.md';

/** The guides to how the widgets look and speak, on the server and in the browser of the other guides. */
export function looksOfGuides(stage: () => {readonly server: GuideServer; readonly browser: Browser}): void {
  describe('the guide "Match your brand"', () => {
    it('dresses pages, programmes and stylesheets, and takes design tokens there and back', async () => {
      const {server, browser} = stage();
      const snippets = await snippetsOf(brandGuide);
      const run = await server.write(snippets);
      const {secretKey, client} = await server.newVendor();
      const {brand} = await run<Program>('programme.js', 'setBrand', {apiUrl: server.url, secretKey});
      assert.deepEqual([brand?.color, brand?.radiusPx], ['#7e22ce', 16]);
      const portal: {brand?: {color?: string; tokens?: Record<string, string>}} = {};
      await run('from-code.js', 'wear', portal);
      await run('tokens.js', 'wearTokens', {portal, json: await run('tokens.js', 'tokensOf', {color: '#0f766e'})});
      assert.match(portal.brand?.tokens?.['--portico-color-accent'] ?? '', /^light-dark\(#0f766e,/);
      assert.match(await run<string>('stylesheet.js', 'stylesheet', {}), /^portico-portal \{\n {2}--portico-color-surface: light-dark\(/);
      const weak = await run<{token: string; mode: string}[]>('report.js', 'unreadable', {});
      assert.deepEqual([...new Set(weak.map(({token, mode}) => `${token} ${mode}`))], ['color-text-muted light']);
      const org = await client.partnerOrgs.create({name: 'Partner'});
      const person = await client.people.create({name: 'Aino', memberships: [{partnerOrgId: org.id, roles: ['org_admin']}]});
      const dressed = snippets['whole-brand.html']!.replace('/logo.svg', 'data:image/gif;base64,R0lGODlhAQABAAAAACw=').replace(/<portico-lead-inbox>.*<\/portico-lead-inbox>/s, /<portico-lead-inbox>.*<\/portico-lead-inbox>/s.exec(snippets['empty.html']!)![0]);
      const page = `<script type="module" src="/cdn/v1/portico.js"></script><script type="module" src="/embed.js"></script><style>${snippets['page.css']}</style>${dressed}`;
      server.show({page, embed: (await snippetsOf(embedGuide))['embed.js']!, mint: () => client.embedSessions.create({partnerOrgId: org.id, personId: person.id})});
      const watched = await openPage(browser, `${server.url}/`);
      await watched.page.getByText('Ask Mika').waitFor();
      await watched.page.locator('portico-portal img[part=logo]').waitFor({state: 'attached'});
      const worn = await watched.page.locator('portico-portal').evaluate(portal => ['color-accent', 'color-second', 'radius', 'font-family'].map(name => getComputedStyle(portal).getPropertyValue(`--portico-${name}`)));
      assert.deepEqual([worn[0], worn[1]?.includes('#f59e0b'), worn[2], worn[3]], ['light-dark(#b91c1c, #fca5a5)', true, '2px', 'Inter, system-ui, sans-serif']);
      assert.deepEqual(watched.errors, []);
      await watched.context.close();
    });
  });

  describe('the guide "Speak their language"', () => {
    it('speaks the language around, takes words of the page and follows when the language changes', async () => {
      const {server, browser} = stage();
      const snippets = await snippetsOf(languageGuide);
      await (await server.write(snippets))('counted.js', 'callThemEnquiries', {});
      const {client} = await server.newVendor();
      const org = await client.partnerOrgs.create({name: 'Partner'});
      const person = await client.people.create({name: 'Aino', memberships: [{partnerOrgId: org.id, roles: ['org_admin']}]});
      const page = `<script type="module" src="/cdn/v1/portico.js"></script><script type="module" src="/embed.js"></script>${snippets['section.html']}`;
      server.show({page, embed: `${snippets['words.js']}${(await snippetsOf(embedGuide))['embed.js']}`, mint: () => client.embedSessions.create({partnerOrgId: org.id, personId: person.id})});
      const watched = await openPage(browser, `${server.url}/`);
      await watched.page.getByRole('tab', {name: '新客戶'}).waitFor();
      await watched.page.getByText('沒有新的潛在客戶').waitFor();
      await watched.page.locator('section').evaluate(section => section.setAttribute('lang', 'sv'));
      await watched.page.getByRole('tab', {name: 'Pågår'}).waitFor();
      await watched.page.getByText('No new leads').waitFor();
      assert.deepEqual(watched.errors, []);
      await watched.context.close();
    });
  });
}
