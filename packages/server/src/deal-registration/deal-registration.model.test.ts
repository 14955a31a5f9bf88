import assert from 'node:assert/strict';
import {randomInt} from 'node:crypto';
import {after, before, describe, it} from 'node:test';
import {DealPolicy, dealCan, type DealRegistration, type DealStatus} from '@portico/contract';
import fc from 'fast-check';
import {endOfDay} from '../deal-change/extension.rules.ts';
import {runDue} from '../jobs/run-due.ts';
import {DealModel, dealActs, type DealAct, type ModelDeal} from '../testing/deal-model.ts';
import {dealPartnerAt, dealProgramme, type DealProgramme} from '../testing/deal-programme.ts';
import {refusalOf} from '../testing/lead-programme.ts';
import type {TestClient} from '../testing/test-client.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {startTestServer, type TestServer} from '../testing/test-server.ts';

const acme = {customer: {name: 'Acme', website: 'https://acme.example', country: 'FI'}, lines: [{product: 'Vision', quantity: 1}]};
const rare: readonly DealAct[] = ['withdraw', 'recall', 'cancel', 'void', 'mark_duplicate', 'win', 'lose', 'reject', 'update', 'reassign', 'request_info'];
const stages = ['qualified', 'needs', 'proposal', 'negotiation', 'verbal'];

/** The running server with a registration for each partner, as commands see it. */
interface Real {
  readonly server: TestServer;
  readonly programme: DealProgramme;
  readonly ids: readonly string[];
  readonly colleagues: readonly string[];
  /** To whom a deal may be transferred, and another customer's registration. */
  readonly receiver: string;
  readonly otherDeal: string;
  readonly adminId: string;
  readonly clients: Map<string, {readonly client: TestClient; readonly atMs: number}>;
  readonly happened: Map<string, number>;
}

/** Numbers from which a command is made when its turn comes, because what is worth trying depends on what happened before. */
const anyImpulse = fc.record({pick: fc.nat({max: 1_000_000}), deal: fc.nat({max: 2}), days: fc.constantFrom(5, 50, 70), stage: fc.constantFrom(...stages), hours: fc.constantFrom(1, 30, 24 * 6, 24 * 11, 24 * 40), isStale: fc.constantFrom(false, false, false, false, false, false, true), isSwept: fc.constantFrom(true, true, false), isWild: fc.constantFrom(false, false, false, true)});
type Impulse = typeof anyImpulse extends fc.Arbitrary<infer I> ? I : never;

class Command implements fc.AsyncCommand<DealModel, Real> {
  readonly #impulse: Impulse;
  #done = 'nothing';

  constructor(impulse: Impulse) {
    this.#impulse = impulse;
  }

  check(): boolean {
    return true;
  }

  async run(model: DealModel, real: Real): Promise<void> {
    const {pick, deal: wanted, days, stage, hours, isStale, isSwept, isWild} = this.#impulse;
    const possibleOf = (index: number) => dealActs.filter(act => model.answerTo(act, model.deals[index] ?? assert.fail(), {isStale: false, days}) === null);
    // Where nothing is left to do, another one goes on.
    const index = [wanted, (wanted + 1) % 3, (wanted + 2) % 3].find(each => isWild || possibleOf(each).length > 0) ?? wanted;
    const deal = model.deals[index] ?? assert.fail();
    const possible = possibleOf(index);
    // Endings and idle changes are rare, so that stories get far; waiting is always worth a try.
    const likely = possible.filter(act => pick % 5 === 0 || !rare.includes(act));
    const choices: readonly (DealAct | 'wait')[] = isWild ? dealActs : [...likely, ...likely, 'wait'];
    const act = choices[pick % choices.length] ?? 'wait';
    if (act === 'wait') {
      real.server.clock.advance({hours});
      if (isSwept) await runDue(real.server.database, real.server.context);
      const before = model.deals.map(({status}) => status);
      model.advance(hours * 3_600_000, isSwept);
      count(real, 'wait');
      for (const [other, {status}] of model.deals.entries()) if (status !== before[other]) count(real, status);
      this.#done = `wait ${hours} h${isSwept ? '' : ' unswept'}`;
    } else {
      const expected = model.answerTo(act, deal, {isStale, days});
      const event = model.eventOf(act, deal);
      this.#done = `${act} of ${index}, ${deal.status}: ${expected}`;
      assert.equal(await doAct(real, act, index, deal, {isStale, day: model.dayIn(days), stage}), expected, `${act} of a registration that is ${deal.status}`);
      if (expected === null) model.apply(act, deal, {days, stage});
      count(real, expected ?? event);
    }
    await compare(real, model);
    if (act !== 'wait') await compareActions(real, model, index, deal);
  }

  toString(): string {
    return this.#done;
  }
}

function count({happened}: Real, name: string): void {
  happened.set(name, (happened.get(name) ?? 0) + 1);
}

/** A client of a person; sessions end when the clock jumps, and then they get a new one. */
async function clientOf({server, programme, clients, adminId}: Real, who: number | 'vendor'): Promise<TestClient> {
  const known = clients.get(String(who));
  if (known?.atMs === server.clock.now()) return known.client;
  const client = who === 'vendor' ? (await programme.tenant.vendorSession({personId: adminId})).client : await programme.renew(dealPartnerAt(programme, who));
  clients.set(String(who), {client, atMs: server.clock.now()});
  return client;
}

async function doAct(real: Real, act: DealAct, index: number, deal: ModelDeal, {isStale, day, stage}: {readonly isStale: boolean; readonly day: string; readonly stage: string}): Promise<string | null> {
  const id = real.ids[index] ?? '';
  const partner = await clientOf(real, index);
  const vendor = await clientOf(real, 'vendor');
  const {version} = await partner.dealRegistrations.get({id});
  const target = {id, version: isStale ? version + 1000 : version};
  const request = {dealRegistrationId: id, note: 'Because'};
  const {dealRegistrations: deals, dealChanges: changes} = partner;
  const reviews = vendor.dealReviews;
  const ownerId = deal.isWithColleague ? dealPartnerAt(real.programme, index).personId : (real.colleagues[index] ?? '');
  const calls: Record<DealAct, () => Promise<unknown>> = {
    update: () => deals.update({...target, description: `${version}`}),
    submit: () => deals.submit(target),
    recall: () => deals.recall(target),
    withdraw: () => deals.withdraw({...target, reason: 'other'}),
    revise: () => deals.revise(target),
    set_stage: () => deals.setStage({...target, stage}),
    reassign: () => deals.reassign({...target, ownerId}),
    win: () => deals.win(target),
    lose: () => deals.lose({...target, reason: 'price'}),
    request_extension: () => changes.extend({...request, protectedUntilOn: day}),
    request_amendment: () => changes.amend({...request, amendment: {expectedCloseOn: day}}),
    assign: () => reviews.assign(target),
    request_info: () => reviews.requestInfo({...target, fields: ['description'], comment: 'More'}),
    send_for_approval: () => reviews.sendForApproval(target),
    approve: () => reviews.approve(target),
    reject: () => reviews.reject({...target, reason: 'other'}),
    mark_duplicate: () => reviews.markDuplicate({...target, ofId: real.otherDeal}),
    cancel: () => reviews.cancel({...target, comment: 'No'}),
    convert: () => reviews.convert({...target, opportunityRef: 'opp-1'}),
    confirm_win: () => reviews.confirmWin(target),
    void: () => reviews.void({...target, comment: 'Refund'}),
    postpone: () => reviews.postpone({...target, protectedUntilOn: day}),
    propose_transfer: () => vendor.dealChanges.transfer({...request, toPartnerOrgId: real.receiver}),
  };
  return refusalOf(calls[act]());
}

/** Compares everything that can be seen of all registrations, and what is protected. */
async function compare({programme, ids}: Real, model: DealModel): Promise<void> {
  const rows = await programme.tenant.inScope(async ({db}) => {
    const deals = await db.selectFrom('deal_registration').select(['deal_registration_id as id', 'status', 'number', 'protected_until', 'progress_due_at', 'stage']).execute();
    const held = await db.selectFrom('deal_protection').select('deal_registration_id as id').distinct().where('released_at', 'is', null).execute();
    const open = await db.selectFrom('deal_change').select(['deal_registration_id as id', 'kind']).where('status', '=', 'requested').orderBy('kind').execute();
    return ids.map(id => {
      const deal = deals.find(each => each.id === id) ?? assert.fail();
      // The times of a protection that is over stay in its row, and nothing reads them.
      const status = deal.status as DealStatus;
      const timeOf = (at: string | null) => (at === null || !model.isProtected({status}) ? null : Date.parse(at));
      return {status, stage: deal.stage, hasNumber: deal.number !== null, until: timeOf(deal.protected_until), progressDue: timeOf(deal.progress_due_at), isHeld: held.some(each => each.id === id), open: open.filter(each => each.id === id).map(({kind}) => kind)};
    });
  });
  assert.deepEqual(rows, model.deals.map(deal => ({status: deal.status, stage: deal.stage, hasNumber: deal.hasNumber, until: model.untilOf(deal), progressDue: model.progressDueOf(deal), isHeld: model.isProtected(deal), open: [...deal.open].toSorted()})));
}

/** Compares what both sides read of one registration: its place, and what they may do. */
async function compareActions(real: Real, model: DealModel, index: number, deal: ModelDeal): Promise<void> {
  const id = real.ids[index] ?? '';
  const read = await (await clientOf(real, index)).dealRegistrations.get({id});
  assert.equal(read.standing, model.standingOf(deal));
  const mayDo = ({actions}: DealRegistration, act: DealAct) => actions.includes(model.eventOf(act, deal));
  const days = 70;
  // An extension is offered whether or not the day that would be asked for is allowed, a conflict is found when it is tried.
  const isTold = (act: DealAct) => !['request_extension', 'postpone', 'approve'].includes(act);
  for (const act of dealActs.slice(0, 11).filter(isTold)) assert.equal(mayDo(read, act), model.answerTo(act, deal, {isStale: false, days}) === null, `the partner may ${act}: ${deal.status}`);
  const seen = await (await clientOf(real, 'vendor')).dealRegistrations.get({id}).catch(() => null);
  if (seen === null) return void assert.equal(model.answerTo('assign', deal, {isStale: false, days}), 'deal_registration_not_found');
  for (const act of dealActs.slice(11).filter(isTold)) assert.equal(mayDo(seen, act), dealCan(model.eventOf(act, deal), deal.status) && (act !== 'confirm_win' || !deal.isWinConfirmed) && (act !== 'propose_transfer' || !deal.open.has('transfer')), `the vendor may ${act}: ${deal.status}`);
}

for (const database of databaseKinds) {
  describe(`registrations of one customer on ${database}`, () => {
    let server: TestServer;
    before(async () => {
      server = await startTestServer({database});
    });
    after(() => server.close());

    it('do what the model does, whatever happens in whatever order', {timeout: 900_000}, async t => {
      const seed = Number(process.env['PORTICO_SEED'] ?? randomInt(2 ** 31));
      // PostgreSQL has the writers in parallel, so it gets the many; the other shows that it does the same.
      const wanted = Number(process.env['PORTICO_COMMANDS'] ?? (database === databaseKinds.at(-1) ? 240 : 50));
      t.diagnostic(`seed ${seed}; repeat with PORTICO_SEED=${seed}`);
      const happened = new Map<string, number>();
      const anyPolicy = fc.record({progressWindowDays: fc.constantFrom(null, 25), protectionDays: fc.constantFrom(60, 60, null), resubmissions: fc.constantFrom(0, 1), needsApproval: fc.boolean()});
      const property = fc.asyncProperty(anyPolicy, fc.commands([anyImpulse.map(impulse => new Command(impulse))], {size: 'max', maxCommands: 80}), async ({needsApproval, ...some}, commands) => {
        const step = {name: 'Channel', position: 0, approver: {role: 'channel_admin'} as const, limit: null, dueHours: 10_000};
        const approvalRules = needsApproval ? [{name: 'All', minAmount: null, levelIds: [], countries: [], steps: [{...step, dueHours: 2000}]}] : [];
        const policy = DealPolicy.parse({...some, approvalRules, extension: {policy: 'unlimited', maxTotalDays: 150, minDaysBefore: 3}});
        const programme = await dealProgramme(server, {partners: 4, policy});
        const adminId = await programme.tenant.newPerson({roles: ['channel_admin']});
        const three = [0, 1, 2].map(index => dealPartnerAt(programme, index));
        const receiver = dealPartnerAt(programme, 3);
        const real: Real = {
          server, programme, adminId, happened,
          ids: (await Promise.all(three.map(({client}) => programme.draft(client, acme)))).map(({id}) => id),
          colleagues: await Promise.all(three.map(({partnerOrgId}) => programme.tenant.newPerson({partnerOrgId, roles: ['sales_rep']}))),
          receiver: receiver.partnerOrgId,
          otherDeal: (await programme.submitted(receiver.client)).id,
          clients: new Map(),
        };
        const model = new DealModel(3, policy, server.clock.now(), day => Date.parse(endOfDay(day, 'Europe/Helsinki')));
        await fc.asyncModelRun(() => ({model, real}), commands);
      });
      // Shrinking takes minutes; the seed repeats it, and the error names what was done.
      // On a machine that is busy with other things fewer are tried; the diagnostics say how many were.
      const until = performance.now() + Number(process.env['PORTICO_SECONDS'] ?? 60) * 1000;
      for (let round = 0; performance.now() < until && [...happened.values()].reduce((sum, each) => sum + each, 0) < wanted; round++) await fc.assert(property, {seed: seed + round, numRuns: 1, endOnFailure: true});
      assert.ok(happened.size > 0);
      const done = [...happened.values()].reduce((sum, each) => sum + each, 0);
      t.diagnostic(`no difference after ${done} commands: ${[...happened].map(([name, times]) => `${times} × ${name}`).join(', ')}`);
    });
  });
}
