import type {Api} from '@portico/contract';
import type {MockHandlers} from './handlers.ts';
import {problem} from './problem.ts';

const notYet = (): never => {
  throw problem('unavailable');
};

export const conflictCaseMocks: MockHandlers<Api['conflictCases']> = {
  list: notYet,
  get: notYet,
  create: notYet,
  move: notYet,
  state: notYet,
  resolve: notYet,
};
