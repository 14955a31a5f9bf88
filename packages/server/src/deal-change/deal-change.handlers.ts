import type {Api} from '@portico/contract';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';

const notYet = async (): Promise<never> => {
  throw problem('unavailable');
};

export const dealChangeHandlers: Handlers<Api['dealChanges']> = {
  list: notYet,
  extend: notYet,
  amend: notYet,
  transfer: notYet,
  approve: notYet,
  reject: notYet,
  withdraw: notYet,
};
