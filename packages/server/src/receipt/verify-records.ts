import {canonicalJson} from '@portico/contract/receipt-proof';
import {sql} from 'kysely';
import type {Scope} from '../database/scope.ts';

/** What is wrong with a registration as it is stored. */
export interface RecordFinding {
  readonly code: 'record_changed' | 'record_back_dated' | 'record_without_receipt' | 'evidence_changed';
  /** The registration's number. */
  readonly number: string;
  readonly message: string;
}

const sentences: Readonly<Record<RecordFinding['code'], string>> = {
  record_changed: 'What was submitted is not what is stored, and nobody may have changed it since.',
  record_back_dated: 'Number, time or place in the queue are not those of its receipt.',
  record_without_receipt: 'It was never submitted: no receipt names it.',
  evidence_changed: 'A file is missing, or its bytes are not those that were submitted.',
};

/** Compares every registration that was submitted with its receipts. */
export async function verifyRecords(scope: Scope): Promise<RecordFinding[]> {
  const findings: RecordFinding[] = [];
  let after = '';
  for (;;) {
    const rows = await readRecords(scope, after);
    for (const row of rows) {
      const code = faultOf(row);
      if (code) findings.push({code, number: row.number, message: sentences[code]});
    }
    if (rows.length < batch) return findings;
    after = rows.at(-1)?.number ?? '';
  }
}

const batch = 200;

/** Columns that hold what was submitted, by their name in a receipt's content. */
const submitted = {
  registrationType: 'registration_type',
  name: 'name',
  description: 'description',
  useCase: 'use_case',
  customer: 'customer',
  contact: 'contact',
  lines: 'lines',
  contractType: 'contract_type',
  contractTermMonths: 'contract_term_months',
  expectedCloseOn: 'expected_close_on',
  competitors: 'competitors',
  incumbent: 'incumbent',
  tender: 'tender',
  supportRequested: 'support_requested',
  answers: 'answers',
  hideFromDistributor: 'hide_from_distributor',
} as const;

type Row = Awaited<ReturnType<typeof readRecords>>[number];

function readRecords({db, tenantId}: Scope, after: string) {
  return db
    .selectFrom('deal_registration as d')
    .leftJoinLateral(
      eb => eb.selectFrom('receipt as r').select(['r.content', 'r.statement']).whereRef('r.tenant_id', '=', 'd.tenant_id').whereRef('r.deal_registration_id', '=', 'd.deal_registration_id').orderBy('r.sequence', 'desc').limit(1).as('latest'),
      join => join.onTrue(),
    )
    .leftJoin('receipt as placed', join => join.onRef('placed.tenant_id', '=', 'd.tenant_id').onRef('placed.deal_registration_id', '=', 'd.deal_registration_id').onRef('placed.sequence', '=', 'd.queue_number'))
    .select(Object.values(submitted).map(column => `d.${column}` as const))
    .select(['d.number', 'd.status', 'd.submitted_at', 'd.queue_number', 'd.decided_at', 'd.estimated_minor', 'd.estimated_currency', 'latest.content', 'latest.statement', 'placed.statement as placed_statement'])
    .select(
      sql<boolean>`exists (select from jsonb_path_query(latest.content, '$.evidence[*].sha256') as e (hash)
        where not exists (select from evidence_file f where f.tenant_id = d.tenant_id and f.deal_registration_id = d.deal_registration_id and f.sha256 = e.hash #>> '{}'))
        or exists (select from evidence_file f where f.tenant_id = d.tenant_id and f.deal_registration_id = d.deal_registration_id and f.status = 'ready'
        and f.sha256 is distinct from (select encode(sha256(string_agg(p.content, ''::bytea order by p.index)), 'hex') from evidence_part p where p.tenant_id = f.tenant_id and p.evidence_file_id = f.evidence_file_id))`.as('evidence_changed'),
    )
    .where('d.tenant_id', '=', tenantId)
    .where('d.number', '>', after)
    .orderBy('d.number')
    .limit(batch)
    .$narrowType<{number: string}>()
    .execute();
}

function faultOf(row: Row): RecordFinding['code'] | null {
  if (row.content === null) return 'record_without_receipt';
  const said = row.placed_statement as {submittedAt: string; number: string} | null;
  const isPlaced = row.submitted_at === null || (said !== null && said.submittedAt === row.submitted_at);
  if (!isPlaced || (row.statement as {number: string}).number !== row.number) return 'record_back_dated';
  if (row.evidence_changed) return 'evidence_changed';
  return isUntouchable(row) && !isAsSubmitted(row) ? 'record_changed' : null;
}

/** Whether nobody can have changed the registration by right since its last receipt. */
function isUntouchable({status, decided_at}: Row): boolean {
  return ['submitted', 'under_review', 'pending_approval'].includes(status) && decided_at === null;
}

function isAsSubmitted(row: Row): boolean {
  const content = row.content as Readonly<Record<string, unknown>>;
  const amount = row.estimated_minor === null ? null : {amountMinor: row.estimated_minor, currency: row.estimated_currency};
  if ('estimatedAmount' in content && canonicalJson(content['estimatedAmount']) !== canonicalJson(amount)) return false;
  return Object.entries(submitted).every(([name, column]) => !(name in content) || canonicalJson(content[name]) === canonicalJson(row[column]));
}
