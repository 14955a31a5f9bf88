import type {AssetClassification, Entitlement, PartnerType, Partnership, PartnershipStatus, Territory, Unlock} from '@portico/contract';
import {isActive} from '../routing-decision/routing-decision.rules.ts';

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
 * Decides what a partner gets of a published asset. Lists decide the same in SQL, by keys (`requirementsOf`, `partnerKeysOf`).
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
  if (!isActive(partner.status)) unlocks.push({kind: 'partnership'});
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

/** The same requirements as columns: `all` takes all of its keys, the others one of theirs, and nothing asks for nothing. */
export interface Requirements {
  readonly needs_all: string[];
  readonly needs_group: string[];
  readonly needs_type: string[];
  readonly needs_territory: string[];
  readonly needs_product: string[];
  readonly shown_locked: boolean;
  readonly entitled_from: string | null;
  readonly entitled_until: string | null;
}

/** Puts an entitlement as keys, which the database holds against a partner's (`partner_keys` in 0011-collateral.sql). */
export function requirementsOf({entitlement, products}: Pick<Protected, 'entitlement' | 'products'>): Requirements {
  const {minLevelId, groups, partnerTypes, territories, certifications, termsVersion, from, until, whenDenied} = entitlement;
  const isOfProducts = entitlement.products && products.length > 0;
  return {
    needs_all: ['active', ...(minLevelId === null ? [] : [`level:${minLevelId}`]), ...certifications.map(key => `certification:${key}`), ...(termsVersion === null ? [] : [`terms:${termsVersion}`])],
    needs_group: groups.map(name => `group:${name}`),
    needs_type: partnerTypes.map(type => `type:${type}`),
    needs_territory: territories.length === 0 ? [] : ['territories:all', ...territories.flatMap(territoryKeys)],
    needs_product: isOfProducts ? ['products:all', ...products.map(name => `product:${name}`)] : [],
    shown_locked: whenDenied === 'locked',
    entitled_from: from,
    entitled_until: until,
  };
}

/** Somebody who sells anywhere in a country has `country`; who sells in all of it has `territory` of the country too, which stands for each of its regions. */
function territoryKeys({country, region}: Territory): string[] {
  return region === null ? [`country:${country}`] : [`territory:${country}`, `territory:${country}/${region}`];
}
