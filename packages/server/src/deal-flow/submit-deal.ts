import type {Answer, DealContact, DealCustomer, DealLine, FieldError, Receipt, Tender} from '@portico/contract';
import {missingFields, type RegistrationToCheck} from '@portico/contract/deal-form-rules';
import type {Scope} from '../database/scope.ts';
import {getDealForm} from '../deal-form/deal-form.queries.ts';
import {problem} from '../problem.ts';
import {issueReceipt, takeReceiptTurn} from '../receipt/issue-receipt.queries.ts';
import {moveDeal, type DealCase, type Doer} from './deal-case.ts';
import {reviewDueAtOf} from './deal-clock.rules.ts';
import {amountIn} from './amount.rules.ts';
import {refuseOverCapacity} from './capacity.ts';
import {findStanding} from './queue.ts';

/** Partnerships that may still register deals. */
const registering: readonly string[] = ['onboarding', 'active', 'at_risk'];

/**
 * Sends a draft, or the answer to a request for information: checks it against the form, gives it its place in the queue and signs what was sent. An answer keeps the
 * place that the registration has.
 *
 * @throws ProblemError `input_invalid` with pointers into the registration, `deal_terms_not_accepted`, `deal_already_yours`, `deal_capacity_reached`, `forbidden`.
 */
export async function submitDeal(held: DealCase, {by, acceptTermsVersion}: {readonly by: Doer; readonly acceptTermsVersion?: string | undefined}): Promise<Receipt> {
  const {scope, partner, program, deal} = held;
  const isFirst = deal.status === 'draft';
  if (!registering.includes(partner.status)) throw problem('forbidden', {detail: 'The partnership does not allow registering deals now.'});
  const filled = await filledOf(held);
  const errors = [...missingFields(await getDealForm(scope), filled, {levelId: partner.levelId}), ...notSold(held)];
  if (errors.length > 0) throw problem('input_invalid', {errors});
  const {terms} = program.policy;
  if (isFirst && terms && acceptTermsVersion !== terms.version) throw problem('deal_terms_not_accepted');

  // From here to the commit no other submission of the programme is before or beside this one.
  const turn = await takeReceiptTurn(scope);
  const place = isFirst ? turn.sequence : deal.queue_number;
  const {isBehind, isRepeated} = await findStanding(scope, deal, place);
  if (isRepeated) throw problem('deal_already_yours');
  if (isFirst) await refuseOverCapacity(scope, program, partner);
  const standing = isBehind ? 'behind' : 'first';
  const receipt = await issueReceipt(scope, {dealRegistrationId: deal.deal_registration_id, number: deal.number, partnerOrgId: deal.partner_org_id, content: contentOf(held, filled), standing});
  const {number, submittedAt, sequence} = receipt.statement;
  await moveDeal(held, isFirst ? 'submit' : 'resubmit', {
    by,
    data: {number, standing},
    changes: {
      submitted_by: by.personId,
      ...(acceptTermsVersion === undefined ? {} : {terms_version: acceptTermsVersion}),
      ...(isFirst
        ? {number, submitted_at: submittedAt, queue_number: sequence, submission_count: deal.submission_count + 1, review_due_at: reviewDueAtOf(program.policy, submittedAt, {calendar: program.calendar, timeZone: program.timeZone})}
        : {}),
    },
  });
  return receipt;
}

/** Lines with products that the programme does not have, or that the partner may not sell. */
function notSold({deal, partner, program}: DealCase): FieldError[] {
  const isSold = (product: string): boolean => program.products.includes(product) && (partner.products.length === 0 || partner.products.includes(product));
  return (deal.lines as DealLine[]).flatMap(({product}, index) => (isSold(product) ? [] : [{pointer: `/lines/${index}/product`, code: 'option_unknown', message: 'The programme does not have this product, or you may not sell it.'}]));
}

interface Filled extends RegistrationToCheck {
  readonly evidence: readonly {readonly fileName: string; readonly sha256: string; readonly status: 'ready'}[];
}

/** What the form looks at. */
async function filledOf({scope, deal}: DealCase): Promise<Filled> {
  return {
    registrationType: deal.registration_type,
    name: deal.name,
    description: deal.description,
    useCase: deal.use_case,
    customer: deal.customer as DealCustomer,
    contact: deal.contact as DealContact,
    lines: deal.lines as DealLine[],
    estimatedAmount: amountIn(deal),
    contractType: deal.contract_type,
    contractTermMonths: deal.contract_term_months,
    expectedCloseOn: deal.expected_close_on,
    competitors: deal.competitors,
    incumbent: deal.incumbent,
    tender: deal.tender as Tender | null,
    supportRequested: deal.support_requested,
    answers: deal.answers as Answer[],
    evidence: await readyEvidence(scope, deal.deal_registration_id),
  };
}

/** What is signed: everything the partner said, and the files by their hashes. */
function contentOf({deal}: DealCase, {evidence, ...filled}: Filled): Record<string, unknown> {
  return {...filled, externalId: deal.external_id, hideFromDistributor: deal.hide_from_distributor, evidence: evidence.map(({fileName, sha256}) => ({fileName, sha256}))};
}

async function readyEvidence({db, tenantId}: Scope, dealId: string): Promise<Filled['evidence']> {
  const rows = await db
    .selectFrom('evidence_file')
    .select(['file_name', 'sha256'])
    .where('tenant_id', '=', tenantId)
    .where('deal_registration_id', '=', dealId)
    .where('status', '=', 'ready')
    .orderBy('created_at')
    .orderBy('evidence_file_id')
    .execute();
  return rows.map(row => ({fileName: row.file_name, sha256: row.sha256 ?? '', status: 'ready'}));
}
