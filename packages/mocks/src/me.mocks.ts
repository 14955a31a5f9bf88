import type {Api} from '@portico/contract';
import type {MockHandlers} from './handlers.ts';
import {toMe} from './viewer.ts';

export const meMocks: MockHandlers<Api['me']> = {
  get: (_, {store, viewer}) => toMe(viewer, store),
};
