import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {dealRegistrationExamples} from '../deal-registration/deal-registration.examples.ts';
import {dealFormExamples} from './deal-form.examples.ts';
import {answerErrors, defaultDealForm, missingFields, snapshotAnswers, standardFieldOrder, visibleFields, type FormRules, type RegistrationToCheck} from './deal-form.rules.ts';
import {DealForm, FormField, StandardField} from './deal-form.schema.ts';

const field = (key: string, more: Partial<FormField> = {}): FormField => FormField.parse({key, type: 'text', label: {en: key}, ...more});
const facts = {country: 'FI', registrationType: 'resale'} as const;
const keysOf = (fields: readonly FormField[]) => fields.map(({key}) => key);
const form = (fields: FormField[], standardFields: FormRules['standardFields'] = {}): FormRules => ({registrationTypes: ['resale'], standardFields, fields});

const empty: RegistrationToCheck = {
  registrationType: 'resale',
  name: null,
  description: null,
  useCase: null,
  customer: {name: null, website: null, taxId: null, country: null, region: null, postalCode: null, city: null, street: null, relationship: null},
  contact: {firstName: null, lastName: null, jobTitle: null, email: null, phone: null, consent: null},
  lines: [],
  estimatedAmount: null,
  contractType: null,
  contractTermMonths: null,
  expectedCloseOn: null,
  competitors: [],
  incumbent: null,
  tender: null,
  supportRequested: null,
  answers: [],
  evidence: [],
};
const named: RegistrationToCheck = {...empty, name: 'Cameras', customer: {...empty.customer, name: 'Buyer', country: 'FI'}};
const pointersOf = (...args: Parameters<typeof missingFields>) => missingFields(...args).map(({pointer, code}) => `${pointer} ${code}`);

describe('visibleFields', () => {
  it('shows a field when another has the answer it waits for', () => {
    const fields = [
      field('tick', {type: 'checkbox'}),
      field('when_ticked', {showIf: {key: 'tick', in: [true]}}),
      field('when_not', {showIf: {key: 'tick', in: [false]}}),
      field('many', {type: 'multi_select', options: [{value: 'a', label: {en: 'A'}}, {value: 'b', label: {en: 'B'}}]}),
      field('when_b', {showIf: {key: 'many', in: ['b']}}),
      field('size', {type: 'number'}),
      field('when_five', {showIf: {key: 'size', in: ['5']}}),
      field('on_renewal', {showIf: {key: 'registrationType', in: ['renewal']}}),
    ];
    assert.deepEqual(keysOf(visibleFields({fields}, [], facts)), ['tick', 'when_not', 'many', 'size'], 'an untouched checkbox is not ticked');
    assert.deepEqual(keysOf(visibleFields({fields}, {tick: true, many: ['a', 'b'], size: 5}, facts)), ['tick', 'when_ticked', 'many', 'when_b', 'size', 'when_five']);
    assert.deepEqual(keysOf(visibleFields({fields}, [{key: 'tick', value: null}], {...facts, registrationType: 'renewal'})), ['tick', 'when_not', 'many', 'size', 'on_renewal']);
  });

  it('hides what hangs on a hidden field, whatever was answered there', () => {
    const fields = [field('a', {type: 'checkbox'}), field('b', {type: 'checkbox', showIf: {key: 'a', in: [true]}}), field('c', {showIf: {key: 'b', in: [true]}}), field('d', {showIf: {key: 'b', in: [false]}})];
    assert.deepEqual(keysOf(visibleFields({fields}, {a: true, b: true}, facts)), ['a', 'b', 'c']);
    assert.deepEqual(keysOf(visibleFields({fields}, {a: false, b: true}, facts)), ['a']);
  });

  it('keeps fields to their types, countries and levels', () => {
    const [gold, silver] = ['0193a0c0-0000-7000-8000-000000000011', '0193a0c0-0000-7000-8000-000000000012'];
    const fields = [field('all'), field('gold', {levelIds: [gold]}), field('finland', {countries: ['FI']}), field('renewal', {registrationTypes: ['renewal']})];
    assert.deepEqual(keysOf(visibleFields({fields}, [], {...facts, levelId: gold})), ['all', 'gold', 'finland']);
    assert.deepEqual(keysOf(visibleFields({fields}, [], {...facts, levelId: silver})), ['all', 'finland']);
    assert.deepEqual(keysOf(visibleFields({fields}, [], {country: null, registrationType: 'renewal', levelId: null})), ['all', 'renewal']);
    assert.deepEqual(keysOf(visibleFields({fields}, [], facts)), ['all', 'gold', 'finland'], 'a form read by the partner has the fields of their level only');
  });

  it('ends, and shows in the form’s order, whatever hangs on what', () => {
    const keys = ['a', 'b', 'c', 'd'];
    const anyField = (key: string) => fc.record({on: fc.option(fc.constantFrom(...keys, 'x')), value: fc.boolean()}).map(({on, value}) => field(key, {type: 'checkbox', showIf: on === null ? null : {key: on, in: [value]}}));
    fc.assert(
      fc.property(fc.tuple(...keys.map(anyField)), fc.dictionary(fc.constantFrom(...keys), fc.boolean()), (fields, answers) => {
        const visible = visibleFields({fields}, answers, facts);
        assert.deepEqual(visible, fields.filter(one => visible.includes(one)));
        for (const {showIf} of visible) if (showIf) assert.ok(keysOf(visible).includes(showIf.key), 'what it hangs on is visible');
        // Answers to hidden fields change nothing.
        const seen = Object.fromEntries(Object.entries(answers).filter(([key]) => keysOf(visible).includes(key)));
        assert.deepEqual(visibleFields({fields}, seen, facts), visible);
      }),
    );
  });
});

describe('missingFields', () => {
  it('always asks for the name of the deal, the customer and its country', () => {
    assert.deepEqual(pointersOf(form([]), empty), ['/name required', '/customer/name required', '/customer/country required']);
    assert.deepEqual(pointersOf(form([]), named), []);
    assert.deepEqual(pointersOf(form([]), {...named, name: '  '}), ['/name required']);
  });

  it('asks for every field that every registration has, when the form does', () => {
    assert.deepEqual([...standardFieldOrder].sort(), [...StandardField.options].sort(), 'the order names them all');
    const required = Object.fromEntries(standardFieldOrder.map(name => [name, 'required' as const]));
    assert.deepEqual(pointersOf(form([], required), named), standardFieldOrder.map(name => `/${name.replace('.', '/')} required`));
    const full: RegistrationToCheck = {...dealRegistrationExamples.approved, useCase: 'u', contractType: 'c', incumbent: 'i', tender: {status: 'none', dueOn: null}, evidence: [{status: 'uploading'}, {status: 'ready'}]};
    assert.deepEqual(pointersOf({...form([], required), registrationTypes: ['new_logo']}, full), []);
    assert.deepEqual(pointersOf({...form([], required), registrationTypes: ['new_logo']}, {...full, evidence: [{status: 'uploading'}, {status: 'rejected'}]}), ['/evidence required']);
  });

  it('takes lines that all have a price for the amount', () => {
    const line = {product: 'Camera', quantity: 1, unitPrice: {amountMinor: 5, currency: 'EUR'}, discountPercent: 0};
    const wanted = form([], {estimatedAmount: 'required'});
    assert.deepEqual(pointersOf(wanted, {...named, lines: [line]}), []);
    assert.deepEqual(pointersOf(wanted, {...named, lines: [line, {...line, unitPrice: null}]}), ['/estimatedAmount required']);
    assert.deepEqual(pointersOf(wanted, {...named, estimatedAmount: {amountMinor: 0, currency: 'JPY'}}), []);
  });

  it('asks for the vendor’s fields while they are shown, and looks at what was answered', () => {
    const {aurora} = dealFormExamples;
    const wanted = form(DealForm.parse(aurora).fields);
    assert.deepEqual(pointersOf(wanted, named), []);
    assert.deepEqual(pointersOf(wanted, {...named, answers: [{key: 'budget_approved', value: true}]}), ['/answers/budget_from required']);
    assert.deepEqual(pointersOf(wanted, {...named, answers: {budget_approved: true, budget_from: 'sales'}}), ['/answers/budget_from option_unknown']);
    assert.deepEqual(pointersOf(wanted, {...named, answers: {budget_approved: true, budget_from: 'it'}}), []);
    assert.deepEqual(pointersOf(wanted, {...named, answers: {budget_approved: false, budget_from: 'nonsense of before'}}), [], 'a hidden field is not looked at');
    assert.deepEqual(pointersOf(form([field('agreed', {type: 'checkbox', required: true})]), {...named, answers: {agreed: false}}), ['/answers/agreed required'], 'as in HTML');
  });

  it('refuses a type that the form does not list', () => {
    assert.deepEqual(pointersOf(form([]), {...named, registrationType: 'referral'}), ['/registrationType option_unknown']);
  });

  it('lets the short default form be submitted with contact, amount and day', () => {
    const filled = {...named, contact: {...empty.contact, email: 'a@b.example'}, estimatedAmount: {amountMinor: 1, currency: 'EUR'}, expectedCloseOn: '2027-01-31'};
    assert.deepEqual(pointersOf(defaultDealForm as unknown as FormRules, filled), []);
    assert.deepEqual(pointersOf(defaultDealForm as unknown as FormRules, named), ['/contact/email required', '/estimatedAmount required', '/expectedCloseOn required']);
    assert.ok(DealForm.safeParse({...defaultDealForm, version: 1, updatedAt: '2026-11-21T10:00:00.000Z'}).success);
  });
});

describe('answers', () => {
  const fields = [field('note'), field('size', {type: 'number', label: {en: 'Size', fi: 'Koko'}})];

  it('that cannot be kept are named by their place', () => {
    const errors = answerErrors({fields}, [{key: 'note', value: 'fine'}, {key: 'size', value: '5'}, {key: 'gone', value: 1}, {key: 'note', value: 'again'}]);
    assert.deepEqual(errors.map(({pointer, code}) => [pointer, code]), [['/answers/1/value', 'wrong_type'], ['/answers/2/key', 'field_unknown'], ['/answers/3/key', 'duplicate']]);
    assert.deepEqual(answerErrors({fields}, [{key: 'size', value: null}, {key: 'note', value: ''}]), [], 'no answer is always right');
    const gone = {key: 'gone', label: {en: 'Gone'}, type: 'text', value: 'kept'};
    assert.deepEqual(answerErrors({fields}, [{key: 'gone', value: 'kept'}], [gone]), []);
    assert.equal(answerErrors({fields}, [{key: 'gone', value: 'changed'}], [gone])[0]?.code, 'field_unknown');
  });

  it('keep label and type of when they were given', () => {
    const old = {key: 'size', label: {en: 'How many?'}, type: 'text', value: 5};
    assert.deepEqual(snapshotAnswers({fields}, [{key: 'size', value: 5}], [old]), [old]);
    assert.deepEqual(snapshotAnswers({fields}, [{key: 'size', value: 6}], [old]), [{key: 'size', label: {en: 'Size', fi: 'Koko'}, type: 'number', value: 6}]);
    const gone = {key: 'gone', label: {en: 'Gone'}, type: 'money', value: {amountMinor: 5, currency: 'EUR'}};
    assert.deepEqual(snapshotAnswers({fields}, [{key: 'gone', value: {currency: 'EUR', amountMinor: 5}}, {key: 'unknown', value: 1}], [gone]), [gone]);
  });
});
