import type {PartnerType, Partnership, PartnershipStatus, Territory} from '../partner-org/partner-org.schema.ts';
import type {Entitlement, Unlock} from './asset-access.schema.ts';
import type {AssetClassification} from './asset.schema.ts';

// The one place that decides who gets what; servers, mocks and tools for partners run it. No schema library here.

/** What a partner is and has, as far as entitlement asks. */
export interface PartnerStanding extends Pick<Partnership, 'levelId' | 'territories' | 'products' | 'groups' | 'certifications' | 'acceptedTerms'> {
  readonly status: PartnershipStatus;
  readonly type: PartnerType;
}

/** A level of the programme; rank 1 is the highest. */
export interface Level {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
}

/** What of an asset decides who may have it. */
export interface Protected {
  readonly classification: AssetClassification;
  readonly products: readonly string[];
  readonly entitlement: Entitlement;
}

export interface Access {
  readonly access: 'granted' | 'locked' | 'hidden';
  /** What is missing; empty unless locked. */
  readonly unlocks: readonly Unlock[];
}

/**
 * Decides what a partner gets of a published asset. The reference server's lists decide the same in SQL, by keys.
 *
 * @param now - ISO text in UTC.
 */
export function accessOf(asset: Protected, partner: PartnerStanding, levels: readonly Level[], now: string): Access {
  const {entitlement} = asset;
  const isOver = entitlement.until !== null && Date.parse(entitlement.until) <= Date.parse(now);
  if (asset.classification === 'confidential' || isOver) return {access: 'hidden', unlocks: []};
  const unlocks = missing(asset, partner, levels, now);
  if (unlocks.length === 0) return {access: 'granted', unlocks};
  return entitlement.whenDenied === 'locked' ? {access: 'locked', unlocks} : {access: 'hidden', unlocks: []};
}

function missing({entitlement, products}: Protected, partner: PartnerStanding, levels: readonly Level[], now: string): Unlock[] {
  const {minLevelId, groups, partnerTypes, territories, certifications, termsVersion, from} = entitlement;
  const unlocks: Unlock[] = [];
  if (partner.status !== 'active' && partner.status !== 'at_risk') unlocks.push({kind: 'partnership'});
  if (minLevelId !== null && !reaches(partner.levelId, minLevelId, levels)) unlocks.push({kind: 'level', levelId: minLevelId, levelName: levels.find(({id}) => id === minLevelId)?.name ?? null});
  if (groups.length > 0 && !groups.some(group => partner.groups.includes(group))) unlocks.push({kind: 'group'});
  if (partnerTypes.length > 0 && !partnerTypes.includes(partner.type)) unlocks.push({kind: 'partner_type', partnerTypes});
  if (territories.length > 0 && partner.territories.length > 0 && !territories.some(theirs => partner.territories.some(own => meet(theirs, own)))) unlocks.push({kind: 'territory', territories});
  const lacking = certifications.filter(key => !partner.certifications.includes(key));
  if (lacking.length > 0) unlocks.push({kind: 'certification', certifications: lacking});
  if (entitlement.products && products.length > 0 && partner.products.length > 0 && !products.some(product => partner.products.includes(product))) unlocks.push({kind: 'product', products: [...products]});
  if (termsVersion !== null && !partner.acceptedTerms.includes(termsVersion)) unlocks.push({kind: 'terms', termsVersion});
  if (from !== null && Date.parse(from) > Date.parse(now)) unlocks.push({kind: 'from', at: from});
  return unlocks;
}

/** A level that the programme has no more is out of everybody's reach. */
function reaches(own: string | null, least: string, levels: readonly Level[]): boolean {
  const rankOf = (levelId: string | null) => levels.find(({id}) => id === levelId)?.rank;
  const [mine, needed] = [rankOf(own), rankOf(least)];
  return mine !== undefined && needed !== undefined && mine <= needed;
}

/** A country meets all of its regions. Names of regions are compared as they are written. */
function meet(a: Territory, b: Territory): boolean {
  return a.country === b.country && (a.region === null || b.region === null || a.region === b.region);
}
