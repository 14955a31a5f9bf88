import {DealPolicy, LeadPolicy, type Product, type Program, type ProgramLevel} from '@portico/contract';
import type {Selectable} from 'kysely';
import type {Scope} from '../database/scope.ts';
import type {ProgramTable} from '../database/tables.ts';
import {getAnnouncedLevels} from '../tier-flow/policy-in-effect.queries.ts';

/** The programme of the scope. */
export async function getProgram(scope: Scope): Promise<Program> {
  const row = await scope.db.selectFrom('program').selectAll().where('program_id', '=', scope.programId).executeTakeFirstOrThrow();
  return toProgram(scope, row, scope.caller === 'partner' ? await getAnnouncedLevels(scope) : undefined);
}

/** The programme under a lock, until the transaction ends. */
export async function lockProgram(scope: Scope): Promise<Program> {
  return toProgram(scope, await scope.db.selectFrom('program').selectAll().where('program_id', '=', scope.programId).forUpdate().executeTakeFirstOrThrow());
}

/** What of a programme can be changed. */
export type ProgramChanges = {readonly [K in 'name' | 'timeZone' | 'brand' | 'levels' | 'products' | 'leadPolicy' | 'dealPolicy' | 'defaultPartnerOrgId' | 'origins']?: Program[K] | undefined};

export async function updateProgram(scope: Scope, changes: ProgramChanges, at: string): Promise<Program> {
  const {name, timeZone, brand, levels, products, leadPolicy, dealPolicy, defaultPartnerOrgId, origins} = changes;
  const row = await scope.db
    .updateTable('program')
    .set({
      updated_at: at,
      ...(name === undefined ? {} : {name}),
      ...(timeZone === undefined ? {} : {time_zone: timeZone}),
      ...(brand === undefined ? {} : {brand: brand && JSON.stringify(brand)}),
      ...(levels === undefined ? {} : {levels: JSON.stringify(levels)}),
      ...(products === undefined ? {} : {products: JSON.stringify(products)}),
      ...(leadPolicy === undefined ? {} : {lead_policy: JSON.stringify(leadPolicy)}),
      ...(dealPolicy === undefined ? {} : {deal_policy: JSON.stringify(dealPolicy)}),
      ...(defaultPartnerOrgId === undefined ? {} : {default_partner_org_id: defaultPartnerOrgId}),
      ...(origins === undefined ? {} : {origins: JSON.stringify(origins)}),
    })
    .where('program_id', '=', scope.programId)
    .returningAll()
    .executeTakeFirstOrThrow();
  return toProgram(scope, row);
}

/** Levels that partners have now. */
export async function findLevelsInUse({db, tenantId, programId}: Scope): Promise<string[]> {
  const rows = await db.selectFrom('partnership').select('level_id').distinct().where('tenant_id', '=', tenantId).where('program_id', '=', programId).where('level_id', 'is not', null).execute();
  return rows.flatMap(row => row.level_id ?? []);
}

/** Partners do not see where else the programme is embedded, which partner gets the leads that no rule places, nor how levels weigh in routing. */
function toProgram({caller}: Scope, row: Selectable<ProgramTable>, announced: ReadonlySet<string> = new Set()): Program {
  const isPartner = caller === 'partner';
  return {
    id: row.program_id,
    name: row.name,
    timeZone: row.time_zone,
    brand: row.brand as Program['brand'],
    levels: (row.levels as ProgramLevel[]).map(level => (isPartner ? {...level, weight: null} : level)),
    products: row.products as Product[],
    countries: row.countries,
    // Rows written before a setting was invented get its default.
    leadPolicy: LeadPolicy.parse(row.lead_policy),
    dealPolicy: toDealPolicy(DealPolicy.parse(row.deal_policy), isPartner, announced),
    defaultPartnerOrgId: isPartner ? null : row.default_partner_org_id,
    origins: isPartner ? [] : row.origins,
    version: row.version,
    updatedAt: row.updated_at,
  };
}

/** Who approves is the vendor's own affair; so is what levels bring, but for those of which partners know what they ask for. */
function toDealPolicy(policy: DealPolicy, isPartner: boolean, announced: ReadonlySet<string>): DealPolicy {
  return isPartner ? {...policy, approvalRules: [], levelBenefits: policy.levelBenefits.filter(({levelId}) => announced.has(levelId))} : policy;
}
