import type {DealBenefits, DealLine} from '@portico/contract';
import {protectionKeysOf} from '../claim-check/customer-key.rules.ts';
import {moveDeal, type DealCase} from './deal-case.ts';
import {afterDays, progressDueAtOf} from './deal-clock.rules.ts';
import {benefitOf} from './deal-program.queries.ts';
import {tellOfDeal, type Doer} from './deal-story.ts';
import type {HeldDeal} from './held-deal.queries.ts';
import {releaseProtection, takeProtection, type Protection} from './protection.queries.ts';
import {findFirst, findRivals, isEarlier, isWaiting, type Rival} from './queue.ts';

/** Stands for all products, also those that come later. */
const everyProduct = '*';

/**
 * Approves a registration for good: protection begins, what the partner gets is fixed, and its progress starts at the first stage. Who may decide is the caller's to check.
 *
 * @throws ProblemError `deal_already_protected`, `deal_status_conflict`.
 */
export async function protectDeal(held: DealCase, {by, comment, data}: {readonly by: Doer; readonly comment?: string | undefined; readonly data?: Readonly<Record<string, string>>}): Promise<HeldDeal> {
  const {policy} = held.program;
  const [stage] = policy.stages;
  await moveDeal(held, 'approve', {
    by,
    comment,
    ...(data ? {data} : {}),
    changes: {
      protected_from: held.now,
      protected_until: policy.protectionDays === null ? null : afterDays(held.now, policy.protectionDays),
      progress_due_at: progressDueAtOf(policy, held.now),
      benefits: JSON.stringify(benefitsOf(held)),
      ...(stage ? {stage: stage.key, probability: stage.probability, stage_changed_at: held.now} : {}),
    },
  });
  // Those who waited behind it notice nothing: they are behind as before.
  await holdProtection(held, rival => isEarlier(held.deal, rival));
  return held.deal;
}

/**
 * Makes the rows of the protection what the registration says now: after an approval, a change of products, or when a protection is given again.
 *
 * @param wasAheadOf - Whom it was ahead of before: they hear nothing, because nothing changes for them.
 * @throws The broken index `deal_protection_one`, which is answered as `deal_already_protected`: another registration holds one of them.
 */
export async function holdProtection(held: DealCase, wasAheadOf: (rival: Rival) => boolean = () => false): Promise<void> {
  const {deal} = held;
  const wanted = protectedBy(held);
  await releaseProtection(held, wanted);
  if (wanted.length === 0) return;
  await takeProtection(held, wanted);
  // Those that thought they were first are behind now; they are not told by whom.
  const surprised = (await findRivals(held.scope, deal.deal_registration_id)).filter(rival => isWaiting(rival) && !wasAheadOf(rival));
  for (const rival of await findFirst(held.scope, surprised, deal.deal_registration_id)) tellOfDeal({...held, deal: {...deal, ...rival}}, 'standing');
}

/** What a registration protects or would protect: pairs of a customer's key and a product, sorted. */
export function protectedBy({deal, program}: Pick<DealCase, 'deal' | 'program'>): Protection[] {
  const {domain_key: domainKey, tax_key: taxKey, name_key: nameKey, country_key: countryKey, email_key: emailKey, phone_key: phoneKey} = deal;
  const keys = protectionKeysOf({domainKey, taxKey, nameKey, countryKey, emailKey, phoneKey});
  const lines = (deal.lines as DealLine[]).map(({product}) => product);
  const products = [...new Set(lines.length > 0 ? lines : [everyProduct, ...program.products])].toSorted();
  return keys.toSorted().flatMap(key => products.map(product => [key, product] as const));
}

/** What a partner of this level gets for a deal. */
export function benefitsOf({program, partner}: Pick<DealCase, 'program' | 'partner'>): DealBenefits {
  const benefit = benefitOf(program, partner);
  return {levelName: program.levels.find(({id}) => id === partner.levelId)?.name ?? null, marginPercent: benefit?.marginPercent ?? null, priceList: benefit?.priceList ?? null};
}
