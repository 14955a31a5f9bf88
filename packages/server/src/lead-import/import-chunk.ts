import type {ImportIssue, LeadPolicy} from '@portico/contract';
import {sql} from 'kysely';
import type {Change} from '../changes/record-change.ts';
import type {Scope} from '../database/scope.ts';
import {createLead} from '../lead-flow/create-lead.ts';
import {importStage} from '../lead-flow/import-stage.ts';
import {theClock} from '../lead-flow/lead-case.ts';
import {publishNews, startNews, type News} from '../lead-flow/news.ts';
import {ProblemError} from '../problem.ts';
import type {ChunkOutcome, ImportRow} from '../csv-import/import-kind.ts';
import {countRepeats} from '../csv-import/recognise.ts';
import {correctImported} from './correct-imported.ts';
import {findKnownRows, rememberRows} from './known-rows.queries.ts';
import {insertPlaced, takeLocks} from './placed-lead.queries.ts';
import {toPlaced, toRows, type PlacedLead} from './placed-lead.ts';
import type {RowKey} from '../csv-import/row-key.ts';
import type {ReadLead} from './row.rules.ts';

/**
 * Writes the rows of a chunk in the caller's transaction: new leads are placed with their partners or routed, known ones are corrected, and what was written
 * before is left alone.
 *
 * @param scope - Of the system. The tenant's turn is taken at the end.
 */
export async function importRows(scope: Scope, importId: string, rows: readonly ImportRow<ReadLead>[], policy: LeadPolicy): Promise<ChunkOutcome> {
  // A connection keeps its plans of foreign keys. One made while the tables were empty would read all of them for each row from here on.
  await sql`discard plans`.execute(scope.db);
  const news = startNews();
  const issues: ImportIssue[] = rows.flatMap(row => row.issues);
  const warn = (line: number, code: string, message: string) => issues.push({line, column: null, code, message, severity: 'warning'});
  const refuse = (line: number, message: string) => issues.push({line, column: null, code: 'row_refused', message, severity: 'error'});
  const taken = rows.filter(row => row.taken);
  const known = await findKnownRows(scope, taken.map(({key}) => key));
  const remembered: (RowKey & {leadId: string})[] = [];
  const placed: PlacedLead[] = [];
  const lines = new Map<string, number>();
  let [created, updated, unchanged] = [0, 0, 0];

  for (const {row, key} of taken) {
    const {lead, placement, line} = row;
    const before = known.get(key.key);
    if (!lead) continue;
    if (before?.same) unchanged++;
    else if (before) {
      const changed = await attempt(scope, news, () => updateLead(scope, news, row, before.leadId, warn));
      if (typeof changed === 'string') refuse(line, changed);
      else if (changed) {
        updated++;
        remembered.push({...key, leadId: before.leadId});
      } else unchanged++;
    } else if (placement) {
      const next = toPlaced(scope, lead, placement);
      placed.push(next);
      lines.set(next.leadOfferId, line);
      remembered.push({...key, leadId: next.leadId});
      created++;
    } else {
      const done = await attempt(scope, news, () => createLead(scope, news, lead, {by: theClock}));
      if (typeof done === 'string') {
        refuse(line, done);
        continue;
      }
      const {leadId, outcome} = done;
      if (outcome === 'attached') warn(line, 'lead_attached', 'The customer has an open lead already; this was noted on it.');
      remembered.push({...key, leadId});
      if (outcome === 'created') created++;
      else updated++;
    }
  }
  const {locks, ...tables} = toRows(scope, placed, policy, importId);
  await insertPlaced(scope, tables);
  const holders = await takeLocks(scope, locks);
  for (const {accountKey, partnerOrgId, leadOfferId} of locks) {
    if (holders.get(accountKey) !== partnerOrgId) warn(lines.get(leadOfferId) ?? 0, 'account_locked', 'Another partner works with this customer; now both do.');
  }
  await rememberRows(scope, remembered);

  news.changes.push(...placed.flatMap(lead => toChanges(lead, importId)));
  await publishNews(scope, news);
  const failed = new Set(issues.filter(({severity}) => severity === 'error').map(({line}) => line)).size;
  const warnings = issues.filter(({severity}) => severity === 'warning').length;
  return {counts: {created, updated, unchanged: unchanged + countRepeats(rows), failed, warnings}, issues: issues.sort((a, b) => a.line - b.line)};
}

/** Does the work of one row; when the product's rules refuse it, the row is undone and the chunk goes on. @returns The refusal as a sentence. */
async function attempt<T extends object | boolean>({db}: Scope, news: News, work: () => Promise<T>): Promise<T | string> {
  const said = news.changes.length;
  await sql`savepoint import_row`.execute(db);
  try {
    const value = await work();
    await sql`release savepoint import_row`.execute(db);
    return value;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    await sql`rollback to savepoint import_row`.execute(db);
    news.changes.length = said;
    return error.extra.detail ?? error.message;
  }
}

/** @returns Whether anything was changed. */
async function updateLead(scope: Scope, news: News, {lead, placement, line, read}: ReadLead, leadId: string, warn: (line: number, code: string, message: string) => void): Promise<boolean> {
  if (!lead) return false;
  const corrected = await correctImported(scope, news, leadId, {lead, said: new Set(Object.keys(read) as (keyof typeof read)[])});
  if (corrected === 'ended') warn(line, 'lead_read_only', 'The lead has ended, so it was left as it is.');
  if (!placement || corrected === 'ended') return corrected === 'corrected';
  const {partnerOrg, ...stage} = placement;
  const {outcome, lock} = await importStage(scope, news, {...stage, leadId, partnerOrgId: partnerOrg.id}, theClock);
  if (outcome === 'conflict') warn(line, 'stage_kept', `The lead does not stand with ${partnerOrg.name} as the file says; it was left where it is.`);
  if (lock === 'contested') warn(line, 'account_locked', 'Another partner works with this customer; now both do.');
  return corrected === 'corrected' || outcome === 'placed' || outcome === 'moved';
}

function toChanges({leadId, leadOfferId, placement: {partnerOrg, assigneeId, stage}}: PlacedLead, leadImportId: string): Change[] {
  const said = {action: 'import', changes: {stage, leadImportId}};
  return [
    {resource: 'lead_offer', id: leadOfferId, partnerOrgId: partnerOrg.id, personId: assigneeId, ...said},
    {resource: 'lead', id: leadId, ...said},
  ];
}
