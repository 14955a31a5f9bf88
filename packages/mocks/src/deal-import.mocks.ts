import type {Api} from '@portico/contract';
import type {MockHandlers} from './handlers.ts';
import {problem} from './problem.ts';

const notYet = (): never => {
  throw problem('unavailable');
};

export const dealImportMocks: MockHandlers<Api['dealImports']> = {
  preview: notYet,
  create: notYet,
  list: notYet,
  get: notYet,
  export: notYet,
};
