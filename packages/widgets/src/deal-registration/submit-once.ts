import {ApiError, newKey, systemRandom} from '@portico/client';
import type {DealFields, DealRegistration, Receipt} from '@portico/contract';
import {isUnreachable} from '../base/failure.ts';
import type {PortalController} from '../portal/portal.controller.ts';
import {DealRegistrationSubmitEvent} from './deal-registration.events.ts';
import type {DraftKeeper} from './draft-keeper.ts';

/** What a submission came to. */
export interface Submission {
  readonly registration: DealRegistration;
  readonly receipt: Receipt;
}

/** What is submitted, and by whom. */
export interface SubmitOptions {
  readonly portal: PortalController;
  readonly keeper: DraftKeeper;
  /** Version of the terms that were accepted. */
  readonly terms: () => string | undefined;
  readonly fields: () => DealFields | undefined;
  /** Hears of it first, and may say no. */
  readonly host: Pick<EventTarget, 'dispatchEvent'>;
}

/**
 * Saves what is typed and submits it, once, whatever becomes of the answers.
 *
 * @returns What the server answered; `incomplete` when it would not keep some field, `cancelled` when the page said no.
 * @throws What went wrong.
 */
export async function submitDeal({portal, keeper, terms, fields, host}: SubmitOptions): Promise<Submission | 'incomplete' | 'cancelled'> {
  const wasUncertain = keeper.isUncertain;
  // What was typed after a submission whose answer was lost: if it can be saved, that submission did not arrive, and cannot any more.
  if (!wasUncertain || keeper.isDirty) {
    keeper.hold(false);
    const isSaved = await keeper.save();
    // Without a connection there is nothing to submit yet: that it is meant to be is kept with the draft.
    if (!isSaved && !wasUncertain && isUnreachable(keeper.error)) await keeper.note({':submitSoon': 1, ':submitTerms': terms() ?? null});
    if (isSaved && wasUncertain) await keeper.note({':submitKey': null});
    if (!isSaved && !wasUncertain) throw keeper.error;
    if (isSaved) await keeper.ensure();
    if (keeper.refused.issues.length > 0) return 'incomplete';
  }
  const {registration} = keeper;
  const value = fields();
  if (!registration || !value) return 'incomplete';
  if (!host.dispatchEvent(new DealRegistrationSubmitEvent({registration, value}))) return 'cancelled';
  keeper.hold(true);
  return submitOnce(portal, keeper, registration, terms());
}

/** Key, version and terms are written down before the first try and sent again just so until there is an answer, after a reload too. */
async function submitOnce(portal: PortalController, keeper: DraftKeeper, {id, version}: DealRegistration, acceptTermsVersion: string | undefined): Promise<Submission> {
  if (!keeper.isUncertain) await keeper.note({':submitKey': newKey(systemRandom), ':submitVersion': version, ':submitTerms': acceptTermsVersion ?? null});
  const terms = keeper.noted(':submitTerms');
  const input = {id, version: Number(keeper.noted(':submitVersion')), ...(terms !== null && {acceptTermsVersion: String(terms)})};
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
