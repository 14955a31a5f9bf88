import type {DealExport, DealStatus} from '@portico/contract';
import {recordAudit} from '../audit/record-audit.ts';
import {byteOrderMark, type CsvFormat} from '../csv-import/write-csv.ts';
import type {Scope} from '../database/scope.ts';
import {problem} from '../problem.ts';
import {writeExportPage} from './export-page.ts';
import {findExport, findExportPart, insertExport} from './export-store.queries.ts';

/** Begins an export with its first part, which is all of it for most; a worker writes the rest. With an entry in the audit log. */
export async function startExport(scope: Scope, {format, status}: {readonly format: CsvFormat; readonly status?: readonly DealStatus[] | undefined}): Promise<DealExport> {
  const {held, ended, csv} = await writeExportPage(scope, await insertExport(scope, {format, status}), null);
  await recordAudit(scope, {resource: 'deal_export', id: held.id, action: 'export', changes: {format, rows: held.total, ...(status ? {status} : {})}});
  return {...(await getExport(scope, held.id)), csv: ended ? csv : null};
}

/** @throws ProblemError `deal_export_not_found`. */
export async function getExport(scope: Scope, id: string): Promise<DealExport> {
  const found = await findExport(scope, id);
  if (!found) throw problem('deal_export_not_found');
  return found;
}

/** @throws ProblemError `deal_export_not_found`, `deal_export_unfinished`. */
export async function getExportPart(scope: Scope, id: string, index: number): Promise<{index: number; parts: number; csv: string}> {
  const {status, format, parts} = await getExport(scope, id);
  if (status === 'running') throw problem('deal_export_unfinished');
  const csv = await findExportPart(scope, id, index);
  if (csv === undefined) throw problem('deal_export_not_found');
  return {index, parts, csv: index === 0 && format === 'spreadsheet' ? byteOrderMark + csv : csv};
}
