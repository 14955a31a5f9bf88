import type {Api} from '@portico/contract';
import type {MockHandlers} from './handlers.ts';
import {problem} from './problem.ts';

const notYet = (): never => {
  throw problem('unavailable');
};

export const accountMocks: MockHandlers<Api['accounts']> = {
  list: notYet,
  get: notYet,
  upsert: notYet,
  delete: notYet,
};
