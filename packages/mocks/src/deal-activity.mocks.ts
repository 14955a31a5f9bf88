import type {Api} from '@portico/contract';
import type {MockHandlers} from './handlers.ts';
import {problem} from './problem.ts';

const notYet = (): never => {
  throw problem('unavailable');
};

export const dealActivityMocks: MockHandlers<Api['dealActivities']> = {
  list: notYet,
  create: notYet,
};
