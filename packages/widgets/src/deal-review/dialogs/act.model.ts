import type {DealForm, DealRegistration} from '@portico/contract';
import {standardFieldOrder, useOf, visibleFields} from '@portico/contract/deal-form-rules';
import type {ReviewAct} from '../deal-review.calls.ts';
import type {ReviewInput} from '../deal-review.input.ts';

/** What a dialog asks for. */
export interface Question {
  /** Who reads the comment; `required` when the act needs one. */
  readonly comment?: {readonly for: 'partner' | 'vendor'; readonly required?: boolean};
  readonly help?: 'help_approve' | 'help_cancel' | 'help_void' | 'help_mark_duplicate' | 'help_propose_transfer' | 'help_open_conflict';
  readonly tone?: 'danger';
  /** Words, a choice or a list of its own. */
  readonly asks?: 'person' | 'fields' | 'reason' | 'other' | 'opportunityRef' | 'day' | 'partner' | 'moveTo' | 'resolution';
}

/** What each act asks before it is sent. */
export const questions: Readonly<Record<ReviewAct, Question>> = {
  take: {},
  assign: {asks: 'person'},
  request_info: {asks: 'fields', comment: {for: 'partner', required: true}},
  send_for_approval: {},
  approve: {help: 'help_approve', comment: {for: 'vendor'}},
  reject: {asks: 'reason', comment: {for: 'partner'}, tone: 'danger'},
  delegate: {asks: 'person', comment: {for: 'vendor'}},
  mark_duplicate: {asks: 'other', help: 'help_mark_duplicate', comment: {for: 'partner'}, tone: 'danger'},
  cancel: {help: 'help_cancel', comment: {for: 'partner', required: true}, tone: 'danger'},
  convert: {asks: 'opportunityRef'},
  confirm_win: {},
  void: {help: 'help_void', comment: {for: 'partner', required: true}, tone: 'danger'},
  postpone: {asks: 'day', comment: {for: 'vendor'}},
  propose_transfer: {asks: 'partner', help: 'help_propose_transfer', comment: {for: 'partner', required: true}},
  approve_change: {comment: {for: 'partner'}},
  reject_change: {comment: {for: 'partner'}, tone: 'danger'},
  open_conflict: {asks: 'other', help: 'help_open_conflict', comment: {for: 'vendor', required: true}},
  move_conflict: {asks: 'moveTo', comment: {for: 'vendor'}},
  resolve_conflict: {asks: 'resolution', comment: {for: 'vendor', required: true}},
};

/** Fields that a partner can be asked for: those of the form by their names in the API, and the vendor's own by key. */
export function askableFields(form: DealForm, deals: readonly DealRegistration[]) {
  const standard = ['name', 'customer.name', 'customer.country', ...standardFieldOrder.filter(field => useOf(form, field) !== 'hidden' || field === 'evidence')];
  const shown = new Set(deals.flatMap(({answers, customer, registrationType}) => visibleFields(form, answers, {country: customer.country, registrationType}).map(({key}) => key)));
  return {standard, own: form.fields.filter(({key}) => shown.has(key))};
}

/** What is missing before an act can be sent: the name of the first gap. */
export function findGap(act: ReviewAct, input: ReviewInput): Question['asks'] | 'comment' | 'share' | undefined {
  const {asks, comment} = questions[act];
  const missing: Partial<Record<NonNullable<Question['asks']>, boolean>> = {
    person: input.person === undefined,
    fields: (input.fields ?? []).length === 0,
    reason: input.reason === undefined,
    other: input.otherId === undefined,
    opportunityRef: !input.opportunityRef,
    day: !input.day,
    partner: input.partner === undefined,
    moveTo: input.moveTo === undefined,
    resolution: input.resolution === undefined,
  };
  if (asks && missing[asks]) return asks;
  if (asks === 'resolution' && input.resolution === 'split' && !isPercent(input.sharePercent)) return 'share';
  return comment?.required && !input.comment?.trim() ? 'comment' : undefined;
}

function isPercent(value: number | undefined): boolean {
  return value !== undefined && Number.isInteger(value) && value >= 0 && value <= 100;
}
