import type {Territory} from '@portico/contract';
import type {Protected} from '@portico/contract/asset-access-rules';

/** What an entitlement asks, as columns: `all` takes all of its keys, the others one of theirs, and nothing asks for nothing. */
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
