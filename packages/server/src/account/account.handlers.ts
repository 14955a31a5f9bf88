import type {Api} from '@portico/contract';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';

const notYet = async (): Promise<never> => {
  throw problem('unavailable');
};

export const accountHandlers: Handlers<Api['accounts']> = {
  list: notYet,
  get: notYet,
  upsert: notYet,
  delete: notYet,
};
