import {dealCan, type EvidenceFile, type InfoRequest} from '@portico/contract';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import {getDealProgram} from '../deal-flow/deal-program.queries.ts';
import {openDeal, publishDealNews, type DealCase} from '../deal-flow/deal-case.ts';
import {lockDeal, type HeldDeal} from '../deal-flow/held-deal.queries.ts';
import {findDealPlace} from '../deal-registration/deal-registration.queries.ts';
import {dealReaderOf, isDealVisibleTo, isTooLate, mayMakeHappen} from '../deal-registration/deal-reader.rules.ts';
import {nowText} from '../context.ts';
import {startNews} from '../lead-flow/news.ts';
import {problem} from '../problem.ts';
import {findEvidenceFile} from './evidence-file.queries.ts';

/** @throws ProblemError `deal_registration_not_found`. */
export async function expectDealVisible(scope: Scope, dealRegistrationId: string): Promise<void> {
  if (!(await isVisible(scope, dealRegistrationId))) throw problem('deal_registration_not_found');
}

/**
 * A file whose registration the reader sees.
 *
 * @throws ProblemError `evidence_file_not_found`.
 */
export async function getVisibleFile(scope: Scope, id: string): Promise<EvidenceFile> {
  const file = await findEvidenceFile(scope, id);
  if (!file || !(await isVisible(scope, file.dealRegistrationId))) throw problem('evidence_file_not_found');
  return file;
}

/**
 * Changes the evidence of a registration under its lock, and announces it when `work` remembered to tell.
 *
 * @throws ProblemError `forbidden`, or `deal_field_read_only` unless it is a draft or its reviewer asked for evidence.
 */
export function inEvidenceOf<T>(scope: Scope, dealRegistrationId: string, work: (held: DealCase) => Promise<T>): Promise<T> {
  return elevated(scope, async system => {
    const held = await openDeal(system, startNews(), dealRegistrationId);
    if (!held) throw problem('deal_registration_not_found');
    expectOpen(scope, held.deal);
    const value = await work(held);
    await publishDealNews(system, held.news);
    return value;
  });
}

/** The same question for a part that is on its way, without the lock: completing the file asks again. */
export async function expectEvidenceOpen(scope: Scope, dealRegistrationId: string): Promise<void> {
  const deal = await elevated(scope, system => lockDeal(system, dealRegistrationId));
  if (!deal) throw problem('evidence_file_not_found');
  expectOpen(scope, deal);
}

function expectOpen(scope: Scope, deal: HeldDeal): void {
  if (!mayMakeHappen(dealReaderOf(scope), 'update', deal)) throw problem('forbidden');
  const asked = (deal.info_request as InfoRequest | null)?.fields;
  const isOpen = dealCan('update', deal.status) && !isTooLate('update', deal, nowText(scope.context)) && (asked === undefined || asked.includes('evidence'));
  if (!isOpen) throw problem('deal_field_read_only', {errors: [{pointer: '/evidence', code: 'read_only', message: 'Files can be added to a draft, and where the reviewer asked for evidence.'}]});
}

async function isVisible(scope: Scope, dealRegistrationId: string): Promise<boolean> {
  const place = await findDealPlace(scope, dealRegistrationId);
  return place !== undefined && isDealVisibleTo(dealReaderOf(scope), place, await getDealProgram(scope));
}
