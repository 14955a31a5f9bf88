import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {DealImportField, DealPolicy, DealStatus, RegistrationType} from '@portico/contract';
import {openCsv} from '../csv-import/csv-file.ts';
import {planImport} from '../csv-import/plan.rules.ts';
import {indexReferences} from '../csv-import/references.rules.ts';
import {writeCsv} from '../csv-import/write-csv.ts';
import {readDealRow} from './deal-row.rules.ts';
import {readList, readProducts, toTexts, writeList, writeProducts, type DealFacts} from './deal-text.rules.ts';

const products = ['Gripper', 'Valve, large', 'A; B', '=SUM', '深圳'];
const references = indexReferences(products.map(name => ({name, aliases: []})), [{id: 'org', name: '+Partner', externalId: null, timeZone: 'UTC'}], [{id: 'ben', name: '@Ben', email: null, externalId: null, partnerOrgIds: ['org']}]);
const setting = {references, timeZone: 'Asia/Ho_Chi_Minh', now: Date.parse('2026-11-21T10:00:00Z'), consentRequired: true, program: {policy: DealPolicy.parse({}), calendar: null, timeZone: 'UTC', levels: [], products}};

/** Texts as the API takes them: trimmed, and nasty. */
const text = (max: number) => fc.oneof(fc.string({unit: 'grapheme', maxLength: max}), fc.constantFrom('=1+1', "'=x", "''", '-5', '+3', '@a', '＝全', 'a,b', 'a;b', 'say "hi"', 'line\nbreak', ' |', '\\', '0012', '1e5', 'TRUE'))
  .map(value => value.replace(/\p{C}/gu, character => (character === '\n' ? character : '')).trim())
  .filter(value => value !== '' && value.length <= max && value.isWellFormed());
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary);
const instant = fc.date({min: new Date('2016-01-01T00:00:00Z'), max: new Date('2026-11-01T00:00:00Z'), noInvalidDate: true}).map(date => date.toISOString());
const line = fc.record({product: fc.constantFrom(...products), quantity: fc.integer({min: 1, max: 1_000_000}), unitPrice: fc.constant(null), discountPercent: fc.constant(0)});

const facts: fc.Arbitrary<DealFacts> = fc
  .record({
    external_id: maybe(text(200)), number: maybe(text(40)), partnerName: fc.constant('+Partner'), ownerName: maybe(fc.constant('@Ben')), registration_type: fc.constantFrom(...RegistrationType.options),
    name: maybe(text(200)), description: maybe(text(400)), use_case: maybe(text(400)),
    customer: fc.record({name: maybe(text(200)), website: maybe(text(200)), taxId: maybe(text(40)), country: maybe(fc.constantFrom('FI', 'US', 'VN')), region: maybe(text(80)), postalCode: maybe(text(20)), city: maybe(text(80)), street: maybe(text(80)), relationship: maybe(text(80))}),
    contact: fc.record({firstName: maybe(text(80)), lastName: maybe(text(80)), jobTitle: maybe(text(80)), email: maybe(fc.constantFrom('anna@acme.fi', 'a+b@x.example')), phone: maybe(text(40))}),
    lines: fc.array(line, {maxLength: 4}),
    money: maybe(fc.record({minor: fc.integer({min: 0, max: Number.MAX_SAFE_INTEGER}), currency: fc.constantFrom('EUR', 'JPY', 'KWD')})),
    contract_type: maybe(text(80)), contract_term_months: maybe(fc.integer({min: 1, max: 600})), expected_close_on: maybe(instant.map(at => at.slice(0, 10))), competitors: fc.uniqueArray(text(80).map(item => item.replace(/\s+/g, ' ')), {maxLength: 3}),
    incumbent: maybe(text(200)), support_requested: maybe(text(200)), status: fc.constantFrom(...DealStatus.options), stage: maybe(fc.constantFrom('qualified', 'verbal', 'won')),
    submitted_at: maybe(instant), protected_from: maybe(instant), protected_until: maybe(instant), end_reason: maybe(text(100)),
    answers: fc.array(fc.record({key: text(20), label: fc.constant({en: 'Budget'}), type: fc.constant('text'), value: fc.oneof(text(40), fc.boolean(), fc.integer())}), {maxLength: 2}),
  })
  .map(({money, ...deal}) => ({...deal, estimated_minor: money?.minor ?? null, estimated_currency: money?.currency ?? null, ended_at: null}));

describe('registrations as texts', () => {
  it('say the same after an export and an import, whatever they hold', async () => {
    const columns = DealImportField.options;
    await fc.assert(
      fc.asyncProperty(fc.array(facts, {minLength: 1, maxLength: 5}), async deals => {
        const texts = deals.map(toTexts);
        const file = openCsv(writeCsv(columns, texts, 'spreadsheet'));
        const planned = planImport(file.columns, {columns: columns.map(field => ({column: field, field}))}, []);
        assert.ok('plan' in planned);
        const read = [];
        for await (const rows of file.rows()) for (const {line: at, cells} of rows) read.push(readDealRow(at, cells, planned.plan, setting));
        assert.deepEqual(read.flatMap(({issues}) => issues.filter(({severity}) => severity === 'error')), []);
        assert.deepEqual(read.map(row => ({...row.read})), texts.map(row => ({...row})));
      }),
      {numRuns: 300},
    );
  });

  it('guard what a spreadsheet would run, and only there', () => {
    const rows = ['=1', '+1', '-1', '@x', '＝1', "'=1", "'x", 'a=1'].map(name => ({name}));
    assert.equal(writeCsv(['name'], rows, 'spreadsheet'), "\uFEFFname\r\n'=1\r\n'+1\r\n'-1\r\n'@x\r\n'＝1\r\n''=1\r\n'x\r\na=1\r\n");
    assert.equal(writeCsv(['name'], rows, 'data'), "name\r\n=1\r\n+1\r\n-1\r\n@x\r\n＝1\r\n'=1\r\n'x\r\na=1\r\n");
  });

  it('have lines in one cell, whatever marks the names hold', () => {
    const nameOf = (part: string) => [...products, 'Cable 2'].find(name => name.toLowerCase() === part.toLowerCase());
    const read = (cell: string) => readProducts(cell, nameOf).map(({product, quantity, isKnown}) => [product, quantity, isKnown]);
    assert.deepEqual(read('gripper × 2; A; B × 3, Valve, large'), [['Gripper', 2, true], ['A', 1, false], ['B', 3, false], ['Valve, large', 1, true]]);
    assert.deepEqual(read('Cable 2 x 5|Other × 4\nGripper'), [['Cable 2', 5, true], ['Other', 4, false], ['Gripper', 1, true]]);
    assert.deepEqual(read('Gripper, Valve, large,Camera'), [['Gripper', 1, true], ['Valve, large', 1, true], ['Camera', 1, false]]);
    assert.equal(writeProducts([{product: 'Gripper', quantity: 2}, {product: 'A; B', quantity: 1}]), 'Gripper × 2; A; B');
  });

  it('have lists in one cell', () => {
    fc.assert(fc.property(fc.uniqueArray(text(40).map(item => item.replaceAll('\n', ' '))), items => assert.deepEqual(readList(writeList(items)), items)));
    assert.deepEqual(readList('Birch;Cedar\n Cedar ; '), ['Birch', 'Cedar']);
  });
});
