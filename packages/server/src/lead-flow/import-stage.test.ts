import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {databaseKinds} from '../testing/test-database.ts';
import {leadProgramme, partnerAt, type LeadProgramme, type TestPartner} from '../testing/lead-programme.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import {importStage, type ImportedOutcome, type ImportedStage} from './import-stage.ts';
import {theClock} from './lead-case.ts';
import {publishNews, startNews} from './news.ts';

function place({tenant}: LeadProgramme, partner: TestPartner, leadId: string, stage: Partial<ImportedStage>): Promise<ImportedOutcome> {
  return tenant.inScope(async scope => {
    const news = startNews();
    const outcome = await importStage(scope, news, {leadId, partnerOrgId: partner.id, assigneeId: null, stage: 'working', acceptedAt: null, endedAt: null, lostReason: null, ...stage}, theClock);
    await publishNews(scope, news);
    return outcome;
  });
}

for (const database of databaseKinds) {
  describe(`importing where a lead stands, on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    it('puts it with the partner in every stage, with clocks that start now', async () => {
      const programme = await leadProgramme(server, {route: false});
      const partner = partnerAt(programme, 0);
      const acceptedAt = '2017-01-01T00:00:00.000Z';
      for (const [stage, tab, status] of [['offered', 'new', 'offered'], ['working', 'working', 'working'], ['closed_won', 'closed', 'closed_won'], ['closed_lost', 'closed', 'closed_lost']] as const) {
        const {id} = await programme.newLead({route: false});
        const outcome = await place(programme, partner, id, {stage, acceptedAt, ...(stage.startsWith('closed') ? {endedAt: '2017-03-01T00:00:00.000Z'} : {}), ...(stage === 'closed_lost' ? {lostReason: 'price'} : {}), assigneeId: partner.session.personId});
        assert.deepEqual(outcome, {outcome: 'placed', lock: stage === 'working' ? 'taken' : 'none'});
        const lead = await programme.vendor.leads.get({id});
        assert.deepEqual([lead.status, lead.offer?.status, lead.attention, lead.lostReason], [status, status, null, stage === 'closed_lost' ? 'price' : null]);
        const offer = (await partner.client.leadOffers.list({tab})).items.find(({leadId}) => leadId === id);
        assert.equal(offer?.assignee?.id, partner.session.personId);
        if (stage === 'working') assert.deepEqual([offer?.acceptedAt, offer?.actBy], [acceptedAt, new Date(server.clock.now() + 60 * 86_400_000).toISOString()]);
        if (stage.startsWith('closed')) assert.equal(offer?.endedAt, '2017-03-01T00:00:00.000Z');
      }
    });

    it('changes nothing when it is repeated, and takes a lead further when it went on', async () => {
      const programme = await leadProgramme(server, {route: false});
      const partner = partnerAt(programme, 0);
      const {id} = await programme.newLead({route: false});
      const go = (stage: ImportedStage['stage'], endedAt: string | null = null) => place(programme, partner, id, {stage, endedAt});
      assert.equal((await go('offered')).outcome, 'placed');
      assert.equal((await go('offered')).outcome, 'unchanged');
      assert.deepEqual(await go('working'), {outcome: 'moved', lock: 'taken'});
      assert.equal((await go('working')).outcome, 'unchanged');
      assert.equal((await go('offered')).outcome, 'unchanged');
      assert.equal((await go('closed_won', '2026-11-20T00:00:00.000Z')).outcome, 'moved');
      assert.equal((await go('closed_won')).outcome, 'unchanged');
      assert.equal((await go('closed_lost')).outcome, 'conflict');
      const {status, endedAt, offerCount} = await programme.vendor.leads.get({id});
      assert.deepEqual([status, endedAt, offerCount], ['closed_won', '2026-11-20T00:00:00.000Z', 1]);
    });

    it('reports another partner who has the lead, and one who has the customer', async () => {
      const programme = await leadProgramme(server, {route: false, policy: {dedupeWindowDays: 0}});
      const [a, b] = [partnerAt(programme, 0), partnerAt(programme, 1)];
      const customer = {company: {website: 'customer.example'}, route: false};
      const [first, second, third] = [await programme.newLead(customer), await programme.newLead(customer), await programme.newLead(customer)];
      assert.deepEqual(await place(programme, a, first.id, {}), {outcome: 'placed', lock: 'taken'});
      assert.deepEqual(await place(programme, a, second.id, {}), {outcome: 'placed', lock: 'shared'});
      assert.deepEqual(await place(programme, b, third.id, {}), {outcome: 'placed', lock: 'contested'});
      assert.deepEqual(await place(programme, b, first.id, {}), {outcome: 'conflict', lock: 'none'});
    });
  });
}
