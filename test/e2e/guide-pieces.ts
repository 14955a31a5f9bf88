import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Asset} from '@portico/contract';
import {createClient} from '@portico/client';
import type {Browser, Page} from 'playwright-core';
import {pdf} from '../../packages/server/src/testing/evidence-samples.ts';
import {snippetsOf, type GuideServer} from './guide-server.ts';
import {openPage} from './stage.ts';

/** Pieces of code that stand alone in the README, in guides and on the pages of widgets: put together into pages, and each tried there. */
export function piecesOfGuides(stage: () => {readonly server: GuideServer; readonly browser: Browser}): void {
  describe('pieces that stand alone', () => {
    it('show what they say', async () => {
      const {server, browser} = stage();
      const pieces = async (path: string) => Object.fromEntries(Object.entries(await snippetsOf(path)).map(([name, code]) => [name, code.replaceAll(/https:\/\/(?:portico|cdn)\.example(?:\.com)?(?:\/v1\/collateral\.js)?/g, at => (at.endsWith('.js') ? `${server.url}/cdn/v1/collateral.js` : server.url))]));
      const [readme, ways, embed, brand, portal, inbox, widgets, collateral, material, paint] = await Promise.all(
        ['README.md', ...['choose-a-way-to-embed', 'embed-in-five-minutes', 'match-your-brand'].map(name => `docs/guides/${name}.md`), ...['portal', 'lead-inbox', 'README', 'collateral'].map(name => `docs/widgets/${name}.md`), 'docs/guides/share-material.md', 'docs/guides/draw-on-the-server.md'].map(pieces),
      );
      const {secretKey, client: vendor} = await server.newVendor();
      const org = await vendor.partnerOrgs.create({name: 'Partner'});
      const person = await vendor.people.create({name: 'Aino', memberships: [{partnerOrgId: org.id, roles: ['org_admin']}]});
      const {lead} = await vendor.leads.create({title: 'A lead of the pieces', company: {name: 'Buyer', country: 'FI'}, route: false});
      await vendor.leads.offer({id: lead.id, version: lead.version, partnerOrgId: org.id});
      const mint = () => vendor.embedSessions.create({partnerOrgId: org.id, personId: person.id});
      const run = await server.write(material!);
      const asset = await run<Asset>('publish.js', 'publishDatasheet', {apiUrl: server.url, secretKey, bytes: new Uint8Array(pdf('Pieces'))});
      await vendor.assets.update({id: asset.id, version: asset.version, delivery: 'open'});
      const {token} = await createClient({apiUrl: server.url, fetchSession: mint}).collateralEmbeds.create({name: 'Home', assetIds: [asset.id]});
      const show = async (parts: Readonly<Record<string, string>>, rest = '') => {
        server.show({page: `<style>${paint!['place.css']}</style><script>${embed!['queue.js']}</script>${Object.entries(parts).map(([id, code]) => `<section id="${id}">${code}</section>`).join('')}${rest}`, embed: '', mint});
        await page.goto(`${server.url}/`);
        for (const id of Object.keys(parts)) {
          // One waits until it is seen.
          await page.locator(`#${id}`).scrollIntoViewIfNeeded();
          await page.locator(`#${id} [role=row]`).getByText('A lead of the pieces').first().waitFor();
        }
      };
      const watched = await openPage(browser, `${server.url}/livez`);
      const {page} = watched;

      // Few portals a page: each keeps a connection for what changes, and a browser has six.
      await show({
        color: `<script type="module" src="/cdn/v1/portico.js"></script>${brand!['one-color.html']}`,
        outbox: portal!['outbox.html']!.replace('…', embed!['fallback.html']!),
        builder: ways!['page-builder.html']!,
      });
      assert.match(await page.locator('#color portico-portal').evaluate(element => getComputedStyle(element).getPropertyValue('--portico-color-accent')), /#0f766e/);
      assert.equal(await page.locator('#color portico-lead-inbox').evaluate(element => getComputedStyle(element).minHeight), '805px');

      const shared = material!['partner-page.html']!.replace('token="…"', `token="${token}"`);
      await show({readme: readme!['page.html']!, tag: ways!['one-tag.html']!, visible: `<portico-portal>${embed!['visible.html']}</portico-portal>`}, `<section id="public">${shared}</section>${collateral!['script.html']}`);
      await page.locator('#public [part=item]').first().waitFor();
      assert.deepEqual(await listeners(page, [portal!['session.js']!, portal!['ready.js']!, portal!['expired.js']!, widgets!['errors.js']!, inbox!['address.js']!]), {session: true, said: ['Aino'], signedIn: 1, reported: ['network_error'], address: '?lead=0199'});
      assert.deepEqual(watched.errors, []);

      server.show({page: ways!['frame.html']!.replace(/src="[^"]*"/, `src="${server.url}/?inside"`) + ways!['one-tag.html'] + `<script>${embed!['queue.js']}</script>`, embed: '', mint});
      await page.goto(`${server.url}/`);
      await page.frameLocator('iframe[title=Leads]').getByText('A lead of the pieces').first().waitFor();
      await watched.context.close();
    });
  });
}

/** Runs what the pages of widgets have a page listen to, and lets that happen. */
function listeners(page: Page, codes: readonly string[]) {
  return page.evaluate(async texts => {
    const portal = document.querySelector('#tag portico-portal') as HTMLElementTagNameMap['portico-portal'];
    const inbox = portal.querySelector('portico-lead-inbox') as HTMLElement;
    const said: unknown[] = [];
    const reported: unknown[] = [];
    const before = portal.fetchSession;
    let signedIn = 0;
    const console = {log: (name: unknown, counts: object) => said.push(...('new' in counts ? [name] : []))};
    const world = {portal, inbox, console, report: (code: unknown) => reported.push(code), signInAgain: async () => void signedIn++};
    for (const text of texts) new Function(...Object.keys(world), text)(...Object.values(world));
    const session = portal.fetchSession !== before && typeof ((await portal.fetchSession?.()) as {token?: unknown} | null)?.token === 'string';
    const me = await portal.controller?.client.me.get({});
    portal.dispatchEvent(new CustomEvent('portico-ready', {detail: {me}}));
    portal.dispatchEvent(new CustomEvent('portico-session-expired'));
    portal.dispatchEvent(new CustomEvent('portico-error', {detail: {code: 'network_error'}}));
    inbox.dispatchEvent(new CustomEvent('portico-lead-offer-select', {detail: {offer: {id: '0199'}}}));
    const address = location.search;
    const started = performance.now();
    while (said.length === 0 && performance.now() - started < 10_000) await new Promise(resolve => setTimeout(resolve, 10));
    return {session, said, signedIn, reported, address};
  }, codes);
}
