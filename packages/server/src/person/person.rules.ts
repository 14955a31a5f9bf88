import {PartnerRole, VendorRole, type FieldError, type Membership} from '@portico/contract';

/** What is wrong with a person's memberships: a role of the other side, or two for one place. */
export function membershipErrors(memberships: readonly Membership[]): FieldError[] {
  return memberships.flatMap(({partnerOrgId, roles}, index): FieldError[] => {
    const known: readonly string[] = partnerOrgId === null ? VendorRole.options : PartnerRole.options;
    const side = partnerOrgId === null ? 'vendor' : 'partner';
    return [
      ...roles.flatMap((role, position) => (known.includes(role) ? [] : [{pointer: `/memberships/${index}/roles/${position}`, code: 'role_of_other_side', message: `${role} is not a role at a ${side}.`}])),
      ...(memberships.findIndex(other => other.partnerOrgId === partnerOrgId) < index ? [{pointer: `/memberships/${index}/partnerOrgId`, code: 'duplicate', message: 'There is another membership for this place.'}] : []),
    ];
  });
}

/** Every organisation that a person belongs to or did until now: those that hear of the change. */
export function orgsOf(...lists: readonly (readonly Membership[])[]): string[] {
  return [...new Set(lists.flat().flatMap(({partnerOrgId}) => partnerOrgId ?? []))];
}
