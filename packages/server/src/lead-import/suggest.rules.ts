import type {LeadImportField} from '@portico/contract';
import {Suggester} from '../csv-import/suggest.rules.ts';
import {headerWords, stageWords} from './header-words.rules.ts';

/** Where the columns of a file of leads seem to go. */
export const {suggestFields, suggestMapping} = new Suggester<LeadImportField>({
  headers: headerWords,
  dateFields: ['receivedAt', 'consentAt', 'acceptedAt', 'endedAt'],
  words: {stage: stageWords},
  sureFields: ['stage'],
});
