import type {Scope} from '../database/scope.ts';
import {lockLead} from '../lead/held-lead.queries.ts';
import {isOpen} from '../lead-offer/lead-offer.rules.ts';
import {problem} from '../problem.ts';
import type {LeadCase} from './lead-case.ts';

/** Whether this reader may act for a partner: a channel manager for those assigned to them, everybody else for all. */
export async function mayActFor({db, tenantId, programId, managerId}: Scope, partnerOrgId: string): Promise<boolean> {
  if (managerId === null) return true;
  const row = await db.selectFrom('partnership').select('manager_id').where('tenant_id', '=', tenantId).where('program_id', '=', programId).where('partner_org_id', '=', partnerOrgId).executeTakeFirst();
  return row?.manager_id === managerId;
}

/**
 * Makes sure that a channel manager sees the lead they want to act on, and locks it. Call it before rights are elevated, which lifts what it goes by.
 *
 * @throws ProblemError `lead_not_found`.
 */
export async function lockOwnLead(scope: Scope, id: string): Promise<void> {
  if (scope.managerId !== null && !(await lockLead(scope, id))) throw problem('lead_not_found');
}

/**
 * A channel manager reads on what one of their partners once had, but acts only while no colleague's partner has it.
 *
 * @throws ProblemError `forbidden`.
 */
export async function refuseOthersLead(scope: Scope, {offers}: LeadCase): Promise<void> {
  if (scope.managerId === null) return;
  const open = offers.filter(({status}) => isOpen(status));
  if (open.length === 0) return;
  for (const {partnerOrgId} of open) if (await mayActFor(scope, partnerOrgId)) return;
  throw problem('forbidden', {detail: 'The lead is with a partner of another channel manager.'});
}

/** @throws ProblemError `forbidden` when the partner is not one of this channel manager's. */
export async function refuseOthersPartner(scope: Scope, partnerOrgId: string): Promise<void> {
  if (!(await mayActFor(scope, partnerOrgId))) throw problem('forbidden', {detail: 'This partner is assigned to another channel manager.'});
}
