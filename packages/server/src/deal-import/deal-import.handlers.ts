import type {Api} from '@portico/contract';
import type {Handlers} from '../handlers.ts';
import {problem} from '../problem.ts';

const notYet = async (): Promise<never> => {
  throw problem('unavailable');
};

export const dealImportHandlers: Handlers<Api['dealImports']> = {
  preview: notYet,
  create: notYet,
  list: notYet,
  get: notYet,
  export: notYet,
};
