import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {LeadImportMapping} from '@portico/contract';
import {planImport} from '../csv-import/plan.rules.ts';
import {indexReferences} from '../csv-import/references.rules.ts';
import {leadImportKind} from './lead-import.kind.ts';
import {readRow} from './row.rules.ts';

const {gathering} = leadImportKind;

const references = indexReferences(
  [{name: 'GTX Pro', aliases: []}, {name: 'Valve, large', aliases: ['VL']}, {name: 'C++', aliases: []}, {name: 'C#', aliases: []}],
  [{id: 'org-1', name: 'Aurora Systems Oy', externalId: 'P-1', timeZone: 'UTC'}, {id: 'org-2', name: 'Twin GmbH', externalId: 'P-2', timeZone: 'UTC'}, {id: 'org-3', name: 'Twin GmbH', externalId: 'P-3', timeZone: 'UTC'}],
  [
    {id: 'anna', name: 'Anna Snelling', email: 'anna@aurora.example', externalId: null, partnerOrgIds: ['org-1']},
    {id: 'both', name: 'Bo Both', email: null, externalId: 'U-7', partnerOrgIds: ['org-1', 'org-2']},
  ],
);
const setting = {references, timeZone: 'UTC', now: Date.parse('2026-11-21T10:00:00Z'), consentRequired: true};

/** Reads a row given as field and text; every column is called after its field. */
function read(texts: Partial<Record<string, string>>, extra: Partial<LeadImportMapping> = {}) {
  const names = Object.keys(texts);
  const planned = planImport(names, {columns: names.map(name => ({column: name, field: name as 'title'})), ...extra}, gathering);
  assert.ok('plan' in planned, JSON.stringify(planned));
  return readRow(7, Object.values(texts).map(String), planned.plan, setting);
}
const faults = (...args: Parameters<typeof read>) => read(...args).issues.map(({column, code, severity}) => `${severity} ${column ?? '-'} ${code}`);

describe('a row', () => {
  it('becomes a lead', () => {
    const {lead, placement, issues} = read({
      'externalId': 'L-1', 'company.name': 'Nokkela Oy', 'company.country': 'Suomi', 'contact.name': 'Aino Maria Virtanen', 'contact.email': 'mailto:aino@nokkela.example', 'contact.language': 'Finnish',
      'consentText': 'v3', 'consentAt': '2026-10-01', 'products': 'GTXPro; VL', 'estimatedValue': '12 500,50 €', 'score': '87', 'priority': 'Urgent', 'tags': 'fair, big, fair', 'receivedAt': '2026-11-20T08:00:00Z',
    });
    assert.deepEqual(issues.map(({code}) => code), ['product_alias', 'product_alias']);
    assert.equal(placement, null);
    assert.deepEqual(lead, {
      externalId: 'L-1', source: 'import', receivedAt: '2026-11-20T08:00:00.000Z', priority: 'hot', route: true, enriching: false, score: 87, tags: ['fair', 'big'], products: ['GTX Pro', 'Valve, large'],
      company: {name: 'Nokkela Oy', website: null, industry: null, employeeBand: null, country: 'FI', region: null, postalCode: null, city: null, street: null},
      contact: {firstName: 'Aino Maria', lastName: 'Virtanen', jobTitle: null, email: 'aino@nokkela.example', phone: null, language: 'fi', timeZone: null},
      consent: {purposes: ['sales_contact'], textVersion: 'v3', at: '2026-10-01T00:00:00.000Z', source: 'import'},
      estimatedValue: {amountMinor: 1_250_050, currency: 'EUR'},
      campaign: undefined, need: undefined, timeline: undefined, quality: undefined, title: undefined,
    });
  });

  it('says what is wrong by line and column', () => {
    assert.deepEqual(faults({'contact.email': 'anna@', 'consentText': 'v1'}), ['error contact.email email_invalid']);
    assert.deepEqual(faults({receivedAt: '2026-02-30'}), ['error receivedAt date_invalid']);
    assert.deepEqual(faults({receivedAt: '3/4/2026'}), ['error receivedAt date_ambiguous']);
    assert.deepEqual(faults({receivedAt: '2027-01-01'}), ['error receivedAt date_in_future']);
    assert.deepEqual(faults({score: '101'}), ['error score number_invalid']);
    assert.deepEqual(faults({score: '4.5'}), ['error score number_invalid']);
    assert.deepEqual(faults({'company.country': 'Atlantis'}), ['error company.country country_unknown']);
    assert.deepEqual(faults({stage: 'Dreaming', partnerOrg: 'P-1'}), ['error stage stage_unknown']);
    assert.deepEqual(faults({stage: 'working', partnerOrg: 'Nobody'}), ['error partnerOrg partner_unknown']);
    assert.deepEqual(faults({stage: 'working', partnerOrg: 'Twin GmbH'}), ['error partnerOrg partner_ambiguous']);
    assert.deepEqual(faults({stage: 'working'}), ['error - partner_missing']);
    assert.deepEqual(faults({'contact.phone': '+358 40 123'}), ['error - consent_missing']);
    assert.deepEqual(faults({'contact.phone': '+358 40 123', 'consentText': 'No'}), ['error consentText consent_missing']);
    assert.deepEqual(faults({estimatedValue: '12'}), ['error estimatedValue currency_missing']);
    assert.deepEqual(faults({estimatedValue: 'twelve'}, {currency: 'EUR'}), ['error estimatedValue amount_invalid']);
    assert.deepEqual(faults({'company.name': 'x'.repeat(201)}), ['error company.name too_long']);
    assert.deepEqual(faults({need: 'x'.repeat(32_001)}), ['error need cell_too_large']);
    assert.deepEqual(faults({products: 'Hovercraft'}), ['warning products product_unknown']);
    assert.deepEqual(faults({'quality': 'superb', 'company.name': 'A'}), ['warning quality value_unknown']);
    assert.deepEqual(read({score: 'x'}).issues, [{line: 7, column: 'score', code: 'number_invalid', message: '“x” is not a whole number from 0 to 100.', severity: 'error'}]);
  });

  it('that says nothing of a lead is refused by line and column', () => {
    assert.deepEqual(faults({'tags': 'fair', 'score': '40', 'company.country': 'FI', 'externalId': 'L-1'}), ['error - lead_empty']);
    const {lead, issues} = read({'tags': 'fair', 'company.name': ' ', 'contact.email': ''});
    assert.equal(lead, null);
    assert.deepEqual(issues.map(({line, column, code}) => ({line, column, code})), [{line: 7, column: 'company.name', code: 'lead_empty'}]);
    assert.match(issues[0]?.message ?? '', /at least a title, a need, a company/);
    for (const enough of ['title', 'need', 'company.name', 'company.website', 'products']) assert.deepEqual(faults({[enough]: 'GTX Pro'}), []);
  });

  it('says all of it at once, and is left out', () => {
    const {lead, issues} = read({'contact.email': 'x', 'score': '-1', 'company.country': '??', 'title': 'A'});
    assert.equal(lead, null);
    assert.deepEqual(issues.map(({code}) => code).sort(), ['consent_missing', 'country_unknown', 'email_invalid', 'number_invalid']);
  });

  it('must have as many cells as the header', () => {
    const planned = planImport(['a', 'b'], {columns: [{column: 'a', field: 'title'}]}, gathering);
    assert.ok('plan' in planned);
    assert.deepEqual([['x'], ['x', 'y', 'z'], ['x', 'y', ' ']].map(cells => readRow(2, cells, planned.plan, setting).issues.map(({code}) => code)), [['row_too_narrow'], ['row_too_wide'], []]);
  });

  it('is placed with a partner by name, externalId or the assignee alone', () => {
    const placed = (texts: Record<string, string>) => {
      const {placement, issues} = read({need: 'A need', ...texts});
      return [placement?.stage, placement?.partnerOrg.id, placement?.assigneeId, ...issues.map(({code}) => code)];
    };
    assert.deepEqual(placed({stage: 'Closed Won', partnerOrg: 'aurora systems oy', assignee: 'ANNA@aurora.example'}), ['closed_won', 'org-1', 'anna']);
    assert.deepEqual(placed({partnerOrg: 'P-2'}), ['offered', 'org-2', null]);
    assert.deepEqual(placed({stage: 'working', assignee: 'Anna Snelling'}), ['working', 'org-1', 'anna']);
    assert.deepEqual(placed({stage: 'working', partnerOrg: 'P-2', assignee: 'Anna Snelling'}), ['working', 'org-2', null, 'assignee_unknown']);
    assert.deepEqual(placed({stage: 'working', assignee: 'U-7'}), [undefined, undefined, undefined, 'assignee_unknown', 'partner_missing']);
    assert.deepEqual(placed({stage: 'working', partnerOrg: 'P-2', assignee: 'U-7'}), ['working', 'org-2', 'both']);
    assert.deepEqual(placed({stage: 'new', assignee: 'Anna Snelling'}), [undefined, undefined, undefined]);
  });

  it('keeps the dates of acceptance and end, which must follow each other', () => {
    const {placement, lead} = read({title: 'A lead', stage: 'closed_lost', partnerOrg: 'P-1', acceptedAt: '2016-10-20', endedAt: '2017-03-01', lostReason: 'Price'});
    assert.deepEqual(placement, {stage: 'closed_lost', partnerOrg: {id: 'org-1', name: 'Aurora Systems Oy', externalId: 'P-1', timeZone: 'UTC'}, assigneeId: null, acceptedAt: '2016-10-20T00:00:00.000Z', endedAt: '2017-03-01T00:00:00.000Z', lostReason: 'price'});
    assert.equal(lead?.receivedAt, '2016-10-20T00:00:00.000Z');
    assert.deepEqual(faults({stage: 'closed_won', partnerOrg: 'P-1', acceptedAt: '2017-10-20', endedAt: '2017-03-01'}), ['error endedAt dates_out_of_order']);
    assert.deepEqual(faults({title: 'A lead', stage: 'working', partnerOrg: 'P-1', endedAt: '2099-03-01'}), []);
  });

  it('replaces values, fills in defaults and takes back what an export did to formulas', () => {
    const {lead, placement} = read(
      {'title': "'=SUM(A1)", 'need': "'quoted'", 'company.name': '＝x', 'stage': 'ENGAGING ', 'assignee': 'Anna Snelling'},
      {columns: [{column: 'title', field: 'title'}, {column: 'need', field: 'need'}, {column: 'company.name', field: 'company.name'}, {column: 'stage', field: 'stage', values: {Engaging: 'working'}}, {column: 'assignee', field: 'assignee'}], defaults: {'source': 'event', 'company.country': 'VN', 'title': 'unused'}},
    );
    assert.deepEqual([lead?.title, lead?.need, lead?.company.name, lead?.source, lead?.company.country, placement?.stage], ['=SUM(A1)', "'quoted'", '＝x', 'event', 'VN', 'working']);
  });

  it('finds products by their exact name before a similar one', () => {
    assert.deepEqual(read({products: 'C#, c++, Valve, large'}).lead?.products, ['C#', 'C++', 'Valve', 'large']);
    assert.deepEqual(read({products: 'Valve, large'}).lead?.products, ['Valve, large']);
  });
});

describe('a mapping', () => {
  it('is checked against the columns of the file', () => {
    const planned = planImport(['a', 'b'], {columns: [{column: 'a', field: 'title'}, {column: 'c', field: 'need'}, {column: 'b', field: 'title'}], currency: 'QQQ'}, gathering);
    assert.ok('errors' in planned);
    assert.deepEqual(planned.errors.map(({pointer, code}) => [pointer, code]), [['/mapping/columns/1/column', 'column_unknown'], ['/mapping/columns/2/field', 'field_taken'], ['/mapping/currency', 'currency_unknown']]);
  });

  it('may gather several columns in one field', () => {
    assert.equal(read({a: 'x', b: 'y'}, {columns: [{column: 'a', field: 'need'}, {column: 'b', field: 'need'}]}).lead?.need, 'x\ny');
  });
});
