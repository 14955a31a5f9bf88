import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {EmbeddedCollateral, Problem} from '@portico/contract';
import {refusalOf} from '../testing/lead-programme.ts';
import {testLibrary, type TestLibrary} from '../testing/test-library.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestSession} from '../testing/test-tenant.ts';

const quota = {requests: 1000, windowS: 60};
const page = {Origin: 'https://lumen.example'};

describe('an embed on a public page', () => {
  let server: TestServer;
  let library: TestLibrary;
  let partner: TestSession & {readonly partnerOrgId: string};
  before(async () => {
    server = await startTestServer({config: {quotas: {ip: quota, session: quota, key: quota, tenant: quota, visitor: quota, enquiry: {requests: 6, windowS: 600}}}});
    library = await testLibrary(server);
    partner = await library.tenant.partnerSession();
  });
  after(() => server.close());

  const newEmbed = async (assetIds: string[], fields = {}) => partner.client.collateralEmbeds.create({name: 'Home page', assetIds, campaign: 'website', ...fields});
  const show = async (token: string, headers: Record<string, string> = {}) => server.send(`/v1/embed/collateral/${token}`, {headers: {...page, ...headers}});
  const ask = (token: string, body: object, key: string = crypto.randomUUID()) => server.send(`/v1/embed/collateral/${token}/enquiries`, {method: 'POST', headers: {...page, 'Content-Type': 'application/json', 'Idempotency-Key': key}, body: JSON.stringify(body)});
  const enquiry = {name: 'Mikko Laine', email: 'mikko@tehdas.example', company: 'Tehdas Oy', message: 'Does it see through steam?', consent: true, consentTextVersion: 'collateral-1', locale: 'fi', page: 'https://lumen.example/products?utm=1', elapsedMs: 30_000};

  it('shows what is public to pages of any origin, without a session, and may be kept for 30 seconds', async () => {
    const first = await library.published({title: 'Datasheet', delivery: 'open'});
    const second = await library.published({delivery: 'open'});
    const {token, id} = await newEmbed([second.id, first.id]);
    const answer = await show(token, {Origin: 'https://anywhere.example'});
    assert.deepEqual([answer.status, answer.headers.get('Access-Control-Allow-Origin'), answer.headers.get('Cache-Control'), answer.headers.get('Set-Cookie'), answer.headers.get('Vary')], [200, '*', 'public, max-age=30', null, null]);
    const shown = (await answer.json()) as EmbeddedCollateral;
    assert.deepEqual(shown.items.map(item => item.id), [second.id, first.id]);
    assert.equal((await show(token, {'If-None-Match': answer.headers.get('ETag') ?? ''})).status, 304);
    const preflight = await server.send(`/v1/embed/collateral/${token}/enquiries`, {method: 'OPTIONS', headers: {Origin: 'https://anywhere.example', 'Access-Control-Request-Method': 'POST'}});
    assert.deepEqual([preflight.status, preflight.headers.get('Access-Control-Allow-Origin'), preflight.headers.get('Access-Control-Allow-Headers')], [204, '*', 'Content-Type, Idempotency-Key']);
    const {version: unbranded} = await partner.client.partnerOrgs.getBrand({id: partner.partnerOrgId});
    await partner.client.partnerOrgs.updateBrand({id: partner.partnerOrgId, version: unbranded, displayName: 'Lumen', colors: ['#0b6e4f']});
    assert.deepEqual(((await (await show(token)).json()) as EmbeddedCollateral).partner, {name: 'Lumen', logoUrl: null, accent: '#0b6e4f'});
    assert.equal((await server.send(`/e/${token}/logo`)).status, 410);
    const led = await server.send(new URL(shown.items[0]?.url ?? '').pathname);
    assert.deepEqual([led.status, /\/files\//.test(led.headers.get('Location') ?? '')], [302, true]);
    await server.app.runDue();
    const {views, clicks} = await partner.client.collateralEmbeds.get({id});
    assert.deepEqual([views, clicks], [6, 1]);
    const report = await partner.client.assetEvents.report({by: 'asset', collateralEmbedId: id});
    assert.deepEqual(report.rows.map(({name, counts}) => [name, counts]), [[second.title, {embed_view: 3, embed_click: 1}], ['Datasheet', {embed_view: 3}]]);
    assert.equal((await show('A'.repeat(22))).status, 404);
  });

  it('stands on the sites that the partner named, and shows pages of others nothing', async () => {
    const asset = await library.published({delivery: 'open'});
    const {token, id, version} = await newEmbed([asset.id], {sites: ['https://lumen.example', 'http://localhost:8080']});
    const own = await show(token);
    assert.deepEqual([own.status, own.headers.get('Vary')], [200, 'Origin']);
    const other = await show(token, {Origin: 'https://copycat.example'});
    assert.deepEqual([other.status, ((await other.json()) as Problem).code, other.headers.get('Access-Control-Allow-Origin')], [403, 'origin_not_allowed', '*']);
    assert.equal((await server.send(`/v1/embed/collateral/${token}/enquiries`, {method: 'POST', headers: {Origin: 'https://copycat.example', 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID()}, body: JSON.stringify(enquiry)})).status, 403);
    assert.equal(await refusalOf(partner.client.collateralEmbeds.update({id, version, sites: ['https://lumen.example/page']})), 'input_invalid');
    const opened = await partner.client.collateralEmbeds.update({id, version, sites: []});
    assert.deepEqual([opened.sites, (await show(token, {Origin: 'https://copycat.example'})).status], [[], 200]);
  });

  it('lets go of what is recalled at once, everywhere, and takes it back in when it is published again', async () => {
    const kept = await library.published({delivery: 'open'});
    const recalled = await library.published({delivery: 'open'});
    const hidden = await library.published({delivery: 'open'});
    const {token, id} = await newEmbed([kept.id, recalled.id, hidden.id]);
    const idsOf = async () => ((await (await show(token)).json()) as EmbeddedCollateral).items.map(item => item.id);
    const before = await show(token);
    await library.client.assets.recall({id: recalled.id, version: recalled.version, reason: 'Wrong torque'});
    const portal = await library.client.assets.update({id: hidden.id, version: hidden.version, delivery: 'portal'});
    assert.deepEqual(await idsOf(), [kept.id]);
    assert.equal((await show(token, {'If-None-Match': before.headers.get('ETag') ?? ''})).status, 200);
    const gone = await server.send(`/e/${token}/${recalled.id}`, {headers: {Accept: 'text/html', 'Accept-Language': 'vi'}});
    assert.deepEqual([gone.status, (await gone.text()).includes('Wrong torque')], [410, true]);
    assert.equal((await server.send(`/e/${token}/${recalled.id}/preview`)).status, 410);
    assert.deepEqual((await partner.client.collateralEmbeds.get({id})).items.map(({isShown}) => isShown), [true, false, false]);
    await library.client.assets.update({id: hidden.id, version: portal.version, delivery: 'open'});
    assert.deepEqual(await idsOf(), [kept.id, hidden.id]);
    const {version} = await partner.client.collateralEmbeds.get({id});
    const ended = await partner.client.collateralEmbeds.revoke({id, version});
    assert.deepEqual([ended.status, (await show(token)).status, (await ask(token, enquiry)).status], ['revoked', 410, 410]);
  });

  it('makes of an enquiry a lead that its partner is offered, once, with what it came from', async () => {
    const asset = await library.published({title: 'Vision', products: ['Aurora Vision'], delivery: 'open'});
    const embed = await newEmbed([asset.id]);
    const key = crypto.randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => ask(embed.token, {...enquiry, assetId: asset.id}, key)));
    assert.deepEqual(answers.map(({status}) => status), [202, 202, 202]);
    const {items} = await library.client.leads.list({q: 'Tehdas'});
    assert.equal(items.length, 1);
    const [lead] = items;
    assert.deepEqual([lead?.offer?.partnerOrg.id, lead?.source, lead?.campaign, lead?.title, lead?.products, lead?.need, lead?.consent?.source, lead?.consent?.textVersion], [partner.partnerOrgId, 'web_form', 'website', 'Vision', ['Aurora Vision'], enquiry.message, 'https://lumen.example/products', 'collateral-1 fi']);
    assert.equal((await library.client.routingDecisions.list({leadId: lead?.id ?? ''})).items[0]?.method, 'named_partner');
    const [event] = (await library.client.assetEvents.list({kind: ['enquiry'], collateralEmbedId: embed.id})).items;
    assert.deepEqual([event?.leadId, event?.pageOrigin, event?.asset.id, event?.partnerOrg?.id], [lead?.id, 'https://lumen.example', asset.id, partner.partnerOrgId]);
    assert.equal((await partner.client.assetEvents.list({kind: ['enquiry'], collateralEmbedId: embed.id})).items[0]?.leadId, null);
  });

  it('keeps what a program seems to send for a person, says field by field what is wrong, and limits how many may come', async () => {
    server.clock.advance({minutes: 11});
    await library.renew();
    const {client} = await library.tenant.partnerSession({partnerOrgId: partner.partnerOrgId, personId: partner.personId});
    const asset = await library.published({delivery: 'open'});
    const {token} = await client.collateralEmbeds.create({name: 'Bots', assetIds: [asset.id]});
    const wrong = await ask(token, {...enquiry, name: ' ', email: 'no', consent: false});
    assert.equal(wrong.headers.get('Content-Type'), 'application/problem+json');
    assert.deepEqual([wrong.status, wrong.headers.get('Access-Control-Allow-Origin'), ((await wrong.json()) as Problem).errors?.map(({pointer}) => pointer)], [422, '*', ['/name', '/email', '/consent']]);
    assert.equal((await ask(token, {...enquiry, email: 'bot@spam.example', company: 'Spam Ltd', fax: '+1'})).status, 202);
    assert.equal((await ask(token, {...enquiry, email: 'quick@spam.example', company: 'Spam Ltd', elapsedMs: 3})).status, 202);
    assert.deepEqual((await library.client.leads.list({q: 'Spam'})).items.map(({status, offer}) => [status, offer]), [['quarantined', null], ['quarantined', null]]);
    const rest = await Promise.all(Array.from({length: 6}, (_, index) => ask(token, {...enquiry, email: `p${index}@x${index}.example`})));
    assert.deepEqual(rest.map(({status}) => status).toSorted(), [202, 202, 202, 202, 429, 429]);
    assert.ok(Number(rest.find(({status}) => status === 429)?.headers.get('Retry-After')) >= 1);
    const closed = await client.collateralEmbeds.create({name: 'Closed', assetIds: [asset.id], enquiries: false});
    server.clock.advance({minutes: 11});
    assert.equal(((await (await ask(closed.token, enquiry)).json()) as Problem).code, 'enquiries_closed');
  });

  it('is made by a partner of what it may show in public, and changed by nobody else', async () => {
    const {client, partnerOrgId} = await library.tenant.partnerSession();
    await library.renew();
    const open = await library.published({delivery: 'open'});
    const portal = await library.published({delivery: 'portal', shareable: true});
    assert.equal(await refusalOf(client.collateralEmbeds.create({name: 'X', assetIds: [portal.id]})), 'asset_not_shareable');
    assert.equal(await refusalOf(client.collateralEmbeds.create({name: 'X', assetIds: [open.id, open.id]})), 'input_invalid');
    const made = await client.collateralEmbeds.create({name: 'X', assetIds: [open.id]});
    const changed = await client.collateralEmbeds.update({id: made.id, version: made.version, name: 'Y', privacyUrl: 'https://x.example/privacy'});
    assert.deepEqual([changed.name, changed.privacyUrl, changed.token === made.token, changed.partnerOrg.id], ['Y', 'https://x.example/privacy', true, partnerOrgId]);
    assert.equal(await refusalOf(client.collateralEmbeds.update({id: made.id, version: made.version, name: 'Z'})), 'version_conflict');
    const sibling = await library.tenant.partnerSession();
    assert.equal(await refusalOf(sibling.client.collateralEmbeds.revoke({id: made.id, version: changed.version})), 'collateral_embed_not_found');
  });
});
