import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {headerWords} from './header-words.rules.ts';
import {fold} from '../csv-import/places.rules.ts';
import {suggestFields, suggestMapping} from './suggest.rules.ts';

const columns = (table: Record<string, string[]>) => Object.entries(table).map(([name, values]) => ({name, values}));
const fieldsOf = (...names: string[]) => suggestFields(names.map(name => ({name, values: ['Won']})));

describe('the suggested mapping', () => {
  it('knows headers in several languages', () => {
    assert.deepEqual(fieldsOf('Company Name', 'E-mail', 'Country', 'first_name'), ['company.name', 'contact.email', 'company.country', 'contact.firstName']);
    assert.deepEqual(fieldsOf('Firma', 'Vorname', 'PLZ', 'Straße', 'Währung'), ['company.name', 'contact.firstName', 'company.postalCode', 'company.street', 'currency']);
    assert.deepEqual(fieldsOf('Yritys', 'Sähköposti', 'Maa', 'Suostumus'), ['company.name', 'contact.email', 'company.country', 'consentText']);
    assert.deepEqual(fieldsOf('Công ty', 'Điện thoại', 'Quốc gia', 'Sản phẩm'), ['company.name', 'contact.phone', 'company.country', 'products']);
    assert.deepEqual(fieldsOf('公司名称', '联系人', '邮箱'), ['company.name', 'contact.name', 'contact.email']);
    assert.deepEqual(fieldsOf('公司名稱', '電子郵件', '預估金額', '幣別'), ['company.name', 'contact.email', 'estimatedValue', 'currency']);
    assert.deepEqual(fieldsOf('会社名', '担当者名', 'メールアドレス', '都道府県', '失注理由'), ['company.name', 'contact.name', 'contact.email', 'company.region', 'lostReason']);
    assert.deepEqual(fieldsOf('회사명', '담당자명', '휴대폰', '유입 경로', '예상 금액'), ['company.name', 'contact.name', 'contact.phone', 'source', 'estimatedValue']);
    assert.deepEqual(fieldsOf('Nom de l’entreprise', 'Prénom', 'Montant estimé', 'Devise', 'Motif de la perte'), ['company.name', 'contact.firstName', 'estimatedValue', 'currency', 'lostReason']);
    assert.deepEqual(fieldsOf('Nombre de la empresa', 'Apellidos', 'Correo electrónico', 'Importe estimado', 'Moneda'), ['company.name', 'contact.lastName', 'contact.email', 'estimatedValue', 'currency']);
    assert.deepEqual(fieldsOf('Razão social', 'Sobrenome', 'Celular', 'CEP', 'Responsável'), ['company.name', 'contact.lastName', 'contact.phone', 'company.postalCode', 'assignee']);
    assert.deepEqual(fieldsOf('company.name', 'contact.email', 'externalId'), ['company.name', 'contact.email', 'externalId']);
    assert.deepEqual(fieldsOf('Amount (EUR)', 'Notes: free text', 'Shoe size'), ['estimatedValue', 'need', null]);
  });

  it('gives a field to one column only', () => {
    assert.deepEqual(fieldsOf('Account', 'Customer'), ['company.name', null]);
  });

  it('says no word twice', () => {
    const words = Object.entries(headerWords).flatMap(([field, list]) => list.map(word => [fold(word), field] as const));
    const seen = new Map<string, string>();
    for (const [word, field] of words) {
      assert.ok(seen.get(word) === undefined || seen.get(word) === field, `“${word}” stands for ${seen.get(word)} and ${field}`);
      seen.set(word, field);
    }
  });

  it('reads stages and the order of dates from the values', () => {
    const seen = columns({opportunity_id: ['1C1I7A6R'], deal_stage: ['Won', 'Engaging', 'Prospecting', 'Lost'], engage_date: ['3/1/2017', '10/20/2016'], close_value: ['1054'], nothing: ['x']});
    assert.deepEqual(suggestMapping(seen, suggestFields(seen)), {
      columns: [
        {column: 'opportunity_id', field: 'externalId'},
        {column: 'deal_stage', field: 'stage', values: {Won: 'closed_won', Engaging: 'working', Prospecting: 'offered', Lost: 'closed_lost'}},
        {column: 'engage_date', field: 'acceptedAt', dateOrder: 'mdy'},
        {column: 'close_value', field: 'estimatedValue'},
      ],
    });
  });

  it('does not take every “status” for a stage, and is nothing when nothing is known', () => {
    const seen = columns({Status: ['subscribed', 'bounced'], Foo: ['1']});
    assert.equal(suggestMapping(seen, suggestFields(seen)), null);
  });
});
