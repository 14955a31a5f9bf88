import type {Api} from '@portico/contract';
import type {MockHandlers} from './handlers.ts';
import {problem} from './problem.ts';

const notYet = (): never => {
  throw problem('unavailable');
};

export const dealChangeMocks: MockHandlers<Api['dealChanges']> = {
  list: notYet,
  extend: notYet,
  amend: notYet,
  transfer: notYet,
  approve: notYet,
  reject: notYet,
  withdraw: notYet,
};
