import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {LeadImportMapping} from '@portico/contract';
import {sql} from 'kysely';
import {verifyAudit} from '../audit/verify-audit.ts';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import {killImport} from '../testing/killed-import.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {leadImportHandlers} from './lead-import.handlers.ts';

const mapping: LeadImportMapping = {columns: [{column: 'id', field: 'externalId'}, {column: 'company', field: 'company.name'}, {column: 'country', field: 'company.country'}, {column: 'partner', field: 'partnerOrg'}, {column: 'stage', field: 'stage'}]};
// Rows that are placed, then some that are routed lead by lead, in chunks of their own; as small as a kill in the middle of each allows. PGlite takes long to start: one kill.
const sizes = {postgres: {placed: 600, routed: 110, kills: [500, 650]}, pglite: {placed: 120, routed: 20, kills: [100]}} as const;

for (const kind of databaseKinds) {
  const {placed, routed, kills} = sizes[kind];
  const rows = [
    ...Array.from({length: placed}, (_, n) => `p${n},Company ${n % 170},FI,Partner ${n % 2},${['offered', 'working', 'closed_won', 'closed_lost'][n % 4]}`),
    ...Array.from({length: routed}, (_, n) => `r${n},Routed ${n},SE,,`),
  ];
  const csv = `id,company,country,partner,stage\n${rows.join('\n')}\n`;

  describe(`an import on ${kind} whose process is killed`, () => {
    it('comes to the same end as one that was left alone', async t => {
      const killedAt = await killImport(kind, {
        table: 'lead_import',
        rows: rows.length,
        kills,
        start: async scope => {
          const now = nowText(scope.context);
          await scope.db.insertInto('routing_rule').values({tenant_id: scope.tenantId, routing_rule_id: newId(scope.context), program_id: scope.programId, name: 'All', position: 1, active: true, method: 'round_robin', condition: JSON.stringify({countries: [], products: [], campaigns: [], minScore: null}), created_at: now, updated_at: now}).execute();
          await leadImportHandlers.create({input: {fileName: 'leads.csv', csv, mapping}, scope});
        },
        check,
      });
      t.diagnostic(`killed at ${killedAt.join(', ')} of ${rows.length} rows`);
    });

    async function check(scope: Scope): Promise<void> {
      const [done] = (await leadImportHandlers.list({input: {limit: 1}, scope})).items;
      assert.deepEqual([done?.status, done?.rowsDone, done?.created, done?.updated, done?.unchanged, done?.failed], ['done', rows.length, rows.length, 0, 0, 0]);
      const {rows: found} = await sql<{status: string; count: number}>`select status, count(*)::int from lead group by 1 order by 1`.execute(scope.db);
      const quarter = placed / 4;
      assert.deepEqual(found.map(({status, count}) => [status, count]), [['closed_lost', quarter], ['closed_won', quarter], ['offered', quarter + routed], ['working', quarter]]);
      const [tables] = (
        await sql<Record<string, number>>`select (select count(*) from lead_offer)::int as offers, (select count(*) from lead_import_row)::int as rows, (select count(*) from routing_decision)::int as decisions,
          (select count(*) from lead l left join lead_offer o using (tenant_id, lead_offer_id) where o.lead_offer_id is null)::int as torn, (select count(distinct external_id) from lead)::int as leads`.execute(scope.db)
      ).rows;
      assert.deepEqual(tables, {offers: rows.length, rows: rows.length, decisions: rows.length, torn: 0, leads: rows.length});
      assert.equal((await verifyAudit(scope)).brokenAt, null);
    }
  });
}
