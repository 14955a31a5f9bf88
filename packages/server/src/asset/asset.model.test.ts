import assert from 'node:assert/strict';
import {randomInt} from 'node:crypto';
import {after, before, describe, it} from 'node:test';
import {assetCan, assetTransitions, type AssetEvent, type AssetStatus} from '@portico/contract';
import fc from 'fast-check';
import {runDue} from '../jobs/run-due.ts';
import {refusalOf} from '../testing/lead-programme.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {testLibrary, type TestLibrary} from '../testing/test-library.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';
import type {TestSession} from '../testing/test-tenant.ts';

const acts = ['update', 'submit', 'request_changes', 'approve', 'publish', 'supersede', 'archive', 'recall', 'wait'] as const;
type Act = (typeof acts)[number];

/** What an asset should do, written down a second time and without a database. It has a version that is current from the start. */
interface Model {
  status: AssetStatus;
  /** Days until its time is over. */
  daysLeft: number;
  isHeld: boolean;
}

interface Real {
  readonly server: TestServer;
  readonly library: TestLibrary;
  readonly id: string;
  readonly otherId: string;
  readonly versionId: string;
  readonly partner: {readonly partnerOrgId: string; readonly personId: string};
  /** A session of the partner's, renewed when the clock jumps. */
  session: TestSession;
  readonly happened: Map<string, number>;
}

class Command implements fc.AsyncCommand<Model, Real> {
  readonly #act: Act;
  readonly #isStale: boolean;

  constructor(act: Act, isStale: boolean) {
    this.#act = act;
    this.#isStale = isStale;
  }

  check(): boolean {
    return true;
  }

  async run(model: Model, real: Real): Promise<void> {
    const act = this.#act;
    if (act === 'wait') {
      real.server.clock.advance({days: 1});
      await runDue(real.server.database, real.server.context);
      const {library} = real;
      await library.renew();
      real.session = await library.tenant.partnerSession(real.partner);
      model.daysLeft--;
      if (model.daysLeft <= 0 && assetCan('expire', model.status)) model.status = 'expired';
      count(real, 'wait');
    } else {
      const event: AssetEvent = act === 'update' && assetCan('revise', model.status) ? 'revise' : act;
      const isOver = act === 'publish' && model.daysLeft <= 0;
      const expected = this.#isStale ? 'version_conflict' : !assetCan(event, model.status) || isOver ? 'asset_status_conflict' : null;
      assert.equal(await doAct(real, act, this.#isStale), expected, `${act} of an asset that is ${model.status}`);
      if (expected === null) model.status = assetTransitions[event].to ?? model.status;
      count(real, expected ?? act);
    }
    await compare(model, real);
  }

  toString(): string {
    return `${this.#act}${this.#isStale ? ' of an old version' : ''}`;
  }
}

function count({happened}: Real, name: string): void {
  happened.set(name, (happened.get(name) ?? 0) + 1);
}

async function doAct({library, id, otherId}: Real, act: Exclude<Act, 'wait'>, isStale: boolean): Promise<string | null> {
  const {assets} = library.client;
  const {version} = await assets.get({id});
  const target = {id, version: isStale ? version + 1000 : version};
  const calls = {
    update: () => assets.update({...target, summary: `${version}`}),
    submit: () => assets.submit(target),
    request_changes: () => assets.requestChanges({...target, comment: 'More'}),
    approve: () => assets.approve(target),
    publish: () => assets.publish(target),
    supersede: () => assets.supersede({...target, replacedById: otherId}),
    archive: () => assets.archive(target),
    recall: () => assets.recall({...target, reason: 'Wrong'}),
  };
  return refusalOf(calls[act]());
}

/** What vendor and partner see: status, what may be done, whether it is shown, and whether it can be downloaded. */
async function compare(model: Model, real: Real): Promise<void> {
  const {library, id, versionId, session} = real;
  const seen = await library.client.assets.get({id});
  assert.equal(seen.status, model.status);
  for (const event of ['submit', 'request_changes', 'approve', 'publish', 'supersede', 'archive', 'recall', 'revise', 'update'] as const) assert.equal(seen.actions.includes(event), assetCan(event, model.status), event);
  const {client} = session;
  const isPublished = model.status === 'published';
  const isTold = isPublished || model.status === 'superseded' || (model.isHeld && ['expired', 'recalled'].includes(model.status));
  assert.equal(await refusalOf(client.assets.get({id})), isTold ? null : 'asset_not_found');
  assert.equal((await client.assets.list({})).items.some(item => item.id === id), isPublished);
  const isOver = model.daysLeft <= 0;
  const answer = await refusalOf(client.assetVersions.download({id: versionId}));
  if (isPublished) assert.equal(answer, null);
  else if (model.status === 'recalled') assert.equal(answer, isOver && !model.isHeld ? 'asset_version_not_found' : 'asset_recalled');
  else if (model.status === 'superseded' || model.status === 'expired') assert.equal(answer, isOver ? 'asset_version_not_found' : 'asset_version_replaced');
  else assert.equal(answer, 'asset_version_not_found');
  if (answer === null) model.isHeld = true;
}

for (const database of databaseKinds) {
  describe(`an asset on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    it('does what the model does, whatever happens in whatever order', {timeout: 300_000}, async t => {
      const seed = Number(process.env['PORTICO_SEED'] ?? randomInt(2 ** 31));
      t.diagnostic(`seed ${seed}; repeat with PORTICO_SEED=${seed}`);
      const happened = new Map<string, number>();
      // Mostly forward, or hardly anything would ever be published.
      const anyAct = fc.oneof({arbitrary: fc.constantFrom<Act[]>('submit', 'approve', 'publish'), weight: 3}, {arbitrary: fc.constantFrom(...acts), weight: 2});
      const command = fc.tuple(anyAct, fc.nat({max: 9})).map(([act, pick]) => new Command(act, pick === 0));
      const property = fc.asyncProperty(fc.integer({min: 2, max: 8}), fc.commands([command], {size: 'max', maxCommands: 30}), async (days, commands) => {
        const library = await testLibrary(server);
        const partner = await library.tenant.partnerSession();
        const until = new Date(server.clock.now() + days * 86_400_000).toISOString();
        const {id} = await library.draft({entitlement: {until}});
        const {id: versionId} = await library.version(id);
        const {id: otherId} = await library.published();
        const real: Real = {server, library, id, otherId, versionId, happened, session: partner, partner: {partnerOrgId: partner.partnerOrgId, personId: partner.personId}};
        await fc.asyncModelRun(() => ({model: {status: 'draft', daysLeft: days, isHeld: false} as Model, real}), commands);
      });
      const wanted = Number(process.env['PORTICO_COMMANDS'] ?? (database === databaseKinds.at(-1) ? 70 : 30));
      const total = () => [...happened.values()].reduce((sum, each) => sum + each, 0);
      const until = performance.now() + Number(process.env['PORTICO_SECONDS'] ?? 40) * 1000;
      for (let round = 0; performance.now() < until && total() < wanted; round++) await fc.assert(property, {seed: seed + round, numRuns: 1, endOnFailure: true});
      assert.ok(happened.size > 0);
      t.diagnostic(`no difference after ${total()} commands: ${[...happened].map(([name, times]) => `${times} × ${name}`).join(', ')}`);
    });
  });
}
