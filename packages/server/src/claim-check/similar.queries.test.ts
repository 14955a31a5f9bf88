import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {leadProgramme, partnerAt, type LeadProgramme} from '../testing/lead-programme.ts';
import {placeDeal, type PlacedDeal} from '../testing/test-deal.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import {findSimilar} from './similar.queries.ts';

const acme = {name: 'Acme Pumps Oy', website: 'acme.example', country: 'FI', email: 'anna@acme.example', phone: '03 123 4567'};

for (const database of databaseKinds) {
  describe(`similar registrations on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    const similarTo = ({tenant}: LeadProgramme, id: string) =>
      tenant.inScope(async scope => findSimilar(scope, await scope.db.selectFrom('deal_registration').selectAll().where('deal_registration_id', '=', id).executeTakeFirstOrThrow()));

    it('say what matched, how sure it is and whether only one can be approved', async () => {
      const programme = await leadProgramme(server, {partners: 2, route: false});
      const [a, b] = [partnerAt(programme, 0), partnerAt(programme, 1)];
      const place = async (deal: Omit<PlacedDeal, 'partnerOrgId'>, partner = b) => {
        server.clock.advance({seconds: 1});
        return placeDeal(programme.tenant, {partnerOrgId: partner.id, ...deal});
      };
      const mine = await place({status: 'submitted', customer: acme, products: ['Gripper']}, a);
      const same = await place({status: 'approved', customer: {website: 'shop.acme.example'}, products: ['Camera', 'Gripper']});
      const otherProduct = await place({status: 'submitted', customer: {website: 'acme.example'}, products: ['Camera']});
      const past = await place({status: 'expired', customer: acme});
      const over = await place({status: 'converted', customer: {website: 'acme.example'}, protectedUntil: new Date(server.clock.now() - 60_000).toISOString()});
      const name = await place({status: 'under_review', customer: {name: 'ACME PUMPS Ltd', country: 'FI'}});
      const alike = await place({status: 'under_review', customer: {name: 'Acme Pump', country: 'FI'}});
      const contact = await place({status: 'submitted', customer: {name: 'Something else', country: 'SE', phone: '+358 3 123 4567'}});
      await place({status: 'draft', customer: acme});
      await place({status: 'submitted', customer: {name: 'Nothing in common', country: 'FI'}});
      await programme.vendor.accounts.upsert({accounts: [{externalId: 'crm-1', name: 'Acme Group', website: 'acme.example', standing: 'existing_customer'}, {externalId: 'crm-2', name: 'Other'}]});

      const found = await similarTo(programme, mine);
      assert.deepEqual(
        found.map(({kind, id, matches, certainty, conflicts}) => [kind === 'account' ? kind : id, matches.join(' '), certainty, conflicts]),
        [
          [same, 'domain', 'certain', true],
          [name, 'name_and_country', 'likely', true],
          [otherProduct, 'domain', 'certain', false],
          [past, 'domain name_and_country contact_email contact_phone', 'certain', false],
          [over, 'domain', 'certain', false],
          ['account', 'domain', 'certain', false],
          [alike, 'similar_name', 'possible', false],
          [contact, 'contact_phone', 'possible', false],
        ],
      );
      assert.deepEqual(found.map(({partnerName, label}) => [partnerName, label.slice(0, 4)]).filter(([partner]) => partner === null), [[null, 'Acme']]);
      assert.ok(found.every(({kind, partnerName, label}) => kind === 'account' || (partnerName === b.name && label.startsWith('DR-T'))));
    });
  });
}
