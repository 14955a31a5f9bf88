import type {Entitlement, PartnerType, PartnershipStatus} from '@portico/contract';
import type {Level, PartnerStanding} from '@portico/contract/asset-access-rules';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';

/** Who reads, as far as it decides what they see. */
export interface AssetReader {
  /** Of the reader's organisation; `null` for the vendor, who sees everything. */
  readonly partner: PartnerStanding | null;
  readonly levels: readonly Level[];
  /** Until when they have seen what is new; `null` before the first visit: then nothing is. */
  readonly visitedAt: string | null;
  readonly locale: string | null;
  readonly now: string;
}

export async function getAssetReader(scope: Scope): Promise<AssetReader> {
  const {db, tenantId, programId, personId, context} = scope;
  const person =
    personId === null
      ? undefined
      : await db
          .selectFrom('person as p')
          .leftJoin('asset_visit as v', join => join.onRef('v.tenant_id', '=', 'p.tenant_id').onRef('v.person_id', '=', 'p.person_id'))
          .select(['p.locale', 'v.visited_at'])
          .where('p.tenant_id', '=', tenantId)
          .where('p.person_id', '=', personId)
          .executeTakeFirst();
  const {levels} = await db.selectFrom('program').select('levels').where('tenant_id', '=', tenantId).where('program_id', '=', programId).executeTakeFirstOrThrow();
  const partner = scope.caller === 'partner' && scope.partnerOrgId !== null ? await findStanding(scope, scope.partnerOrgId) : null;
  return {partner, levels: levels as Level[], visitedAt: person?.visited_at ?? null, locale: person?.locale ?? null, now: nowText(context)};
}

/** A partner's standing in the programme; of one without a partnership nothing is granted. */
export async function findStanding({db, tenantId, programId}: Scope, partnerOrgId: string): Promise<PartnerStanding> {
  const row = await db
    .selectFrom('partnership as p')
    .innerJoin('partner_org as o', join => join.onRef('o.tenant_id', '=', 'p.tenant_id').onRef('o.partner_org_id', '=', 'p.partner_org_id'))
    .select(['p.status', 'p.level_id', 'p.territories', 'p.products', 'p.groups', 'p.certifications', 'p.accepted_terms', 'o.type'])
    .where('p.tenant_id', '=', tenantId)
    .where('p.program_id', '=', programId)
    .where('p.partner_org_id', '=', partnerOrgId)
    .executeTakeFirst();
  if (!row) return {status: 'terminated', type: 'reseller', levelId: null, territories: [], products: [], groups: [], certifications: [], acceptedTerms: []};
  return {
    status: row.status as PartnershipStatus,
    type: row.type as PartnerType,
    levelId: row.level_id,
    territories: row.territories,
    products: row.products,
    groups: row.groups,
    certifications: row.certifications,
    acceptedTerms: row.accepted_terms,
  };
}

/** Of an asset, what `accessOf` decides by. */
export function toProtected(row: {readonly classification: string; readonly products: string[]; readonly entitlement: Entitlement}) {
  return {classification: row.classification as 'partner', products: row.products, entitlement: row.entitlement};
}
