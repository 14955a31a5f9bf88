import {DealImportField, type DealExport, type DealStatus} from '@portico/contract';
import {sql} from 'kysely';
import {recordAudit} from '../audit/record-audit.ts';
import {nowText} from '../context.ts';
import {csvLimits} from '../csv-import/csv-file.ts';
import {writeCsv, type CsvFormat} from '../csv-import/write-csv.ts';
import type {Scope} from '../database/scope.ts';
import {getDealProgram} from '../deal-flow/deal-program.queries.ts';
import {problem} from '../problem.ts';
import {toTexts} from './deal-text.rules.ts';
import {filedDeals} from './known-deals.queries.ts';

/** What a vendor's system calls a registration, and whose it is, is nothing a partner's file needs. */
const vendorColumns: readonly DealImportField[] = ['externalId', 'partnerOrg'];

/** Writes the registrations that the reader may see as CSV, with an entry in the audit log: a partner's own, for reps those they own; for the vendor all but partners' drafts. */
export async function exportDeals(scope: Scope, {format, status}: {readonly format: CsvFormat; readonly status?: readonly DealStatus[] | undefined}): Promise<DealExport> {
  const {caller, partnerOrgId, personId, seesWholeOrg} = scope;
  const isPartner = caller === 'partner';
  const {policy} = await getDealProgram(scope);
  const deals = await filedDeals(scope)
    .$if(isPartner, query => query.where('d.partner_org_id', '=', partnerOrgId))
    .$if(!seesWholeOrg, query => query.where('d.owner_id', '=', personId))
    .$if(!isPartner && !policy.vendorSeesDrafts, query => query.where(sql<boolean>`(d.drafted_by = 'vendor' or (d.status <> 'draft' and d.number is not null))`))
    .$if(status !== undefined, query => query.where('d.status', 'in', status?.length ? [...status] : ['']))
    .orderBy('d.created_at')
    .orderBy('d.deal_registration_id')
    .limit(csvLimits.rows + 1)
    .execute();
  if (deals.length > csvLimits.rows) throw problem('csv_too_large', {detail: 'More than 50,000 registrations: export them by status.'});
  const columns = DealImportField.options.filter(field => !isPartner || !vendorColumns.includes(field));
  const csv = writeCsv(columns, deals.map(toTexts), format);
  await recordAudit(scope, {resource: 'deal_registration', id: null, action: 'export', changes: {format, rows: deals.length, ...(status ? {status} : {})}});
  return {fileName: `deals-${nowText(scope.context).slice(0, 10)}.csv`, csv, rows: deals.length};
}
