import {ApiError, newKey, systemRandom} from '@portico/client';
import type {DealRegistration, Receipt} from '@portico/contract';
import type {PortalController} from '../portal/portal.controller.ts';
import type {DraftKeeper} from './draft-keeper.ts';

/** What a submission came to. */
export interface Submission {
  readonly registration: DealRegistration;
  readonly receipt: Receipt;
}

/**
 * Submits, once: key, version and terms are written down before the first try and sent again just so until there is an answer, after a reload too.
 *
 * @throws ApiError. What it was sent for stays written down while nobody knows whether it arrived.
 */
export async function submitOnce(portal: PortalController, keeper: DraftKeeper, acceptTermsVersion: string | undefined): Promise<Submission> {
  const {registration} = keeper;
  if (!registration) throw new RangeError('There is no draft to submit.');
  // Somebody went on typing after a submission whose answer was lost: as long as the draft is one, a late copy of that submission meets a newer version.
  if (!keeper.isUncertain) await keeper.note({':submitKey': newKey(systemRandom), ':submitVersion': registration.version, ':submitTerms': acceptTermsVersion ?? null});
  const terms = keeper.noted(':submitTerms');
  const input = {id: registration.id, version: Number(keeper.noted(':submitVersion')), ...(terms !== null && {acceptTermsVersion: String(terms)})};
  try {
    return await portal.client.dealRegistrations.submit(input, {idempotencyKey: String(keeper.noted(':submitKey'))});
  } catch (error) {
    if (isFinal(error)) await keeper.note({':submitKey': null, ':submitVersion': null, ':submitTerms': null});
    throw error;
  }
}

/** Whether the server has decided: then the next submission is another one. */
function isFinal(error: unknown): boolean {
  return error instanceof ApiError && error.problem.status >= 400 && !error.isRetryable && error.problem.status !== 401;
}
