import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {DealImportMapping} from '@portico/contract';
import {sql} from 'kysely';
import {verifyAudit} from '../audit/verify-audit.ts';
import type {Scope} from '../database/scope.ts';
import {killImport} from '../testing/killed-import.ts';
import {databaseKinds} from '../testing/test-database.ts';
import {dealImportHandlers} from './deal-import.handlers.ts';

const mapping: DealImportMapping = {columns: [{column: 'id', field: 'externalId'}, {column: 'partner', field: 'partnerOrg'}, {column: 'customer', field: 'customer.name'}, {column: 'website', field: 'customer.website'}, {column: 'country', field: 'customer.country'}, {column: 'status', field: 'status'}]};
// Somewhat more than a chunk of each database, so that a kill falls between two of them.
const sizes = {postgres: {count: 720, kills: [500]}, pglite: {count: 160, kills: [100]}} as const;

for (const kind of databaseKinds) {
  const {count, kills} = sizes[kind];
  // Every fourth customer is protected for both partners in the file: the one that comes later is put behind, also when a kill lies between the two.
  const rows = Array.from({length: count}, (_, n) => {
    const customer = n % (count / 2);
    return `d${n},Partner ${n < count / 2 ? 0 : 1},Customer ${customer},customer-${customer}.example,FI,${['approved', 'won', 'draft', 'lost'][n % 4]}`;
  });
  const csv = `id,partner,customer,website,country,status\n${rows.join('\n')}\n`;

  describe(`an import of deals on ${kind} whose process is killed`, () => {
    it('comes to the same end as one that was left alone: every row once, one protection for a customer', async t => {
      const killedAt = await killImport(kind, {table: 'deal_import', rows: count, kills, start: scope => dealImportHandlers.create({input: {fileName: 'deals.csv', csv, mapping}, scope}), check});
      t.diagnostic(`killed at ${killedAt.join(', ')} of ${count} rows`);
    });

    async function check(scope: Scope): Promise<void> {
      const [done] = (await dealImportHandlers.list({input: {limit: 1}, scope})).items;
      assert.deepEqual([done?.status, done?.rowsDone, done?.created, done?.updated, done?.unchanged, done?.failed], ['done', count, count, 0, 0, 0]);
      const {rows: found} = await sql<{status: string; count: number}>`select status, count(*)::int from deal_registration group by 1 order by 1`.execute(scope.db);
      const eighth = count / 8;
      assert.deepEqual(Object.fromEntries(found.map(row => [row.status, row.count])), {approved: eighth, draft: 2 * eighth, lost: 2 * eighth, submitted: eighth, won: 2 * eighth});
      const [tables] = (
        await sql<Record<string, number>>`select (select count(distinct external_id) from deal_registration)::int as deals, (select count(*) from deal_import_row)::int as rows,
          (select count(*) from deal_activity)::int as stories, (select count(distinct number) from deal_registration)::int as numbers, (select count(*) from deal_registration where number is not null)::int as numbered,
          (select count(distinct deal_registration_id) from deal_protection where released_at is null)::int as protecting`.execute(scope.db)
      ).rows;
      assert.deepEqual(tables, {deals: count, rows: count, stories: count, numbers: 6 * eighth, numbered: 6 * eighth, protecting: eighth});
      assert.equal((await verifyAudit(scope)).brokenAt, null);
    }
  });
}
