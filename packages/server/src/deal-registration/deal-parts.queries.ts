import type {DealChange, DealReview, EvidenceFile} from '@portico/contract';
import type {Scope} from '../database/scope.ts';
import {findOpenChanges} from '../deal-change/deal-change.queries.ts';
import type {DealProgram} from '../deal-flow/deal-program.queries.ts';
import {findReviews} from '../deal-review/deal-review.queries.ts';
import {readEvidenceOf} from '../evidence-file/evidence-file.queries.ts';
import type {DealRow} from './deal-registration.queries.ts';

/** What of a registration is kept in tables of its own. */
export interface DealParts {
  readonly evidence: readonly EvidenceFile[];
  readonly openChanges: readonly DealChange[];
  readonly review: DealReview | null;
}

/** Reads the parts of a page's registrations, a query each. */
export async function findParts(scope: Scope, rows: readonly DealRow[], program: DealProgram): Promise<(id: string) => DealParts> {
  const ids = rows.map(row => row.deal_registration_id);
  const evidence = await readEvidenceOf(scope, ids);
  const changes = await findOpenChanges(scope, ids);
  const reviews = scope.caller === 'partner' ? new Map<string, DealReview>() : await findReviews(scope, rows, program);
  return id => ({evidence: evidence.get(id) ?? [], openChanges: changes.get(id) ?? [], review: reviews.get(id) ?? null});
}
