import {DealImportField} from '@portico/contract';
import {sql} from 'kysely';
import {writeCsv} from '../csv-import/write-csv.ts';
import type {Scope} from '../database/scope.ts';
import {getDealProgram} from '../deal-flow/deal-program.queries.ts';
import {toTexts} from './deal-text.rules.ts';
import {addExportPart, type HeldExport, type WrittenPage} from './export-store.queries.ts';
import {filedDeals} from './known-deals.queries.ts';

/** Registrations in one part of a file, and in one transaction. */
export const exportPageRows = 500;

/** What a vendor's system calls a registration, and whose it is, is nothing a partner's file needs. */
const vendorColumns: readonly DealImportField[] = ['externalId', 'partnerOrg'];

/** Another worker has taken the export over, because this one was too slow. */
export class ExportLostError extends Error {}

/**
 * Writes the next part of an export: registrations that the reader may see now, of a partner its own, for reps those they own; for the vendor all but partners' drafts.
 *
 * @param scope - Of whoever asked for it.
 * @param leaseUntil - How long the worker holds it from here on, when there is more to write.
 * @throws ExportLostError
 */
export async function writeExportPage(scope: Scope, held: HeldExport, leaseUntil: string | null): Promise<{readonly held: HeldExport; readonly ended: boolean; readonly csv: string}> {
  const withDrafts = scope.caller === 'partner' || (await getDealProgram(scope)).policy.vendorSeesDrafts;
  const found = await visible(scope, held, withDrafts)
    .select(sql<string>`d.created_at::text`.as('createdAt'))
    .$if(held.afterId !== null, query => query.where(sql<boolean>`(d.created_at, d.deal_registration_id) > (${held.afterCreatedAt}::timestamptz, ${held.afterId}::uuid)`))
    .orderBy('d.created_at')
    .orderBy('d.deal_registration_id')
    .limit(exportPageRows + 1)
    .execute();
  const ended = found.length <= exportPageRows;
  const rows = found.slice(0, exportPageRows);
  const last = rows.at(-1);
  const columns = DealImportField.options.filter(field => scope.caller !== 'partner' || !vendorColumns.includes(field));
  const csv = writeCsv(columns, rows.map(toTexts), held.format, held.parts === 0 ? 'first' : 'later');
  const done = held.rows + rows.length;
  const page: WrittenPage = {
    rows: done,
    // Counted once; registrations come and go meanwhile, so at the end it is what was written.
    total: ended ? done : held.total || (await countVisible(scope, held, withDrafts)),
    parts: held.parts + 1,
    afterCreatedAt: last?.createdAt ?? held.afterCreatedAt,
    afterId: last?.id ?? held.afterId,
    leaseUntil: ended ? null : leaseUntil,
    ended,
  };
  if (!(await addExportPart(scope, held, csv, page))) throw new ExportLostError();
  return {held: {...held, ...page}, ended, csv};
}

async function countVisible(scope: Scope, held: HeldExport, withDrafts: boolean): Promise<number> {
  const {count} = await visible(scope, held, withDrafts).clearSelect().select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow();
  return count;
}

function visible(scope: Scope, {statuses, createdAt}: HeldExport, withDrafts: boolean) {
  const {caller, partnerOrgId, personId, seesWholeOrg} = scope;
  return filedDeals(scope)
    .$if(caller === 'partner', query => query.where('d.partner_org_id', '=', partnerOrgId))
    .$if(!seesWholeOrg, query => query.where('d.owner_id', '=', personId))
    .$if(!withDrafts, query => query.where(sql<boolean>`(d.drafted_by = 'vendor' or (d.status <> 'draft' and d.number is not null))`))
    .$if(statuses !== null, query => query.where('d.status', 'in', statuses?.length ? [...statuses] : ['']))
    .where('d.created_at', '<=', createdAt);
}
