import type {Lead} from '@portico/contract';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import {openCase, type LeadCase} from '../lead-flow/lead-case.ts';
import {lockOwnLead, refuseOthersLead} from '../lead-flow/managed-partners.queries.ts';
import {publishNews, startNews} from '../lead-flow/news.ts';
import {expectVersion, problem} from '../problem.ts';
import {findLead} from './lead.queries.ts';
import {leadProblemOf, type LeadAct} from './lead.rules.ts';

/**
 * Reads one lead.
 *
 * @throws ProblemError `lead_not_found`.
 */
export async function readLead(scope: Scope, id: string): Promise<Lead> {
  const lead = await findLead(scope, id);
  if (!lead) throw problem('lead_not_found');
  return lead;
}

/**
 * Lets the vendor act on a lead: locks it, checks their version and whether its status allows the act, acts, announces, and answers the lead as it is then.
 *
 * @param check - Checks the status another way than by the rules' table.
 * @throws ProblemError `lead_not_found`, `version_conflict`, `forbidden` while a partner of another channel manager has it, and what the status forbids.
 */
export async function actOnLead(scope: Scope, {id, version}: {readonly id: string; readonly version: number}, act: LeadAct, work: (held: LeadCase) => Promise<unknown>, check = checkStatus): Promise<Lead> {
  await lockOwnLead(scope, id);
  return elevated(scope, async system => {
    const news = startNews();
    const held = await openCase(system, news, id);
    if (!held) throw problem('lead_not_found');
    await expectVersion(held.lead, version, () => readLead(scope, id));
    await refuseOthersLead(scope, held);
    check(held, act);
    await work(held);
    await publishNews(system, news);
    // As the system sees it: when routing gave it to a colleague's partner, whoever had it routed is still told to whom.
    return readLead(system, id);
  });
}

function checkStatus({lead}: LeadCase, act: LeadAct): void {
  const refusal = leadProblemOf(act, lead.status);
  if (refusal) throw problem(refusal);
}
