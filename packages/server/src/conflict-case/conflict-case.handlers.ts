import type {Api} from '@portico/contract';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';

const notYet = async (): Promise<never> => {
  throw problem('unavailable');
};

export const conflictCaseHandlers: Handlers<Api['conflictCases']> = {
  list: notYet,
  get: notYet,
  create: notYet,
  move: notYet,
  state: notYet,
  resolve: notYet,
};
