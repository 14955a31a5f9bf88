import {DealImportField, type Api} from '@portico/contract';
import {importMocksOf} from './csv-importer.ts';
import {visibleDeals} from './deal-access.ts';
import {dealRows, toValues} from './deal-import.rows.ts';
import {toDealRegistration} from './deal-views.ts';
import type {MockHandlers} from './handlers.ts';
import {problem} from './problem.ts';

const mostRows = 50_000;

export const dealImportMocks: MockHandlers<Api['dealImports']> = {
  ...importMocksOf(dealRows),
  export({format, status}, scope) {
    const deals = visibleDeals(scope).filter(deal => status === undefined || status.includes(deal.status));
    if (deals.length > mostRows) throw problem('csv_too_large');
    const rows = deals.map(deal => toValues(toDealRegistration(scope.store, deal, scope.viewer)));
    const cell = (text: string) => quoted(format === 'spreadsheet' ? guarded(text) : text);
    const lines = [DealImportField.options, ...rows.map(values => DealImportField.options.map(field => values[field]))];
    const csv = lines.map(cells => `${cells.map(cell).join(',')}\r\n`).join('');
    return {fileName: `deals-${scope.store.now().slice(0, 10)}.csv`, csv: format === 'spreadsheet' ? `\uFEFF${csv}` : csv, rows: rows.length};
  },
};

/** A spreadsheet takes what begins like this for a formula. */
function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
