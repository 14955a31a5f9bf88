import type {Membership, Person, api} from '@portico/contract';
import {recordChange} from '../changes/record-change.ts';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import type {Handlers} from '../handlers.ts';
import {expectVersion, problem} from '../problem.ts';
import {countPartnerOrgs, endSessionsOf, findPerson, insertPerson, listPeople, lockPerson, setMemberships, updatePerson} from './person.queries.ts';
import {membershipErrors, orgsOf} from './person.rules.ts';

export const personHandlers: Handlers<typeof api.people> = {
  list: ({input, scope}) => listPeople(scope, input),

  get: ({input, scope}) => getPerson(scope, input.id),

  create: async ({input, scope}) => {
    await checkMemberships(scope, input.memberships);
    refuseVendorRoles(scope, input.memberships);
    const id = newId(scope.context);
    await insertPerson(scope, id, input, nowText(scope.context));
    await recordChange(scope, {resource: 'person', id, action: 'create', partnerOrgIds: orgsOf(input.memberships), changes: {memberships: input.memberships}});
    return getPerson(scope, id);
  },

  update: async ({input: {id, version, memberships, ...changes}, scope}) => {
    const locked = await lockPerson(scope, id);
    if (!locked) throw problem('person_not_found');
    const before = await getPerson(scope, id);
    await expectVersion(locked, version, async () => before);
    const now = nowText(scope.context);
    if (memberships) {
      await checkMemberships(scope, memberships);
      refuseVendorRoles(scope, [...before.memberships, ...memberships]);
      await setMemberships(scope, id, memberships, now);
    }
    if (changes.active === false) await endSessionsOf(scope, id, now);
    await updatePerson(scope, id, changes, now);
    // Names of fields only: a person's data stays out of the audit log.
    const noted = {fields: Object.keys(changes), ...(memberships ? {memberships: {before: before.memberships, after: memberships}} : {})};
    await recordChange(scope, {resource: 'person', id, action: 'update', partnerOrgIds: orgsOf(before.memberships, memberships ?? []), changes: noted});
    return getPerson(scope, id);
  },
};

async function getPerson(scope: Scope, id: string): Promise<Person> {
  const person = await findPerson(scope, id);
  if (!person) throw problem('person_not_found');
  return person;
}

async function checkMemberships(scope: Scope, memberships: readonly Membership[]): Promise<void> {
  const errors = membershipErrors(memberships);
  if (errors.length > 0) throw problem('input_invalid', {errors});
  const orgs = orgsOf(memberships);
  if ((await countPartnerOrgs(scope, orgs)) < orgs.length) throw problem('partner_org_not_found');
}

/** Who may see all of the programme is said by those who may do everything in it; nobody raises themselves. */
function refuseVendorRoles({caller, roles}: Scope, memberships: readonly Membership[]): void {
  if (caller !== 'vendor' || roles.includes('channel_admin')) return;
  if (memberships.some(({partnerOrgId}) => partnerOrgId === null)) throw problem('forbidden', {detail: 'Only a channel admin decides about roles of vendor staff.'});
}
