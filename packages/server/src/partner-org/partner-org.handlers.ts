import type {FieldError, PartnerOrg, Partnership, api} from '@portico/contract';
import {recordChange} from '../changes/record-change.ts';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {refuseOthersPartner} from '../lead-flow/managed-partners.queries.ts';
import {expectVersion, problem} from '../problem.ts';
import {ancestorsOf, findPartnerOrg, getLevelIds, insertPartnerOrg, isVendorStaff, listPartnerOrgs, lockPartnerOrg, partnerOrgExists, updatePartnerOrg} from './partner-org.queries.ts';

export const partnerOrgHandlers: Handlers<typeof api.partnerOrgs> = {
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
};

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
