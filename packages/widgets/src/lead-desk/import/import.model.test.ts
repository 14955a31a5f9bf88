import {expect} from '@open-wc/testing';
import type {LeadImportMapping} from '@portico/contract';
import {adjustColumn, decodeFile, fieldOf, mapColumn, needsConsent, needsCurrency, setDefault, toIssuesCsv} from './import.model.ts';

const columns = ['id', 'company', 'mail', 'value'].map(name => ({name, samples: [], suggested: null}));
const mapping: LeadImportMapping = {columns: [{column: 'id', field: 'externalId'}, {column: 'mail', field: 'contact.email'}]};

describe('reading a file for import', () => {
  it('knows UTF-8 and UTF-16, with and without marks, and what old spreadsheets write', () => {
    const utf8 = new TextEncoder().encode('nimi\nMäkelä');
    expect(decodeFile(utf8)).to.deep.equal({csv: 'nimi\nMäkelä', encoding: 'utf-8'});
    const utf16 = new Uint8Array([0xff, 0xfe, 0x4d, 0, 0xe4, 0]);
    expect(decodeFile(utf16)).to.deep.equal({csv: 'Mä', encoding: 'utf-16'});
    expect(decodeFile(new Uint8Array([0x4d, 0xe4]))).to.deep.equal({csv: 'Mä', encoding: 'windows-1252'});
  });

  it('refuses what is no text or too large', () => {
    expect(decodeFile(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).to.deep.equal({fault: 'not_text'});
    expect(decodeFile(new Uint8Array(20_000_001).fill(65))).to.deep.equal({fault: 'too_large'});
  });
});

describe('the mapping of columns', () => {
  it('sends a column to a field, in the order of the file, and takes the field from the column that had it', () => {
    const next = mapColumn(mapping, 'company', 'externalId', columns);
    expect(next?.columns).to.deep.equal([{column: 'company', field: 'externalId'}, {column: 'mail', field: 'contact.email'}]);
    expect(fieldOf(next, 'id')).to.equal(undefined);
  });

  it('lets several columns fill products together', () => {
    const both = mapColumn(mapColumn(mapping, 'company', 'products', columns), 'value', 'products', columns);
    expect(both?.columns.filter(({field}) => field === 'products')).to.have.length(2);
  });

  it('is nothing when no column goes anywhere', () => {
    expect(mapColumn({columns: [{column: 'id', field: 'externalId'}]}, 'id', null, columns)).to.equal(null);
  });

  it('keeps what was said about other columns, the currency and the defaults', () => {
    const said = setDefault({...adjustColumn(mapping, 'mail', {values: {x: 'y'}}), currency: 'EUR'}, 'consentText', 'yes');
    const next = mapColumn(said, 'value', 'estimatedValue', columns);
    expect(next).to.deep.include({currency: 'EUR', defaults: {consentText: 'yes'}});
    expect(next?.columns.find(({column}) => column === 'mail')).to.deep.equal({column: 'mail', field: 'contact.email', values: {x: 'y'}});
    expect(setDefault(said, 'consentText', '')).to.not.have.property('defaults');
  });

  it('asks for a currency and for consent only where they are needed', () => {
    const amounts = {columns: [{column: 'value', field: 'estimatedValue' as const}]};
    expect([needsCurrency(amounts), needsCurrency({columns: [...amounts.columns, {column: 'c', field: 'currency'}]})]).to.deep.equal([true, false]);
    expect([needsConsent(mapping), needsConsent(amounts)]).to.deep.equal([true, false]);
  });
});

describe('the list of issues as a file', () => {
  it('quotes, and runs no formula in a spreadsheet', () => {
    const csv = toIssuesCsv([{line: 3, column: '=cmd|x', code: 'c', message: '+1 and "more"', severity: 'error'}], ['Line', 'Column', '', 'What'], {error: 'Error', warning: 'Warning'});
    expect(csv).to.equal('\uFEFF"Line","Column","","What"\r\n"3","\'=cmd|x","Error","\'+1 and ""more"""\r\n');
  });
});
