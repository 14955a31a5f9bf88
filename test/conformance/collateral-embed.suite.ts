import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {EmbeddedCollateral} from '@portico/contract';
import {refuses} from './acts.ts';
import {publishLink} from './asset-acts.ts';
import type {Backend, Stage} from './backend.ts';
import {newRival} from './deal-acts.ts';

const url = 'http://portico.test/v1/embed/collateral';
const show = (stage: Stage, token: string) => stage.send(new Request(`${url}/${token}`));
const ask = (stage: Stage, token: string, body: object, key: string) => stage.send(new Request(`${url}/${token}/enquiries`, {method: 'POST', headers: {'content-type': 'application/json', 'idempotency-key': key}, body: JSON.stringify(body)}));
const enquiry = {name: 'Mikko Laine', email: 'mikko@tehdas.example', company: 'Tehdas Oy', consent: true, consentTextVersion: 'collateral-1', locale: 'fi', page: 'https://lumen.example/a?b', elapsedMs: 20_000};

export function collateralEmbedSuite(backend: () => Backend): void {
  it('shows what is public without a session, lets go of what is recalled, and ends', async () => {
    const stage = await backend().newStage();
    const {partner, vendor} = stage;
    const first = await publishLink(stage, {delivery: 'open'});
    const second = await publishLink(stage, {delivery: 'open'});
    const portal = await publishLink(stage);
    await refuses('asset_not_shareable', partner.collateralEmbeds.create({name: 'Home', assetIds: [portal.id]}));
    const embed = await partner.collateralEmbeds.create({name: 'Home', assetIds: [second.id, first.id]});
    const answer = await show(stage, embed.token);
    assert.deepEqual([answer.status, answer.headers.get('access-control-allow-origin'), answer.headers.get('cache-control')], [200, '*', 'public, max-age=30']);
    assert.ok(answer.headers.get('etag'));
    const shown = (await answer.json()) as EmbeddedCollateral;
    assert.deepEqual(shown.items.map(({id}) => id), [second.id, first.id]);
    assert.deepEqual([shown.enquiries, shown.partner.name], [true, embed.partnerOrg.name]);
    await vendor.assets.recall({id: first.id, version: (await vendor.assets.get({id: first.id})).version, reason: 'Wrong'});
    const after = await show(stage, embed.token);
    assert.deepEqual(((await after.json()) as EmbeddedCollateral).items.map(({id}) => id), [second.id]);
    assert.notEqual(after.headers.get('etag'), answer.headers.get('etag'));
    assert.deepEqual((await partner.collateralEmbeds.get({id: embed.id})).items.map(({isShown}) => isShown), [true, false]);
    const renamed = await partner.collateralEmbeds.update({id: embed.id, version: embed.version, name: 'Start', enquiries: false});
    await refuses('version_conflict', partner.collateralEmbeds.update({id: embed.id, version: embed.version, name: 'Late'}));
    assert.deepEqual([renamed.name, (await ask(stage, embed.token, enquiry, crypto.randomUUID())).status], ['Start', 409]);
    const {client: rival} = await newRival(stage);
    await refuses('collateral_embed_not_found', rival.collateralEmbeds.get({id: embed.id}));
    const ended = await partner.collateralEmbeds.revoke({id: embed.id, version: renamed.version});
    assert.deepEqual([ended.status, (await show(stage, embed.token)).status], ['revoked', 410]);
    await refuses('collateral_embed_revoked', partner.collateralEmbeds.update({id: embed.id, version: ended.version, name: 'Again'}));
  });

  it('makes one lead of an enquiry, offered to its partner, and says what is wrong with a field', async () => {
    const stage = await backend().newStage();
    const {partner, vendor, partnerOrgId} = stage;
    const asset = await publishLink(stage, {delivery: 'open', products: ['Aurora Vision']});
    const {token, id} = await partner.collateralEmbeds.create({name: 'Home', assetIds: [asset.id], campaign: 'website'});
    const wrong = await ask(stage, token, {...enquiry, email: 'no', consent: false}, crypto.randomUUID());
    assert.deepEqual([wrong.status, ((await wrong.json()) as {errors: {pointer: string}[]}).errors.map(({pointer}) => pointer).sort()], [422, ['/consent', '/email']]);
    const key = crypto.randomUUID();
    for (let tries = 0; tries < 2; tries++) assert.equal((await ask(stage, token, {...enquiry, assetId: asset.id}, key)).status, 202);
    const {items} = await vendor.leads.list({q: 'Tehdas'});
    assert.deepEqual(items.map(({offer, source, campaign, products, title}) => [offer?.partnerOrg.id, source, campaign, products, title]), [[partnerOrgId, 'web_form', 'website', ['Aurora Vision'], asset.title]]);
    assert.equal((await partner.collateralEmbeds.get({id})).enquiryCount, 1);
    assert.equal((await vendor.assetEvents.list({kind: ['enquiry']})).items[0]?.leadId, items[0]?.id);
    assert.equal((await ask(stage, token, {...enquiry, email: 'bot@spam.example', company: 'Spam', fax: '1'}, crypto.randomUUID())).status, 202);
    assert.deepEqual((await vendor.leads.list({q: 'Spam'})).items.map(({status, offer}) => [status, offer]), [['quarantined', null]]);
  });
}
