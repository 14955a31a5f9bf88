import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {newId} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import {leadProgramme, partnerAt, type LeadProgramme} from '../testing/lead-programme.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

/** The constraint that refuses a statement, or `null`. */
async function constraintOf({tenant}: LeadProgramme, work: (scope: Scope) => Promise<unknown>): Promise<string | null> {
  try {
    await tenant.inScope(work);
    return null;
  } catch (error) {
    return String((error as {constraint?: string}).constraint);
  }
}

for (const database of databaseKinds) {
  describe(`the database itself, on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    it('refuses a second open exclusive offer and a second partner in work', async () => {
      const programme = await leadProgramme(server, {route: false});
      const {leadId} = await programme.accepted(partnerAt(programme, 0));
      const now = new Date(server.clock.now()).toISOString();
      const add = (exclusive: boolean, status: 'offered' | 'accepted') => constraintOf(programme, ({db, tenantId, context}) =>
        db.insertInto('lead_offer').values({tenant_id: tenantId, lead_offer_id: newId(context), lead_id: leadId, partner_org_id: partnerAt(programme, 1).id, status, exclusive, routed_by: 'manual', offered_at: now, accepted_at: status === 'accepted' ? now : null, created_at: now, updated_at: now}).execute());
      assert.equal(await add(true, 'offered'), 'lead_offer_one_open');
      assert.equal(await add(false, 'accepted'), 'lead_offer_one_in_work');
      assert.equal(await add(false, 'offered'), null);
    });

    it('refuses a second lock of a customer, and statuses that contradict their times', async () => {
      const programme = await leadProgramme(server, {route: false});
      const {offerId} = await programme.accepted(partnerAt(programme, 0));
      const lock = await programme.tenant.inScope(({db}) => db.selectFrom('account_lock').selectAll().executeTakeFirstOrThrow());
      assert.equal(await constraintOf(programme, ({db, context}) => db.insertInto('account_lock').values({...lock, account_lock_id: newId(context), partner_org_id: partnerAt(programme, 1).id}).execute()), 'account_lock_active');
      for (const changes of [{status: 'closed_won'}, {status: 'working', accepted_at: null}, {status: 'converted', ended_at: new Date(server.clock.now())}]) {
        assert.match((await constraintOf(programme, ({db}) => db.updateTable('lead_offer').set(changes).where('lead_offer_id', '=', offerId).execute())) ?? 'accepted', /^lead_offer_.*check/);
      }
    });
  });
}
