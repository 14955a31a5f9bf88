import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {newId} from '../context.ts';
import {refusalOf} from '../testing/lead-programme.ts';
import {resourceDatabaseKinds} from '../testing/test-database.ts';
import {testLibrary, type TestLibrary} from '../testing/test-library.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

const titles = ({items}: {items: {title: string}[]}) => items.map(({title}) => title);

for (const database of resourceDatabaseKinds) {
  describe(`assets on ${database}`, () => {
    let server: TestServer;
    let library: TestLibrary;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    it('are found in six languages, however they are typed', async () => {
      library = await testLibrary(server);
      const {client} = await library.tenant.partnerSession();
      const written = ['Aurora Vision datasheet', 'Schulungsunterlagen für Großanlagen', 'Hälytyskeskuksen käyttöönotto', 'Đèn báo động và camera giám sát', 'الكاميرا الحرارية للمصانع', '智能相机产品手册'];
      for (const title of written) {
        await library.published({title});
        server.clock.advance({ms: 1});
      }
      const finds: [string, number[]][] = [['vision data', [0]], ['grossanlagen', [1]], ['halytyskesk', [2]], ['den bao dong', [3]], ['كاميرا', [4]], ['相机', [5]], ['机', [5]], ['相册', []], ['camera', [3]], ['sheet', []]];
      for (const [q, found] of finds) {
        const expected = found.map(index => written[index]);
        assert.deepEqual(titles(await client.assets.list({q})), expected, q);
        assert.deepEqual(titles(await library.client.assets.list({q, sort: 'relevance'})), expected, q);
      }
      assert.deepEqual(titles(await client.assets.list({})), written.toReversed());
      assert.deepEqual(titles(await client.assets.list({sort: 'title'})), [...written].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    });

    it('come by relevance: the title before tags, tags before the summary; and page by page', async () => {
      library = await testLibrary(server);
      await library.published({title: 'Other', summary: 'A camera somewhere'});
      await library.published({title: 'Tagged', tags: ['camera']});
      await library.published({title: 'Camera'});
      const {client} = await library.tenant.partnerSession();
      assert.deepEqual(titles(await client.assets.list({q: 'camera', sort: 'relevance'})), ['Camera', 'Tagged', 'Other']);
      const first = await client.assets.list({q: 'camera', sort: 'relevance', limit: 2});
      assert.deepEqual(titles(first), ['Camera', 'Tagged']);
      assert.deepEqual(titles(await client.assets.list({q: 'camera', sort: 'relevance', limit: 2, cursor: first.page.next ?? ''})), ['Other']);
    });

    it('are not counted one by one where there are too many: what is not known is said', async () => {
      library = await testLibrary(server);
      const {client} = await library.tenant.partnerSession();
      const at = '2026-11-01T00:00:00.000Z';
      await library.tenant.inScope(({db, tenantId, programId, context}) =>
        db
          .insertInto('asset')
          .values(
            Array.from({length: 1_002}, (_, n) => ({
              tenant_id: tenantId, program_id: programId, asset_id: newId(context), title: 'Camera', type: n === 0 ? 'deck' : 'link', products: n < 3 ? ['Edge'] : ['Vision'], classification: 'partner', delivery: 'portal', entitlement: '{}', needs_all: ['active'],
              status: 'published', published_at: at, news_at: at, created_at: at, updated_at: at, search_words: `'camera':1A '~type:${n === 0 ? 'deck' : 'link'}' '~product:${n < 3 ? 'Edge' : 'Vision'}'`,
            })),
          )
          .execute(),
      );
      const whole = await client.assets.counts({});
      assert.deepEqual([whole.total, whole.isMore, whole.facets.type], [1_002, false, [{value: 'link', count: 1_001}, {value: 'deck', count: 1}]]);
      const found = await client.assets.counts({q: 'camera'});
      assert.deepEqual([found.total, found.isMore, found.facets.type], [1_000, true, [{value: 'link', count: null}, {value: 'deck', count: null}]]);
      const links = await client.assets.counts({type: ['link']});
      assert.deepEqual([links.total, links.isMore, links.facets.type[0], links.facets.product], [1_001, false, {value: 'link', count: 1_001}, [{value: 'Vision', count: null}, {value: 'Edge', count: null}]]);
      const few = await client.assets.counts({q: 'camera', product: ['Edge']});
      assert.deepEqual([few.total, few.facets.type], [3, [{value: 'link', count: 2}, {value: 'deck', count: 1}]]);
    });

    it('are counted by facet, each under all filters but its own', async () => {
      library = await testLibrary(server);
      await library.published({title: 'One', type: 'deck', products: ['Vision'], tags: ["O'Neill"]});
      await library.published({title: 'Two', type: 'deck', products: ['Edge', 'Vision']}, {language: 'fi'});
      await library.published({title: 'Three', type: 'logo', products: ['Edge']});
      await library.draft({title: 'Four', type: 'video'});
      const {client} = await library.tenant.partnerSession();
      const all = await client.assets.counts({});
      assert.equal(all.total, 3);
      assert.deepEqual(all.facets.type, [{value: 'deck', count: 2}, {value: 'logo', count: 1}]);
      assert.deepEqual(all.facets.product, [{value: 'Edge', count: 2}, {value: 'Vision', count: 2}]);
      assert.deepEqual(all.facets.language, [{value: 'en', count: 2}, {value: 'fi', count: 1}]);
      const decks = await client.assets.counts({type: ['deck']});
      assert.deepEqual([decks.total, decks.facets.type, decks.facets.product], [2, all.facets.type, [{value: 'Vision', count: 2}, {value: 'Edge', count: 1}]]);
      assert.deepEqual(titles(await client.assets.list({tag: ["O'Neill"]})), ['One']);
      assert.deepEqual(titles(await client.assets.list({product: ['Vision'], language: ['fi', 'vi']})), ['Two']);
      assert.deepEqual((await library.client.assets.counts({})).total, 4);
    });

    it('are favourites and news of each person by themselves', async () => {
      library = await testLibrary(server);
      const {client, partnerOrgId} = await library.tenant.partnerSession();
      const colleague = (await library.tenant.partnerSession({partnerOrgId})).client;
      const early = await library.published({title: 'Early'});
      assert.equal((await client.assets.get({id: early.id})).isNew, false);
      await client.assets.visited({});
      server.clock.advance({seconds: 1});
      const late = await library.published({title: 'Late'});
      assert.deepEqual(titles(await client.assets.list({new: true})), ['Late']);
      assert.equal((await client.assets.get({id: late.id})).isNew, true);
      assert.deepEqual(titles(await colleague.assets.list({new: true})), []);
      assert.equal((await client.assets.favourite({id: early.id})).isFavourite, true);
      assert.equal((await client.assets.favourite({id: early.id})).isFavourite, true);
      assert.deepEqual(titles(await client.assets.list({favourites: true})), ['Early']);
      assert.deepEqual(titles(await colleague.assets.list({favourites: true})), []);
      const counts = await client.assets.counts({});
      assert.deepEqual([counts.favourites, counts.new], [1, 1]);
      assert.equal((await client.assets.unfavourite({id: early.id})).isFavourite, false);
      server.clock.advance({seconds: 1});
      await client.assets.visited({});
      assert.equal((await client.assets.counts({})).new, 0);
    });

    it('are hidden from partners until they are published, and when they are confidential', async () => {
      library = await testLibrary(server);
      const {client} = await library.tenant.partnerSession();
      const draft = await library.draft();
      const secret = await library.published({classification: 'confidential', entitlement: {whenDenied: 'locked'}});
      for (const {id} of [draft, secret]) {
        assert.equal(await refusalOf(client.assets.get({id})), 'asset_not_found');
        assert.equal(await refusalOf(client.assetVersions.list({assetId: id})), 'asset_not_found');
        assert.equal(await refusalOf(client.assets.favourite({id})), 'asset_not_found');
      }
      assert.deepEqual((await client.assets.list({status: ['draft', 'in_review', 'published']})).items, []);
      const [version] = (await library.client.assetVersions.list({assetId: secret.id})).items;
      assert.equal(await refusalOf(client.assetVersions.download({id: version?.id ?? ''})), 'asset_version_not_found');
      assert.equal(await refusalOf(client.assetVersions.get({id: version?.id ?? ''})), 'asset_version_not_found');
    });

    it('are shown locked with what unlocks them, and open when it is there', async () => {
      library = await testLibrary(server);
      const {client, partnerOrgId} = await library.tenant.partnerSession();
      const {id} = await library.published({title: 'Price list', linkUrl: 'https://vendor.example/prices', entitlement: {certifications: ['pro', 'basic'], termsVersion: 'brand-2026', whenDenied: 'locked'}});
      const locked = await client.assets.get({id});
      assert.deepEqual([locked.access, locked.unlocks, locked.current, locked.linkUrl, locked.languages], ['locked', [{kind: 'certification', certifications: ['pro', 'basic']}, {kind: 'terms', termsVersion: 'brand-2026'}], [], null, ['en']]);
      assert.deepEqual([titles(await client.assets.list({access: 'locked'})), titles(await client.assets.list({access: 'granted'}))], [['Price list'], []]);
      assert.equal(await refusalOf(client.assetVersions.list({assetId: id})), 'asset_locked');
      const [version] = (await library.client.assetVersions.list({assetId: id})).items;
      assert.equal(await refusalOf(client.assetVersions.download({id: version?.id ?? ''})), 'asset_locked');
      const org = await library.tenant.client.partnerOrgs.get({id: partnerOrgId});
      await library.tenant.client.partnerOrgs.update({id: partnerOrgId, version: org.version, partnership: {certifications: ['basic', 'pro'], acceptedTerms: ['brand-2026']}});
      const open = await client.assets.get({id});
      assert.deepEqual([open.access, open.unlocks, open.current.length, open.linkUrl], ['granted', [], 1, 'https://vendor.example/prices']);
      assert.ok((await client.assetVersions.download({id: version?.id ?? ''})).url);
    });

    it('go back to a draft when what was approved is changed, and need something to show', async () => {
      library = await testLibrary(server);
      const {client} = library;
      const draft = await library.draft({type: 'link'});
      assert.equal(await refusalOf(client.assets.approve({id: draft.id, version: draft.version})), 'asset_status_conflict');
      const submitted = await client.assets.submit({id: draft.id, version: draft.version});
      assert.equal(await refusalOf(client.assets.update({id: draft.id, version: submitted.version, title: 'Other'})), 'asset_status_conflict');
      const back = await client.assets.requestChanges({id: draft.id, version: submitted.version, comment: 'Where does it lead?'});
      assert.deepEqual([back.status, back.changesWanted], ['changes_requested', 'Where does it lead?']);
      const revised = await client.assets.update({id: draft.id, version: back.version, summary: 'To the shop'});
      assert.equal(revised.status, 'draft');
      const again = await client.assets.submit({id: draft.id, version: revised.version});
      const approved = await client.assets.approve({id: draft.id, version: again.version});
      assert.equal(await refusalOf(client.assets.publish({id: draft.id, version: approved.version})), 'asset_empty');
      const changed = await client.assets.update({id: draft.id, version: approved.version, linkUrl: 'https://shop.example/'});
      assert.equal(changed.status, 'draft');
      assert.equal((await library.publish(draft.id)).status, 'published');
      assert.equal(await refusalOf(client.assets.update({id: draft.id, version: changed.version, title: 'Late'})), 'version_conflict');
    });
  });
}
