import type {Api} from '@portico/contract';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';

const notYet = async (): Promise<never> => {
  throw problem('unavailable');
};

export const evidenceFileHandlers: Handlers<Api['evidenceFiles']> = {
  create: notYet,
  get: notYet,
  putPart: notYet,
  complete: notYet,
  getPart: notYet,
  delete: notYet,
};
