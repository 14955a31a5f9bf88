import type {BrandFields, PartnerBrand} from '@portico/contract';
import type {LibraryFiles} from '../asset-flow/library-files.ts';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';

type BrandChanges = {readonly [K in keyof BrandFields]?: BrandFields[K] | undefined};

/** A partner's brand as far as the reader may see the partner; what nobody said is empty. */
export async function findBrand(scope: Scope, files: LibraryFiles, partnerOrgId: string): Promise<PartnerBrand | undefined> {
  const brand = await readBrand(scope, partnerOrgId);
  if (!brand) return undefined;
  const {logoFileId} = brand;
  const logo = logoFileId === null ? null : ((await files.find(scope, [logoFileId], 'all')).get(logoFileId) ?? null);
  return {...brand, logo: logo && {...logo, uploadUrl: null}};
}

/** The same without what belongs to the file of its logo. */
export async function readBrand({db, tenantId, programId}: Scope, partnerOrgId: string): Promise<Omit<PartnerBrand, 'logo'> | undefined> {
  const row = await db
    .selectFrom('partner_org as o')
    .leftJoin('partner_brand as b', join => join.onRef('b.tenant_id', '=', 'o.tenant_id').onRef('b.partner_org_id', '=', 'o.partner_org_id'))
    .leftJoin('partnership as p', join => join.onRef('p.tenant_id', '=', 'o.tenant_id').onRef('p.partner_org_id', '=', 'o.partner_org_id').on('p.program_id', '=', programId))
    .leftJoin('program as g', join => join.onRef('g.tenant_id', '=', 'o.tenant_id').on('g.program_id', '=', programId))
    .select(['o.name', 'o.website as own_website', 'o.updated_at as org_updated_at', 'p.level_id', 'g.levels'])
    .select(['b.logo_file_id', 'b.display_name', 'b.phone', 'b.email', 'b.website', 'b.address', 'b.colors', 'b.version', 'b.updated_at'])
    .where('o.tenant_id', '=', tenantId)
    .where('o.partner_org_id', '=', partnerOrgId)
    .executeTakeFirst();
  if (!row) return undefined;
  const levels = (row.levels ?? []) as {id: string; name: string}[];
  return {
    partnerOrgId,
    logoFileId: row.logo_file_id,
    displayName: row.display_name,
    phone: row.phone,
    email: row.email,
    website: row.website,
    address: row.address,
    colors: row.colors ?? [],
    shown: {name: row.display_name ?? row.name, website: row.website ?? row.own_website, levelBadge: levels.find(({id}) => id === row.level_id)?.name ?? null},
    version: row.version ?? 1,
    updatedAt: row.updated_at ?? row.org_updated_at,
  };
}

/** Writes changes of a brand under the lock of its organisation. The first time makes its row, as the second version: that of nothing was the first. */
export async function saveBrand({db, tenantId, context}: Scope, partnerOrgId: string, changes: BrandChanges): Promise<void> {
  const at = nowText(context);
  const {logoFileId, displayName, phone, email, website, address, colors} = changes;
  const columns = {
    ...(logoFileId === undefined ? {} : {logo_file_id: logoFileId}),
    ...(displayName === undefined ? {} : {display_name: displayName}),
    ...(phone === undefined ? {} : {phone}),
    ...(email === undefined ? {} : {email}),
    ...(website === undefined ? {} : {website}),
    ...(address === undefined ? {} : {address}),
    ...(colors === undefined ? {} : {colors}),
    updated_at: at,
  };
  const changed = await db.updateTable('partner_brand').set(columns).where('tenant_id', '=', tenantId).where('partner_org_id', '=', partnerOrgId).returning('version').executeTakeFirst();
  if (!changed) await db.insertInto('partner_brand').values({...columns, tenant_id: tenantId, partner_org_id: partnerOrgId, version: 2, created_at: at}).execute();
}
