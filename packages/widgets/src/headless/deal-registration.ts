import type {ClaimCheck, DealRegistration, EvidenceFile, Receipt} from '@portico/contract';
import type {ClaimState} from '../deal-registration/claim-watch.ts';
import type {FormStep} from '../deal-registration/deal-fields.model.ts';
import {DealRegistrationController} from '../deal-registration/deal-registration.controller.ts';
import type {DealRegistrationStatus, DealSetup, DealSubject, FieldIssue} from '../deal-registration/deal-registration.model.ts';
import type {Values} from '../deal-registration/deal-values.model.ts';
import type {DraftKeeper} from '../deal-registration/draft-keeper.ts';
import type {HeadlessPortal} from './create-portal.ts';
import {follow, type Headless} from './follow.ts';
import {stateOf, type WidgetState} from './widget-state.ts';

export {DealRegistrationController};

/** What a form for a deal shows. Its status is `form` while it can be filled in, `done` with a receipt, `closed` when it can not be changed any more. */
export interface DealRegistrationState extends WidgetState<DealRegistrationStatus> {
  /** The vendor's form, the rules, and how many open registrations still fit. */
  readonly setup: DealSetup | undefined;
  /** What is typed, by path: `customer.name`, `lines.0.quantity`. */
  readonly values: Values;
  /** How far saving has come. */
  readonly saved: DraftKeeper['state'] | undefined;
  /** The pages of the form, and what is on each. */
  readonly steps: readonly FormStep[];
  /** The page that is shown. */
  readonly step: FormStep['id'];
  /** What has to be mended, as far as somebody asked to go on. */
  readonly issues: readonly FieldIssue[];
  /** Whether the customer is free: how far the question has come, and the answer. */
  readonly claim: {readonly state: ClaimState; readonly check: ClaimCheck | undefined};
  /** Files that the server has. */
  readonly evidence: readonly EvidenceFile[];
  /** The registration at the server, once it has one. */
  readonly registration: DealRegistration | undefined;
  readonly isSubmitting: boolean;
  /** The proof of the last submission. */
  readonly receipt: Receipt | undefined;
  /** Why the last submission did not take effect, when it is none of the fields. */
  readonly refusal: unknown;
}

/**
 * A form that registers one deal, without a view.
 *
 * @param subject - A draft, a lead, or what to begin with.
 */
export function createDealRegistration(portal: HeadlessPortal, subject?: DealSubject): Headless<DealRegistrationController, DealRegistrationState> {
  return follow(
    portal,
    host => {
      const deal = new DealRegistrationController(host, () => portal.locale);
      if (subject) deal.show(subject);
      return deal;
    },
    deal => ({
      ...stateOf(portal, deal),
      setup: deal.setup.value,
      values: deal.values,
      saved: deal.keeper?.state,
      steps: deal.steps,
      step: deal.step,
      issues: deal.issues,
      claim: {state: deal.claim?.state ?? 'none', check: deal.claim?.check},
      evidence: deal.evidence?.files ?? [],
      registration: deal.registration,
      isSubmitting: deal.isSubmitting,
      receipt: deal.receipt,
      refusal: deal.refusal,
    }),
  );
}
