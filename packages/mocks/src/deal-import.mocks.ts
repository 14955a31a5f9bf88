import {DealImportField, type Api, type DealExport} from '@portico/contract';
import {importMocksOf} from './csv-importer.ts';
import {visibleDeals} from './deal-access.ts';
import {dealRows, toValues} from './deal-import.rows.ts';
import {toDealRegistration} from './deal-views.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {problem} from './problem.ts';

const pageRows = 500;

export const dealImportMocks: MockHandlers<Api['dealImports']> = {
  ...importMocksOf(dealRows),
  export({format, status}, scope) {
    const deals = visibleDeals(scope).filter(deal => status === undefined || status.includes(deal.status));
    const {store, viewer} = scope;
    const rows = deals.map(deal => toValues(toDealRegistration(store, deal, viewer)));
    const cell = (text: string) => quoted(format === 'spreadsheet' ? guarded(text) : text);
    const line = (cells: readonly string[]) => `${cells.map(cell).join(',')}\r\n`;
    const head = `${format === 'spreadsheet' ? '\uFEFF' : ''}${line(DealImportField.options)}`;
    const texts = Array.from({length: Math.max(1, Math.ceil(rows.length / pageRows))}, (_, part) =>
      `${part === 0 ? head : ''}${rows.slice(part * pageRows, (part + 1) * pageRows).map(values => line(DealImportField.options.map(field => values[field]))).join('')}`);
    const now = store.now();
    const made: DealExport = {id: store.newId('dealExport'), fileName: `deals-${now.slice(0, 10)}.csv`, format, status: 'done', problem: null, rows: rows.length, total: rows.length, parts: texts.length, csv: null, createdAt: now, endedAt: now};
    store.dealExports.set(made.id, {made, texts, askedBy: askerOf(scope)});
    return {...made, csv: texts.length === 1 ? (texts[0] ?? '') : null};
  },
  getExport: ({id}, scope) => findExport(scope, id).made,
  getExportPart({id, index}, scope) {
    const {texts} = findExport(scope, id);
    const csv = texts[index];
    if (csv === undefined) throw problem('deal_export_not_found');
    return {index, parts: texts.length, csv};
  },
};

/** An export is for whoever asked for it, while they see as much as then. */
function findExport(scope: Scope, id: string) {
  const found = scope.store.dealExports.get(id);
  if (found?.askedBy !== askerOf(scope)) throw problem('deal_export_not_found');
  return found;
}

function askerOf({viewer: {caller, person, partnerOrgId, seesWholeOrg}}: Scope): string {
  return JSON.stringify([caller, person?.id, partnerOrgId, seesWholeOrg]);
}

/** A spreadsheet takes what begins like this for a formula. */
function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
