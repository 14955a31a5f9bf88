import type {Answer, DealContact, DealCustomer, DealLine, InfoRequest} from '@portico/contract';
import {answerErrors, snapshotAnswers} from '@portico/contract/deal-form-rules';
import {changeDeal, tellOfDeal, type DealCase} from '../deal-flow/deal-case.ts';
import {amountIn} from '../deal-flow/amount.rules.ts';
import {amountColumnsOf, columnsOf} from '../deal-flow/draft-deal.ts';
import {getDealForm} from '../deal-form/deal-form.queries.ts';
import {problem} from '../problem.ts';
import {changedFields, readOnlyErrors, type FieldChanges} from './deal-fields.rules.ts';

/**
 * Changes what the partner filled in: all of a draft, or the fields that a reviewer asked for. What is sent as it is changes nothing, so a whole form may be sent.
 *
 * @throws ProblemError `deal_field_read_only` naming the fields, `input_invalid`.
 */
export async function updateFields(held: DealCase, changes: FieldChanges): Promise<void> {
  const {deal} = held;
  const changed = changedFields(deal, changes);
  if (changed.length === 0) return;
  if (deal.status === 'action_required') {
    const errors = readOnlyErrors(changed, (deal.info_request as InfoRequest).fields);
    if (errors.length > 0) throw problem('deal_field_read_only', {errors});
  }
  const {answers, customer, contact, estimatedAmount, ...plain} = changes;
  const lines = plain.lines ?? (deal.lines as DealLine[]);
  await changeDeal(held, {
    ...columnsOf(plain),
    ...(customer ? {customer: JSON.stringify({...(deal.customer as DealCustomer), ...given(customer)})} : {}),
    ...(contact ? {contact: JSON.stringify({...(deal.contact as DealContact), ...given(contact)})} : {}),
    ...(plain.lines || estimatedAmount !== undefined ? amountColumnsOf(lines, estimatedAmount === undefined ? amountIn(deal) : estimatedAmount) : {}),
    ...(answers ? {answers: JSON.stringify(await keptAnswers(held, answers))} : {}),
  });
  // Names of fields, not what is in them.
  tellOfDeal(held, 'update', {fields: changed}, deal);
}

async function keptAnswers({scope, deal}: DealCase, given: NonNullable<FieldChanges['answers']>): Promise<Answer[]> {
  const form = await getDealForm(scope);
  const kept = deal.answers as Answer[];
  const errors = answerErrors(form, given, kept);
  if (errors.length > 0) throw problem('input_invalid', {errors});
  return snapshotAnswers(form, given, kept);
}

function given(changes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
