import type {FieldError, PartnerBrand, PartnerOrg, Partnership, api} from '@portico/contract';
import type {LibraryFiles} from '../asset-flow/library-files.ts';
import {recordChange} from '../changes/record-change.ts';
import {isLogoMediaType} from '../cobrand-flow/logo-file.rules.ts';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {refuseOthersPartner} from '../lead-flow/managed-partners.queries.ts';
import {expectVersion, problem} from '../problem.ts';
import {findBrand, saveBrand} from './partner-brand.queries.ts';
import {ancestorsOf, findPartnerOrg, getLevelIds, insertPartnerOrg, isVendorStaff, listPartnerOrgs, lockPartnerOrg, partnerOrgExists, updatePartnerOrg} from './partner-org.queries.ts';

/** @param files - Where logos are kept. */
export const partnerOrgHandlers = (files: LibraryFiles): Handlers<typeof api.partnerOrgs> => ({
  list: ({input, scope}) => listPartnerOrgs(scope, input),

  get: ({input, scope}) => getPartnerOrg(scope, input.id),

  create: async ({input, scope}) => {
    await checkReferences(scope, null, input.parentId, input.partnership);
    const id = newId(scope.context);
    await insertPartnerOrg(scope, id, input, nowText(scope.context));
    await recordChange(scope, {resource: 'partner_org', id, action: 'create', partnerOrgId: id, changes: {name: input.name, partnership: input.partnership}});
    return getPartnerOrg(scope, id);
  },

  update: async ({input: {id, version, partnership, ...changes}, scope}) => {
    const locked = await lockPartnerOrg(scope, id);
    if (!locked) throw problem('partner_org_not_found');
    await expectVersion(locked, version, () => getPartnerOrg(scope, id));
    await refuseOthersPartner(scope, id);
    await checkReferences(scope, id, changes.parentId, partnership);
    await updatePartnerOrg(scope, id, changes, partnership, nowText(scope.context));
    await recordChange(scope, {resource: 'partner_org', id, action: 'update', partnerOrgId: id, changes: {...changes, ...(partnership ? {partnership} : {})}});
    return getPartnerOrg(scope, id);
  },

  getBrand: ({input, scope}) => getBrand(scope, files, input.id),

  updateBrand: async ({input: {id, version, ...changes}, scope}) => {
    // There may be no row of the brand yet, so the organisation's makes writers take turns.
    if (!(await lockPartnerOrg(scope, id))) throw problem('partner_org_not_found');
    const before = await getBrand(scope, files, id);
    await expectVersion(before, version, async () => before);
    await refuseOthersPartner(scope, id);
    if (changes.logoFileId) await checkLogo(scope, files, id, changes.logoFileId);
    await saveBrand(scope, id, changes);
    await recordChange(scope, {resource: 'partner_org', id, action: 'update_brand', partnerOrgId: id, changes: {fields: Object.keys(changes)}});
    return getBrand(scope, files, id);
  },
});

async function getBrand(scope: Scope, files: LibraryFiles, id: string): Promise<PartnerBrand> {
  const brand = await findBrand(scope, files, id);
  if (!brand) throw problem('partner_org_not_found');
  return brand;
}

/** Makes sure that a logo is a picture, arrived whole, and the partner's own or the vendor's. */
async function checkLogo(scope: Scope, files: LibraryFiles, partnerOrgId: string, fileId: string): Promise<void> {
  const file = (await files.find(scope, [fileId], 'cover')).get(fileId);
  // Of the vendor's files a partner knows nothing but what the library shows.
  const isOwn = file?.partnerOrg?.id === partnerOrgId || (file?.partnerOrg === null && scope.caller !== 'partner');
  if (!file || !isOwn) throw problem('stored_file_not_found');
  if (file.status !== 'ready') throw problem('file_not_ready');
  if (!isLogoMediaType(file.mediaType)) throw invalid('/logoFileId', 'not_a_picture', 'Choose a PNG, JPEG, WebP or SVG picture.');
}

async function getPartnerOrg(scope: Scope, id: string): Promise<PartnerOrg> {
  const org = await findPartnerOrg(scope, id);
  if (!org) throw problem('partner_org_not_found');
  return org;
}

/** Makes sure that parent, level and manager exist and fit. */
async function checkReferences(scope: Scope, id: string | null, parentId: string | undefined, partnership: {readonly [K in keyof Partnership]?: Partnership[K] | undefined} = {}): Promise<void> {
  const {levelId, managerId} = partnership;
  if (parentId !== undefined) {
    if (!(await partnerOrgExists(scope, parentId))) throw problem('partner_org_not_found');
    if (id !== null && [parentId, ...(await ancestorsOf(scope, parentId))].includes(id)) throw invalid('/parentId', 'cycle', 'An organisation cannot be above itself.');
  }
  if (levelId && !(await getLevelIds(scope)).includes(levelId)) throw invalid('/partnership/levelId', 'unknown_level', 'The programme has no such level.');
  if (managerId && !(await isVendorStaff(scope, managerId))) throw problem('person_not_found');
}

function invalid(pointer: string, code: string, message: string) {
  const errors: FieldError[] = [{pointer, code, message}];
  return problem('input_invalid', {errors});
}
