import type {Api} from '@portico/contract';
import type {MockHandlers} from './handlers.ts';
import {problem} from './problem.ts';

const notYet = (): never => {
  throw problem('unavailable');
};

export const evidenceFileMocks: MockHandlers<Api['evidenceFiles']> = {
  create: notYet,
  get: notYet,
  putPart: notYet,
  complete: notYet,
  getPart: notYet,
  delete: notYet,
};
