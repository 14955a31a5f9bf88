import type {DealChange, DealReview, EvidenceFile, PersonRef} from '@portico/contract';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import {findOpenChanges} from '../deal-change/deal-change.queries.ts';
import type {DealProgram} from '../deal-flow/deal-program.queries.ts';
import {findReviews} from '../deal-review/deal-review.queries.ts';
import {readEvidenceOf} from '../evidence-file/evidence-file.queries.ts';
import type {DealRow} from './deal-row.queries.ts';

/** What of registrations is kept in tables of its own. */
export interface DealParts {
  readonly evidence: ReadonlyMap<string, readonly EvidenceFile[]>;
  readonly openChanges: ReadonlyMap<string, readonly DealChange[]>;
  /** Empty for partners. */
  readonly reviews: ReadonlyMap<string, DealReview>;
  /** Names of organisations and people by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Channel managers by partner organisation. */
  readonly managers: ReadonlyMap<string, PersonRef>;
}

/** Reads the parts of a page's registrations, a query each. */
export async function findParts(scope: Scope, rows: readonly DealRow[], program: DealProgram): Promise<DealParts> {
  const ids = rows.map(row => row.deal_registration_id);
  const evidence = await readEvidenceOf(scope, ids);
  const openChanges = await findOpenChanges(scope, ids);
  const reviews = scope.caller === 'partner' ? new Map<string, DealReview>() : await findReviews(scope, rows, program);
  // A distributor and its reseller see each other's names on what they share, though nothing else of each other.
  return {evidence, openChanges, reviews, ...(await elevated(scope, system => findNames(system, rows)))};
}

async function findNames({db, tenantId, programId}: Scope, rows: readonly DealRow[]): Promise<Pick<DealParts, 'names' | 'managers'>> {
  if (rows.length === 0) return {names: new Map(), managers: new Map()};
  const orgIds = [...new Set(rows.flatMap(row => [row.partner_org_id, ...(row.distributor_id === null ? [] : [row.distributor_id])]))];
  const orgs = await db
    .selectFrom('partner_org as g')
    .leftJoin('partnership as s', join => join.onRef('s.tenant_id', '=', 'g.tenant_id').onRef('s.partner_org_id', '=', 'g.partner_org_id').on('s.program_id', '=', programId))
    .leftJoin('person as m', join => join.onRef('m.tenant_id', '=', 's.tenant_id').onRef('m.person_id', '=', 's.manager_id'))
    .select(['g.partner_org_id', 'g.name', 's.manager_id', 'm.name as manager_name'])
    .where('g.tenant_id', '=', tenantId)
    .where('g.partner_org_id', 'in', orgIds)
    .execute();
  const personIds = [...new Set(rows.flatMap(row => [row.owner_id, row.submitted_by].filter(id => id !== null)))];
  const people = personIds.length === 0 ? [] : await db.selectFrom('person').select(['person_id', 'name']).where('tenant_id', '=', tenantId).where('person_id', 'in', personIds).execute();
  return {
    names: new Map([...orgs.map(org => [org.partner_org_id, org.name] as const), ...people.map(person => [person.person_id, person.name] as const)]),
    managers: new Map(orgs.flatMap(org => (org.manager_id === null ? [] : [[org.partner_org_id, {id: org.manager_id, name: org.manager_name ?? ''}] as const]))),
  };
}
