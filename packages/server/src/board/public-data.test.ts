import assert from 'node:assert/strict';
import {it} from 'node:test';
import {ownAct} from '../points-flow/partner-act.rules.ts';
import {recordPartnerEvents} from '../points-flow/record-partner-events.ts';
import {crmDataMissing, readCrmPlainly} from '../testing/crm-data.ts';
import {startTestServer} from '../testing/test-server.ts';

/** `3/1/2017`, as the data has it. */
const dayOf = (text = ''): [number, number, number] => {
  const [month = '', day = '', year = ''] = text.split('/');
  return [Number(year), Number(month), Number(day)];
};

it('boards over the public CRM data rank its agents in every quarter as an independent computation does', {skip: crmDataMissing ?? false}, async () => {
  const server = await startTestServer();
  try {
    const tenant = await server.newTenant();
    const partnerOf = new Map<string, string>();
    for (const [agent = ''] of readCrmPlainly('sales_teams.csv')) partnerOf.set(agent, await tenant.newPartnerOrg({name: agent}));
    const closed = readCrmPlainly('sales_pipeline.csv').filter(([, , , , stage]) => stage === 'Won' || stage === 'Lost');
    const acts = closed.map(([id = '', agent = '', , , stage, , close, value]) => {
      const [year, month, day] = dayOf(close);
      const occurredAt = new Date(Date.UTC(year, month - 1, day, 12)).toISOString();
      return ownAct(stage === 'Won' ? 'deal_won' : 'deal_lost', {partnerOrgId: partnerOf.get(agent) ?? '', personId: null, id, occurredAt, facts: {amount: {amountMinor: Number(value) * 100, currency: 'USD'}}});
    });
    const {boards} = tenant.client;
    const revenue = await boards.create({name: 'Revenue', metric: 'revenue', period: 'quarter', currency: 'USD'});
    await tenant.inScope(scope => recordPartnerEvents(scope, acts));
    // One of them counts what was there before it.
    const rate = await boards.create({name: 'Rate', metric: 'win_rate', period: 'quarter', minCount: 10});
    let counted = 0;
    for (const quarter of [1, 2, 3, 4]) {
      const own = closed.filter(([, , , , , , close]) => Math.ceil((dayOf(close)[1] ?? 0) / 3) === quarter && dayOf(close)[0] === 2017);
      counted += own.length;
      const won = new Map<string, number>();
      const [wins, all] = [new Map<string, number>(), new Map<string, number>()];
      for (const [, agent = '', , , stage, , , value] of own) {
        all.set(agent, (all.get(agent) ?? 0) + 1);
        if (stage !== 'Won') continue;
        wins.set(agent, (wins.get(agent) ?? 0) + 1);
        won.set(agent, (won.get(agent) ?? 0) + Number(value) * 100);
      }
      const rates = new Map([...all].flatMap(([agent, count]) => (count >= 10 ? [[agent, Math.round(((wins.get(agent) ?? 0) * 10_000) / count)] as const] : [])));
      for (const [board, values] of [[revenue, won], [rate, rates]] as const) {
        const {rows, participants} = await boards.standings({id: board.id, at: `2017-${String(quarter * 3).padStart(2, '0')}-15T00:00:00Z`});
        const expected = [...values].map(([agent, value]) => `${1 + [...values.values()].filter(other => other > value).length} ${agent} ${value}`);
        assert.deepEqual(rows.map(({rank, partnerOrg, value}) => `${rank} ${partnerOrg?.name} ${value}`).toSorted(), expected.toSorted());
        assert.deepEqual([participants, rows.map(({value}) => value)], [values.size, rows.map(({value}) => value).toSorted((a, b) => b - a)]);
        assert.ok(participants !== null && participants > 20);
      }
    }
    assert.equal(counted, closed.length);
    // Everything again changes nothing.
    await tenant.inScope(scope => recordPartnerEvents(scope, acts.slice(0, 500)));
    const sums = (await boards.standings({id: revenue.id, at: '2017-06-15T00:00:00Z'})).rows.reduce((sum, {value}) => sum + value, 0);
    assert.equal(sums, 100 * closed.filter(([, , , , stage, , close]) => stage === 'Won' && [4, 5, 6].includes(dayOf(close)[1])).reduce((sum, row) => sum + Number(row[7]), 0));
  } finally {
    await server.close();
  }
});
