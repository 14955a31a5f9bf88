import type {Api, Claim, ClaimAnswer, DealPolicy} from '@portico/contract';
import {nowText} from '../context.ts';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import {getDealProgram} from '../deal-flow/deal-program.queries.ts';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';
import {findAccountCandidates, findDealCandidates} from './candidates.queries.ts';
import {answerClaim, type ClaimedAccount, type ClaimedDeal} from './claim-answer.rules.ts';
import {insertClaimCheck, takeTurn, waitMs, type Asker} from './claim-check.queries.ts';
import {customerKeysOf, type CustomerKeys} from './customer-key.rules.ts';
import {compareCustomers} from './match.rules.ts';

/** An organisation may check so many times as often in an hour as one of its people. */
const peopleOfOrg = 5;

export const claimCheckHandlers: Handlers<Api['claimChecks']> = {
  create: async ({input, scope}) => {
    const {personId, partnerOrgId} = scope;
    if (personId === null || partnerOrgId === null) throw problem('forbidden');
    const keys = customerKeysOf(input);
    if (!isEnough(keys)) throw problem('claim_incomplete');
    const {policy} = await getDealProgram(scope);
    await refuseFishing(scope, {personId, partnerOrgId}, policy);
    const answer = await elevated(scope, system => check(system, input, keys, {partnerOrgId, policy}));
    await insertClaimCheck(scope, {personId, partnerOrgId}, keys, answer);
    return {answer, domain: keys.domainKey};
  },
};

/** A telephone number alone is not enough, nor a name without its country. */
function isEnough({domainKey, taxKey, nameKey, countryKey, emailKey}: CustomerKeys): boolean {
  return domainKey !== null || taxKey !== null || emailKey !== null || (nameKey !== null && countryKey !== null);
}

async function refuseFishing(scope: Scope, asker: Asker, {claimChecksPerHour}: DealPolicy): Promise<void> {
  await takeTurn(scope, asker);
  const wait = await waitMs(scope, asker, {person: claimChecksPerHour, partnerOrg: claimChecksPerHour * peopleOfOrg});
  if (wait > 0) throw problem('rate_limited', {violatedPolicies: ['claim_checks'], retryAfterS: Math.ceil(wait / 1000)});
}

/** Runs the same statements whatever is there, so that the time it takes says no more than the answer. */
async function check(scope: Scope, {products, dealRegistrationId}: Claim, keys: CustomerKeys, {partnerOrgId, policy}: {readonly partnerOrgId: string; readonly policy: DealPolicy}): Promise<ClaimAnswer> {
  const accounts = (await findAccountCandidates(scope, keys)).flatMap((account): ClaimedAccount[] => {
    const found = compareCustomers(keys, account);
    return found ? [{standing: account.standing, certainty: found.certainty}] : [];
  });
  const deals = (await findDealCandidates(scope, keys)).flatMap((deal): ClaimedDeal[] => {
    const found = compareCustomers(keys, deal);
    const isOwn = deal.partnerOrgId === partnerOrgId;
    const isProtected = deal.status === 'approved' || deal.status === 'converted';
    const isWaiting = deal.status === 'submitted' || deal.status === 'under_review' || deal.status === 'action_required' || deal.status === 'pending_approval';
    // Only what is one's own can be left out, so that nobody finds out about others by naming their ids.
    if (!found || !(isProtected || isWaiting) || (isOwn && deal.id === dealRegistrationId)) return [];
    return [{isOwn, isProtected, protectedUntil: deal.protectedUntil, products: deal.products, certainty: found.certainty}];
  });
  return answerClaim({products, now: nowText(scope.context), policy}, accounts, deals);
}
