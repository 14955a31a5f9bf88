import type {PartnerBrand} from '@portico/contract';
import type {BrandWords} from '@portico/contract/cobrand-rules';
import type {BrandRow} from './cobrand-rows.ts';
import type {Store} from './store.ts';

const nothing = {logoFileId: null, displayName: null, phone: null, email: null, website: null, address: null, colors: []};

/** How a partner shows itself; empty until somebody said otherwise. */
export function brandOf({data}: Store, partnerOrgId: string): PartnerBrand {
  const org = data.partnerOrgs.get(partnerOrgId);
  const row: BrandRow = data.collateral.brands.get(partnerOrgId) ?? {...nothing, id: partnerOrgId, version: 1, updatedAt: org?.updatedAt ?? ''};
  const {id: _, ...brand} = row;
  const logo = brand.logoFileId === null ? null : (data.collateral.files.get(brand.logoFileId) ?? null);
  const level = data.program.levels.find(({id}) => id === org?.partnership.levelId);
  return {...brand, partnerOrgId, logo, shown: {name: brand.displayName ?? org?.name ?? '', website: brand.website ?? org?.website ?? null, levelBadge: level?.name ?? null}};
}

/** The same as zones take it. */
export function brandWords({shown, phone, email, address, colors, logoFileId}: PartnerBrand): BrandWords {
  return {...shown, phone, email, address, colors, hasLogo: logoFileId !== null};
}
