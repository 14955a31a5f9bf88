import {dealCan, type DealEvent, type DealRegistration} from '@portico/contract';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import {dealReaderOf, isDealVisibleTo, isTooLate, mayMakeHappen} from '../deal-registration/deal-reader.rules.ts';
import {findDealPlace, findDealRegistration} from '../deal-registration/deal-registration.queries.ts';
import {startNews} from '../lead-flow/news.ts';
import {expectVersion, problem} from '../problem.ts';
import {openDeal, publishDealNews, type DealCase, type Doer} from './deal-case.ts';
import {getDealProgram} from './deal-program.queries.ts';

/** Who acts, for the story. */
export function dealDoerOf({caller, personId}: Scope): Doer {
  return {side: caller === 'partner' ? 'partner' : caller === 'system' ? 'system' : 'vendor', personId};
}

/**
 * Reads one registration for its reader.
 *
 * @throws ProblemError `deal_registration_not_found`, also for one that they may not see.
 */
export async function readDeal(scope: Scope, id: string): Promise<DealRegistration> {
  const deal = await findDealRegistration(scope, id);
  if (!deal) throw problem('deal_registration_not_found');
  return deal;
}

/**
 * Makes sure that the reader sees a registration; row-level security alone does not know colleagues and drafts.
 *
 * @throws ProblemError `deal_registration_not_found`.
 */
export async function expectVisible(scope: Scope, id: string): Promise<void> {
  const place = await findDealPlace(scope, id);
  if (!place || !isDealVisibleTo(dealReaderOf(scope), place, await getDealProgram(scope))) throw problem('deal_registration_not_found');
}

/**
 * Lets somebody act on a registration: locks it, checks that they see it, their version, that the event is theirs and the table of transitions, then acts and announces.
 *
 * @param input.version - The version they saw; left out where repeating does no harm.
 * @param event - `null` when it depends on what is found.
 * @returns What `act` returned.
 * @throws ProblemError `deal_registration_not_found`, `version_conflict`, `forbidden`, `deal_status_conflict`.
 */
export async function inDeal<T>(scope: Scope, input: {readonly id: string; readonly version?: number}, event: DealEvent | null, act: (held: DealCase) => Promise<T>): Promise<T> {
  await expectVisible(scope, input.id);
  const reader = dealReaderOf(scope);
  return elevated(scope, async system => {
    const held = await openDeal(system, startNews(), input.id);
    // Looked at again under the lock: it may have been given to a colleague meanwhile.
    if (!held || !isDealVisibleTo(reader, held.deal, held.program)) throw problem('deal_registration_not_found');
    if (input.version !== undefined) await expectVersion(held.deal, input.version, () => findDealRegistration(scope, input.id));
    if (event) expectPossible(scope, held, event);
    const value = await act(held);
    await publishDealNews(system, held.news);
    return value;
  });
}

/** The same, and answers the registration as they see it afterwards. */
export async function actOnDeal(scope: Scope, input: {readonly id: string; readonly version?: number}, event: DealEvent | null, act: (held: DealCase) => Promise<unknown>): Promise<DealRegistration> {
  await inDeal(scope, input, event, act);
  return readDeal(scope, input.id);
}

/** @throws ProblemError `forbidden` or `deal_status_conflict` when this reader cannot make the event happen now. */
export function expectPossible(scope: Scope, {deal, now}: DealCase, event: DealEvent): void {
  if (!mayMakeHappen(dealReaderOf(scope), event, deal)) throw problem('forbidden');
  if (!dealCan(event, deal.status) || isTooLate(event, deal, now)) throw problem('deal_status_conflict');
}
