import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {dealTabs, type Lead, type LeadOffer, type LeadOfferTab} from '@portico/contract';
import {verifyReceipt} from '@portico/contract/receipt-proof';
import {verifyAudit} from '../audit/verify-audit.ts';
import {folderIn} from '../cli/cli-context.ts';
import {runHere} from '../testing/run-portico.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {testClient, type TestClient} from '../testing/test-client.ts';
import {testClock, type TestClock} from '../testing/test-clock.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import {connect} from './connect.ts';
import {withTenant} from './open.ts';
import {seedDemo, type DemoData} from './seed.ts';

const log = {debug: () => {}, info: () => {}, warn: () => {}, error: () => {}};
const origins = ['http://localhost:4400'];
const volume = 120;

/** On PostgreSQL by the function, in a data folder as `portico seed` does it: what it wrote is then looked at through a server, whatever wrote it. */
for (const kind of databaseKinds) {
  describe(`the demo programme on ${kind}`, () => {
    let folder: string;
    let server: TestServer;
    let demo: DemoData;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'portico-seed-'));
      if (kind === 'postgres') {
        server = await startTestServer({database: kind});
        demo = await seedDemo(server.database, server.context, {origins, volume});
      } else {
        const clock = testClock();
        await seedTwice(folder, clock);
        const {api, ...written} = await readDemo(folder);
        assert.equal(api, 'http://localhost:4400');
        demo = written;
        server = await startTestServer({database: await connect({folder: folderIn(folder)}, {now: clock.now, log}), clock});
      }
    });
    after(async () => {
      await server?.close();
      await rm(folder, {recursive: true, force: true});
    });

    async function clientOf(person: DemoData['people'][number] | undefined): Promise<TestClient> {
      assert.ok(person);
      const {token} = await testClient(server.send, demo.secretKey).embedSessions.create({personId: person.id, ...(person.partnerOrgId ? {partnerOrgId: person.partnerOrgId} : {}), origins: ['http://localhost:4400']});
      return testClient(server.send, token);
    }
    const offersOf = async (client: TestClient, tab: LeadOfferTab) => {
      const found: LeadOffer[] = [];
      let cursor: string | undefined;
      do {
        const {items, page} = await client.leadOffers.list({tab, limit: 100, ...(cursor ? {cursor} : {})});
        found.push(...items);
        cursor = page.next ?? undefined;
      } while (cursor);
      return found;
    };

    it('has deals in every status, with several partners and people behind one another, and nothing overdue that the clock should have done', async () => {
      const vendor = testClient(server.send, demo.secretKey);
      const {items} = await vendor.dealRegistrations.list({limit: 100});
      const reviewed = items.filter(({number}) => number !== null);
      const statuses = new Set(reviewed.map(({status}) => status));
      assert.ok(reviewed.length >= 28 && statuses.size === Object.values(dealTabs).flat().length - 1, `${reviewed.length} deals in ${[...statuses].join(', ')}`);
      assert.ok(new Set(items.map(({partnerOrg}) => partnerOrg.id)).size >= 6);
      assert.ok(reviewed.some(({standing}) => standing === 'behind') && reviewed.some(({openChanges}) => openChanges.length > 0) && reviewed.some(({benefits}) => benefits?.marginPercent === 18));
      const chain = (await vendor.receipts.chain({limit: 100})).items;
      assert.deepEqual((await verifyReceipt(chain)).findings, []);
      assert.deepEqual(chain.map(({statement}) => statement.submittedAt), chain.map(({statement}) => statement.submittedAt).toSorted());
      const client = await clientOf(demo.people.find(({side}) => side === 'partner'));
      const {draft, in_review, protected: guarded, closed, capacityLeft} = await client.dealRegistrations.counts({});
      assert.ok(draft >= 2 && in_review >= 4 && guarded >= 4 && closed >= 4 && capacityLeft !== null, JSON.stringify({draft, in_review, guarded, closed, capacityLeft}));
    });

    // The files of `portico seed` have a place; a database alone has none.
    if (kind === 'pglite') it('has a library in every state: locked, new, out of date, recalled, about to run out', async () => {
      const vendor = await clientOf(demo.people.find(({side}) => side === 'vendor'));
      const {items} = await vendor.assets.list({limit: 100});
      assert.ok(items.length >= 25, `${items.length} assets`);
      assert.deepEqual([...new Set(items.map(({status}) => status))].sort(), ['approved', 'changes_requested', 'draft', 'expired', 'in_review', 'published', 'recalled', 'superseded']);
      const cobot = items.find(({title}) => title === 'Halden Cobot 7 datasheet');
      assert.deepEqual(cobot?.languages, ['en', 'fi', 'vi', 'zh-Hans']);
      const versions = (await vendor.assetVersions.list({assetId: cobot?.id ?? ''})).items;
      assert.deepEqual(versions.map(({status}) => status), ['current', 'current', 'current', 'current', 'superseded', 'superseded']);
      for (const {storedFile} of versions) assert.ok(storedFile.previews.length === 2 && storedFile.downloadUrl !== null);
      assert.ok((await vendor.assetVersions.holders({assetId: cobot?.id ?? '', stale: true})).items.length >= 4);
      const partner = await clientOf(demo.people.find(({side}) => side === 'partner'));
      const counts = await partner.assets.counts({});
      assert.ok(counts.favourites === 3 && counts.new >= 3 && counts.expiring === 1 && counts.stale === 3, JSON.stringify(counts));
      const locked = (await partner.assets.list({access: 'locked'})).items.flatMap(({unlocks}) => unlocks.map(({kind: missing}) => missing));
      assert.deepEqual(locked.toSorted(), ['certification', 'partner_type', 'terms']);
      const recalled = await partner.assets.list({status: ['recalled']});
      assert.deepEqual(recalled.items.map(({title, held}) => [title, held?.isStale]), [['Mounting the Drive X4', true]]);
      const templates = (await partner.cobrandTemplates.list({assetId: cobot?.id ?? ''})).items;
      assert.deepEqual(templates.map(({language, status}) => [language, status]).toSorted(), [['en', 'published'], ['fi', 'published'], ['vi', 'published']]);
    });

    it('ranks partners by what they did in the stories and by nothing else, with a level that is at risk', async () => {
      const vendor = await clientOf(demo.people.find(({side}) => side === 'vendor'));
      const partner = await clientOf(demo.people.find(({side}) => side === 'partner'));
      const {items: entries, page} = await partner.pointsEntries.list({limit: 100});
      const partnerOrgId = entries[0]?.partnerOrg.id ?? '';
      const events: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const read = await vendor.partnerEvents.list({partnerOrgId, limit: 100, ...(cursor === undefined ? {} : {cursor})});
        events.push(...read.items.map(({id}) => id));
        cursor = read.page.next;
      }
      assert.ok(entries.length > 30 && page.next === null && entries.every(({event}) => event === null || events.includes(event.id)));
      assert.equal((await partner.pointsEntries.summary({})).total, entries.filter(({redemption}) => redemption === null).reduce((sum, {points}) => sum + points, 0));
      const boards = (await partner.boards.list({})).items;
      const standings = await Promise.all(boards.map(({id}) => partner.boards.standings({id})));
      assert.ok(standings.length === 4 && standings.every(({own, participants}) => (own?.rank ?? 0) > 0 && (participants ?? 0) >= 5));
      const {change, levels} = await partner.tierEvaluations.current({});
      assert.equal(change?.status, 'at_risk');
      assert.deepEqual(levels.map(({met}) => met), [false, true, true]);
      // Partners know what levels bring whose terms they know.
      assert.ok((await partner.program.get({})).dealPolicy.levelBenefits.length > 1);
    });

    it('has challenges that count what was done, a proof to review, and a reward that waits', async () => {
      const vendor = await clientOf(demo.people.find(({side}) => side === 'vendor'));
      const partner = await clientOf(demo.people.find(({side}) => side === 'partner'));
      const own = (await partner.challenges.list({})).items;
      assert.deepEqual(own.map(({phase}) => phase).toSorted(), ['running', 'running', 'running', 'upcoming']);
      assert.ok(own.some(each => (each.own?.value ?? 0) > 0));
      assert.equal((await vendor.challengeEntries.list({status: ['submitted']})).items.length, 1);
      const [redemption] = (await vendor.redemptions.list({status: ['requested']})).items;
      assert.deepEqual([redemption?.reward.name, redemption?.person?.name], ['Kit for a fair', 'Aino Lehtonen']);
      const {balance, reserved, level} = await partner.pointsAccounts.current({});
      assert.ok(balance > 250 && reserved === 60 && level !== null, String(balance));
      assert.ok((await partner.badges.list({})).items.filter(({award}) => award !== null).length >= 1);
      assert.ok(((await vendor.redemptions.liability({})).value?.amountMinor ?? 0) > 0);
    });

    it('has partners in several countries, people who speak their languages, and somebody to begin as', () => {
      assert.equal(demo.partnerOrgs.length, 9);
      assert.deepEqual([...new Set(demo.people.map(({locale}) => locale))].sort(), ['de', 'en', 'fi', 'sv', 'vi']);
      const first = demo.people.find(({side}) => side === 'partner');
      assert.deepEqual([first?.partnerOrg, first?.roles], ['Lumitek Oy', ['org_admin', 'sales_lead']]);
      assert.equal(demo.people.find(({side}) => side === 'vendor')?.roles[0], 'channel_manager');
    });

    it('fills every tab of the partner’s inbox, with some to answer within hours', async () => {
      const client = await clientOf(demo.people.find(({side}) => side === 'partner'));
      const [fresh, working, closed] = [await offersOf(client, 'new'), await offersOf(client, 'working'), await offersOf(client, 'closed')];
      assert.ok(fresh.length >= 12 && working.length >= 8 && closed.length >= 12, `${fresh.length} new, ${working.length} in work, ${closed.length} closed`);
      const soon = fresh.filter(({acceptBy, teaser}) => teaser.priority === 'hot' && acceptBy !== null && Date.parse(acceptBy) - server.clock.now() < 8 * 3_600_000);
      assert.ok(soon.length >= 3, `${soon.length} hot ones`);
      assert.ok(working.some(({nextStep}) => nextStep !== null));
      assert.ok(new Set(closed.map(({status}) => status)).size >= 6);
      // Nothing is overdue: whatever fell due before now has happened.
      const isToCome = (instant: string | null) => instant !== null && Date.parse(instant) > server.clock.now();
      assert.ok(fresh.every(({acceptBy}) => isToCome(acceptBy)) && working.every(({actBy, idleBy}) => isToCome(actBy) && isToCome(idleBy)));
      assert.equal(await server.app.runDue(), 0);
    });

    it('has leads of every status, with stories that follow from one another', async () => {
      const client = await clientOf(demo.people.find(({side}) => side === 'vendor'));
      const {byStatus, needsAttention} = await client.leads.counts({});
      for (const status of ['new', 'offered', 'accepted', 'working', 'converted', 'closed_won', 'closed_lost', 'unroutable', 'quarantined', 'routable'] as const) assert.ok((byStatus[status] ?? 0) > 0, status);
      assert.ok(needsAttention >= 10);
      const all: Lead[] = [];
      for (let cursor: string | undefined; ; ) {
        const {items, page} = await client.leads.list({limit: 100, ...(cursor ? {cursor} : {})});
        all.push(...items);
        if (!page.next) break;
        cursor = page.next;
      }
      const stories = all.filter(({externalId}) => externalId?.startsWith('demo-'));
      assert.ok(stories.length >= 130, `${stories.length} leads`);
      assert.equal(all.length - stories.length, 120);
      assert.equal(new Set(stories.map(({company}) => company.website)).size, stories.length, 'No customer asks twice.');
      const long = stories.filter(({status}) => status === 'closed_won');
      for (const {id} of long) {
        const {items} = await client.activities.listForLead({leadId: id, limit: 100});
        const times = items.map(({occurredAt}) => occurredAt);
        assert.deepEqual(times, times.toSorted().reverse());
        assert.ok(items.some(({kind}) => kind === 'call' || kind === 'mail') && items.at(-1)?.event === 'create');
      }
      const {brokenAt} = await withTenant(server.database, demo.tenantId, {context: server.context, as: 'system:test'}, verifyAudit);
      assert.equal(brokenAt, null);
    });

    it('is not made twice', async () => {
      const again = await seedDemo(server.database, server.context, {secretKey: demo.secretKey, volume: 120});
      assert.deepEqual(again, demo);
      const renewed = await seedDemo(server.database, server.context, {secretKey: `${demo.secretKey.slice(0, -1)}x`});
      assert.notEqual(renewed.secretKey, demo.secretKey);
      assert.deepEqual({...renewed, secretKey: ''}, {...demo, secretKey: ''});
    });
  });
}

/** Runs `portico seed` in a data folder, and again: the second time changes nothing, and keeps the key. */
async function seedTwice(folder: string, {now}: TestClock): Promise<void> {
  const seed = (...args: string[]) => runHere(['seed', ...args], {PORTICO_DATA: folder, PORTICO_PUBLIC_URL: 'http://localhost:4400'}, now);
  const first = await seed('--leads', String(volume), '--origin', ...origins);
  assert.equal(first.code, 0, first.err);
  const demo = await readDemo(folder);
  assert.equal((await seed('--leads', String(volume))).code, 0);
  assert.deepEqual(await readDemo(folder), demo);
  assert.match((await seed('--leads', 'many')).err, /--leads must be a whole number/);
}

async function readDemo(folder: string): Promise<DemoData & {readonly api: string}> {
  return JSON.parse(await readFile(join(folder, 'demo.json'), 'utf8')) as DemoData & {api: string};
}
