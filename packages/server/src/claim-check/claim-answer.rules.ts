import type {Account, ClaimAnswer, DealPolicy} from '@portico/contract';
import {timesOverlap, productsOverlap, type Certainty} from './match.rules.ts';

/** An account that matches a claim. */
export interface ClaimedAccount {
  readonly standing: Account['standing'];
  readonly certainty: Certainty;
}

/** A registration that matches a claim, and waits for a decision or is protected. */
export interface ClaimedDeal {
  /** Of the organisation that asks. */
  readonly isOwn: boolean;
  readonly isProtected: boolean;
  /** ISO text; `null` without an end. */
  readonly protectedUntil: string | null;
  readonly products: readonly string[];
  readonly certainty: Certainty;
}

/**
 * What a partner hears. Of several answers the first counts:
 *
 * 1. `your_own`: the organisation has the customer for these products itself. It knows that already, and what it can do next lies there.
 * 2. `protected_by_other`: nothing it could do would get it the deal now, whatever the vendor does itself.
 * 3. `direct_sales_active`: the vendor's own people are at it; a stronger no than
 * 4. `existing_customer`, which another product may still be sold to.
 * 5. `possible_conflict`: somebody else waits for a decision, or something looks alike. Look at it, register, and the vendor decides.
 * 6. `clear`.
 *
 * What is only possible never says more than `possible_conflict`: a similar name must not tell who is protected.
 *
 * @param claim.now - ISO text.
 */
export function answerClaim({products, now, policy}: {readonly products: readonly string[]; readonly now: string; readonly policy: Pick<DealPolicy, 'claimAnswers'>}, accounts: readonly ClaimedAccount[], deals: readonly ClaimedDeal[]): ClaimAnswer {
  const competing = deals.filter(deal => productsOverlap(products, deal.products) && timesOverlap({from: now, until: null}, {from: '', until: deal.isProtected ? deal.protectedUntil : null}));
  const isSure = ({certainty}: {readonly certainty: Certainty}): boolean => certainty !== 'possible';
  const others = competing.filter(({isOwn}) => !isOwn);
  if (competing.some(deal => deal.isOwn && isSure(deal))) return 'your_own';
  const answer = ((): ClaimAnswer => {
    if (others.some(deal => deal.isProtected && isSure(deal))) return 'protected_by_other';
    if (accounts.some(account => account.standing === 'direct_sales_active' && isSure(account))) return 'direct_sales_active';
    if (accounts.some(account => account.standing === 'existing_customer' && isSure(account))) return 'existing_customer';
    const isAlike = others.length > 0 || accounts.some(account => account.standing !== 'prospect');
    return isAlike ? 'possible_conflict' : 'clear';
  })();
  return policy.claimAnswers === 'coarse' && answer !== 'clear' ? 'possible_conflict' : answer;
}
