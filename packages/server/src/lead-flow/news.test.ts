import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {leadProgramme, partnerAt, type LeadProgramme} from '../testing/lead-programme.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

/** The announcements of whatever the work does, as lines: resource, partner (by name), person or not, vendor or not. */
async function heardOf({tenant, partners}: LeadProgramme, work: () => Promise<unknown>): Promise<string[]> {
  const {last} = await tenant.inScope(({db}) => db.selectFrom('change_event').select(({fn}) => fn.max('change_id').as('last')).executeTakeFirstOrThrow());
  await work();
  const rows = await tenant.inScope(({db}) => db.selectFrom('change_event').selectAll().where('change_id', '>', last).orderBy('change_id').execute());
  return rows.map(row => {
    const partner = partners.find(({id}) => id === row.partner_org_id)?.name;
    return [row.resource, partner, row.person_id && 'one person', row.to_vendor && 'vendor'].filter(Boolean).join(', ');
  });
}

describe('changes of leads are announced', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.close());

  it('to the partner whose offer changed and to the vendor, and to nobody else', async () => {
    const programme = await leadProgramme(server, {partners: 3, route: false});
    const [a] = [partnerAt(programme, 0)];
    const {offerId: id} = await programme.offered(a);
    assert.deepEqual(await heardOf(programme, () => a.client.leadOffers.view({id})), ['lead_offer, Partner A, vendor', 'lead, vendor']);
    assert.deepEqual(await heardOf(programme, () => a.client.leadOffers.view({id})), []);
    assert.deepEqual(await heardOf(programme, () => a.client.leadOffers.accept({id, version: 2})), ['lead_offer, Partner A, vendor', 'lead, vendor']);
  });

  it('to the colleague who has the offer, and to all when it changes hands', async () => {
    const programme = await leadProgramme(server, {partners: 1, route: false});
    const partner = partnerAt(programme, 0);
    const ben = await partner.rep();
    const {offerId: id, version} = await programme.accepted(partner);
    assert.deepEqual(await heardOf(programme, () => partner.client.leadOffers.reassign({id, version, assigneeId: ben.personId})), ['lead_offer, Partner A, vendor', 'lead, vendor']);
    assert.deepEqual(await heardOf(programme, () => ben.client.activities.create({leadOfferId: id, kind: 'call', body: 'Rang'})), [
      'lead_offer, Partner A, one person, vendor', 'lead, vendor', 'activity, Partner A, one person, vendor', 'lead, vendor',
    ]);
  });

  it('to everybody who lost a race, and to the next partner after a decline', async () => {
    const programme = await leadProgramme(server, {partners: 2});
    const [a, b] = [partnerAt(programme, 0), partnerAt(programme, 1)];
    const lead = await programme.newLead({route: false});
    const first = await programme.vendor.leads.offer({id: lead.id, version: lead.version, partnerOrgId: a.id, exclusive: false});
    await programme.vendor.leads.offer({id: lead.id, version: first.version, partnerOrgId: b.id, exclusive: false});
    assert.deepEqual(await heardOf(programme, () => a.client.leadOffers.accept({id: first.offer?.id ?? '', version: 1})), [
      'lead_offer, Partner A, vendor', 'lead, vendor', 'lead_offer, Partner B, vendor', 'lead, vendor',
    ]);
    const {offerId} = await programme.offered(a);
    assert.deepEqual(await heardOf(programme, () => a.client.leadOffers.decline({id: offerId, version: 1, reason: 'other'})), [
      'lead_offer, Partner A, vendor', 'lead, vendor', 'lead_offer, Partner B, vendor', 'lead, vendor',
    ]);
  });
});
