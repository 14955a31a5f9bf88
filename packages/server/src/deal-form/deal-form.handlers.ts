import type {Api} from '@portico/contract';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';

const notYet = async (): Promise<never> => {
  throw problem('unavailable');
};

export const dealFormHandlers: Handlers<Api['dealForm']> = {
  get: notYet,
  update: notYet,
};
