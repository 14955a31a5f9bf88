import {defineRoutes} from '../route.ts';
import {Claim, ClaimCheck} from './claim-check.schema.ts';

export const claimCheckRoutes = defineRoutes({
  /** Says whether a customer is free. Limited by person and organisation, and logged, so that nobody can read the customer list out of it. */
  create: {method: 'POST', path: '/claim-checks', input: Claim, response: ClaimCheck, callers: ['partner'], problems: ['claim_incomplete']},
});
