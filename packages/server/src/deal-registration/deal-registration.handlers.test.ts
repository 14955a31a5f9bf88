import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {leadProgramme, partnerAt, refusalOf} from '../testing/lead-programme.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

for (const database of databaseKinds) {
  describe(`deal registrations on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    it('are listed for the organisation, and for a rep those they submitted', async () => {
      const programme = await leadProgramme(server);
      const partner = partnerAt(programme, 0);
      const [ben, cleo] = [await partner.rep('Ben'), await partner.rep('Cleo')];
      const ids: string[] = [];
      for (const {client} of [ben, cleo]) {
        const {offerId: id} = await programme.offered(partner);
        const {version} = await client.leadOffers.accept({id, version: 1});
        ids.push((await client.leadOffers.convert({id, version})).dealRegistrationId ?? '');
        server.clock.advance({seconds: 1});
      }
      const idsOf = async ({client}: typeof ben) => (await client.dealRegistrations.list({})).items.map(({id}) => id);
      assert.deepEqual(await idsOf(partner.session), ids.toReversed());
      assert.deepEqual(await idsOf(ben), [ids[0]]);
      assert.equal(await refusalOf(ben.client.dealRegistrations.get({id: ids[1] ?? ''})), 'deal_registration_not_found');
      assert.deepEqual(await idsOf(partnerAt(programme, 1).session), []);
      assert.equal(await refusalOf(partnerAt(programme, 1).client.dealRegistrations.get({id: ids[0] ?? ''})), 'deal_registration_not_found');
    });
  });
}
