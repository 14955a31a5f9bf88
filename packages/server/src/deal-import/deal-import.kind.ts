import type {DealImportField} from '@portico/contract';
import type {ImportKind} from '../csv-import/import-kind.ts';
import {Suggester} from '../csv-import/suggest.rules.ts';
import {readDealRow, type ReadDeal} from './deal-row.rules.ts';
import {readDealSetting, type DealSetting} from './deal-setting.queries.ts';
import {headerWords, statusWords} from './header-words.rules.ts';
import {importDeals} from './import-deals.ts';
import {findKnownDeals, nameOfRow} from './known-deals.queries.ts';
import {concludeImport} from './queued-behind.queries.ts';

const {suggestFields, suggestMapping} = new Suggester<DealImportField>({
  headers: headerWords,
  dateFields: ['submittedAt', 'protectedFrom', 'protectedUntil', 'endedAt', 'expectedCloseOn'],
  words: {status: statusWords},
  sureFields: ['status'],
});

/** Imports of deal registrations. */
export const dealImportKind: ImportKind<DealImportField, ReadDeal, DealSetting> = {
  table: 'deal_import',
  gathering: ['products', 'competitors', 'description'],
  suggestFields,
  suggestMapping,
  readSetting: readDealSetting,
  readRow: readDealRow,
  nameOf: nameOfRow,
  isSlow: () => false,
  findKnownRows: findKnownDeals,
  write: importDeals,
  conclude: concludeImport,
};
