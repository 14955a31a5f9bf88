import type {Api} from '@portico/contract';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';

const notYet = async (): Promise<never> => {
  throw problem('unavailable');
};

export const dealReviewHandlers: Handlers<Api['dealReviews']> = {
  similar: notYet,
  assign: notYet,
  requestInfo: notYet,
  sendForApproval: notYet,
  approve: notYet,
  reject: notYet,
  delegate: notYet,
  markDuplicate: notYet,
  cancel: notYet,
  convert: notYet,
  confirmWin: notYet,
  void: notYet,
  postpone: notYet,
};
