import {expect} from '@open-wc/testing';
import {dealFormExamples, dealRegistrationExamples} from '@portico/contract/examples';
import {changesOf, mergeNewer} from './deal-changes.model.ts';
import {localText, stepsOf} from './deal-fields.model.ts';
import {pathOf} from './deal-registration.model.ts';
import {toFields, valuesOf} from './deal-values.model.ts';
import {parseMinor, sumsOf, toAmountText} from './money.model.ts';

const form = dealFormExamples.aurora;
const {draft} = dealRegistrationExamples;

describe('amounts as they are typed', () => {
  for (const [typed, currency, locale, minor] of [
    ['12500', 'EUR', 'en', 1_250_000],
    ['12,500.50', 'EUR', 'en', 1_250_050],
    ['12 500,50', 'EUR', 'fi', 1_250_050],
    ['12.500,5', 'EUR', 'de', 1_250_050],
    ['12.500', 'EUR', 'en', 1_250_000],
    ['1.250.000', 'EUR', 'de', 125_000_000],
    ['1250000', 'JPY', 'en', 1_250_000],
    ['12.345', 'KWD', 'en', 12_345],
    ['12,345', 'KWD', 'en', 12_345_000],
    ['١٢٥٠٠٫٥', 'EUR', 'ar', 1_250_050],
    ['12.5', 'JPY', 'en', null],
    ['12.555', 'EUR', 'de', 1_255_500],
    ['1.2345', 'EUR', 'en', null],
    ['about 12', 'EUR', 'en', null],
    ['99999999999999999', 'EUR', 'en', null],
  ] as const) {
    it(`reads ${typed} ${currency} in ${locale} as ${minor ?? 'nothing'}`, () => {
      expect(parseMinor(typed, currency, locale)).to.equal(minor);
    });
  }

  it('writes what it reads', () => {
    for (const locale of ['en', 'fi', 'de', 'ar', 'vi', 'zh-Hans', 'zh-Hant', 'ja', 'ko', 'fr', 'fr-CH', 'es', 'es-MX', 'pt-BR']) {
      for (const money of [{amountMinor: 1_250_050, currency: 'EUR'}, {amountMinor: 7, currency: 'EUR'}, {amountMinor: 1_234_567, currency: 'KWD'}, {amountMinor: 980, currency: 'JPY'}]) {
        expect(parseMinor(toAmountText(money, locale), money.currency, locale), `${locale} ${money.currency}`).to.equal(money.amountMinor);
      }
    }
  });

  it('rounds half a minor unit up, each line for itself, and keeps currencies apart', () => {
    const line = (quantity: number, amountMinor: number, currency: string, discountPercent = 0) => ({product: 'x', quantity, unitPrice: {amountMinor, currency}, discountPercent});
    expect(sumsOf([line(1, 5, 'EUR', 50), line(1, 5, 'EUR', 50), line(2, 100, 'JPY')])).to.deep.equal([{amountMinor: 6, currency: 'EUR'}, {amountMinor: 200, currency: 'JPY'}]);
  });
});

describe('what is typed and what is sent', () => {
  it('are the same for a registration that nobody touched, in every language', () => {
    for (const locale of ['en', 'fi', 'ar']) {
      const {fields, faults} = toFields(valuesOf(draft, locale), form, locale);
      expect(faults).to.deep.equal([]);
      expect(fields.lines).to.deep.equal(draft.lines);
      expect(fields.customer).to.deep.equal(draft.customer);
      expect(fields.competitors).to.deep.equal(draft.competitors);
      expect([fields.estimatedAmount, fields.contractTermMonths, fields.expectedCloseOn]).to.deep.equal([draft.estimatedAmount, 36, '2027-03-31']);
    }
  });

  it('differ by the fields that were changed only', () => {
    const values = {...valuesOf(draft, 'en'), 'customer.taxId': ' FI1 ', estimatedAmount: '5'};
    expect(changesOf(['customer.taxId', 'estimatedAmount'], values, form, 'en', draft)).to.deep.equal({customer: {taxId: 'FI1'}});
  });

  it('send answers back that the form lost', () => {
    const kept = {answers: [{key: 'gone', label: {en: 'Gone'}, type: 'text', value: 'still here'}]};
    expect(changesOf(['answers.budget_approved'], {'answers.budget_approved': true}, form, 'en', kept).answers).to.deep.equal([{key: 'budget_approved', value: true}, {key: 'gone', value: 'still here'}]);
  });

  it('are merged field by field with what somebody else changed', () => {
    const synced = valuesOf(draft, 'en');
    const values = {...synced, name: 'Mine', 'customer.city': 'Oulu'};
    const newer = {...draft, version: 9, name: 'Theirs', incumbent: 'Cognex', customer: {...draft.customer, taxId: 'FI2'}};
    const merged = mergeNewer(values, synced, draft, newer, 'en');
    expect(merged.clashes).to.deep.equal(['name']);
    expect([merged.values['name'], merged.values['customer.city'], merged.values['incumbent'], merged.values['customer.taxId']]).to.deep.equal(['Mine', 'Oulu', 'Cognex', 'FI2']);
    expect(merged.synced['name']).to.equal('Theirs');
  });
});

describe('the pages of the form', () => {
  it('leave evidence out where the form does not use it', () => {
    const {evidence: _, ...standardFields} = form.standardFields;
    expect(stepsOf({...form, standardFields}, {}, 'en').map(({id}) => id)).to.deep.equal(['customer', 'deal', 'review']);
  });

  it('hold only what is asked for after a request', () => {
    const [asked] = stepsOf(form, {}, 'en', {infoRequest: {fields: ['contact', 'lines'], comment: '', dueAt: '2027-01-01T00:00:00.000Z'}});
    expect(asked?.fields).to.deep.equal(['contact.firstName', 'contact.lastName', 'contact.jobTitle', 'contact.email', 'contact.phone', 'lines']);
  });

  it('find the field that a pointer means', () => {
    expect(['/customer/taxId', '/lines/2/unitPrice/amountMinor', '/answers/1/value', '/answers/budget', '/evidence'].map(pointer => pathOf(pointer, [{key: 'a', value: 1}, {key: 'b', value: 2}]))).to.deep.equal([
      'customer.taxId',
      'lines.2.price',
      'answers.b',
      'answers.budget',
      'evidence',
    ]);
  });

  it('speak the reader’s language where the vendor wrote it', () => {
    expect([localText({en: 'Budget', 'zh-Hans': '预算'}, 'zh-CN'), localText({en: 'Budget', fi: 'Budjetti'}, 'sv')]).to.deep.equal(['预算', 'Budget']);
  });
});
