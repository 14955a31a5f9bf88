import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {dealFormExamples} from './deal-form.examples.ts';
import {DealForm, FormField} from './deal-form.schema.ts';
import {answerFault} from './form-answer.rules.ts';
import {formErrors} from './form-design.rules.ts';

const field = (key: string, more: Partial<FormField> = {}): FormField => FormField.parse({key, type: 'text', label: {en: key}, ...more});
const errorsOf = (...fields: FormField[]) => formErrors({registrationTypes: ['resale'], fields}).map(({pointer, code}) => `${pointer} ${code}`);
const option = (value: string) => ({value, label: {en: value}});

describe('formErrors', () => {
  it('finds nothing wrong with the example', () => assert.deepEqual(formErrors(DealForm.parse(dealFormExamples.aurora)), []));

  it('wants keys, types and options once each', () => {
    assert.deepEqual(errorsOf(field('a'), field('b'), field('a')), ['/fields/2/key duplicate']);
    assert.deepEqual(formErrors({registrationTypes: ['resale', 'renewal', 'resale'], fields: []}).map(({pointer}) => pointer), ['/registrationTypes/2']);
    assert.deepEqual(errorsOf(field('s', {type: 'select', options: [option('x'), option('y'), option('x')]})), ['/fields/0/options/2/value duplicate']);
  });

  it('wants options where there is something to choose, and only there', () => {
    assert.deepEqual(errorsOf(field('s', {type: 'select'}), field('m', {type: 'multi_select'}), field('t', {options: [option('x')]})), [
      '/fields/0/options options_missing',
      '/fields/1/options options_missing',
      '/fields/2/options options_unused',
    ]);
  });

  it('wants conditions on fields that there are, without a circle, and on values that they can have', () => {
    assert.deepEqual(errorsOf(field('a', {showIf: {key: 'nowhere', in: ['x']}})), ['/fields/0/showIf/key field_unknown']);
    assert.deepEqual(errorsOf(field('a', {showIf: {key: 'registrationType', in: ['renewal']}})), []);
    assert.deepEqual(errorsOf(field('a', {showIf: {key: 'a', in: ['x']}})), ['/fields/0/showIf/key circular']);
    const circle = [field('a', {showIf: {key: 'b', in: ['x']}}), field('b', {showIf: {key: 'c', in: ['x']}}), field('c', {showIf: {key: 'a', in: ['x']}}), field('d', {showIf: {key: 'a', in: ['x']}})];
    assert.deepEqual(errorsOf(...circle), ['/fields/0/showIf/key circular', '/fields/1/showIf/key circular', '/fields/2/showIf/key circular']);
    const chosen = field('s', {type: 'select', options: [option('x')]});
    assert.deepEqual(errorsOf(chosen, field('a', {showIf: {key: 's', in: ['x', 'y', true]}}), field('b', {type: 'checkbox', showIf: {key: 'a', in: ['z']}}), field('c', {showIf: {key: 'b', in: ['yes', true]}})), [
      '/fields/1/showIf/in/1 option_unknown',
      '/fields/1/showIf/in/2 option_unknown',
      '/fields/3/showIf/in/0 option_unknown',
    ]);
  });
});

describe('answerFault', () => {
  const right: Partial<Record<FormField['type'], readonly unknown[]>> = {
    text: ['x', 'ü'.repeat(400)],
    long_text: ['x'.repeat(4000)],
    number: [0, -1.5, 1e9],
    money: [{amountMinor: 0, currency: 'JPY'}, {amountMinor: 1500, currency: 'KWD'}],
    date: ['2028-02-29', '2027-12-31'],
    select: ['a'],
    multi_select: [['a'], ['b', 'a']],
    checkbox: [true, false],
    url: ['https://example.com', 'http://müller.example/x?y=z'],
    email: ['a@b.example', 'ä.ö+x@münchen.example'],
    phone: ['+358 40 555 0134', '(09) 123-4567'],
  };
  const wrong: Partial<Record<FormField['type'], readonly (readonly [unknown, string])[]>> = {
    text: [[5, 'wrong_type'], ['x'.repeat(401), 'too_long']],
    long_text: [['x'.repeat(4001), 'too_long']],
    number: [['5', 'wrong_type'], [Number.NaN, 'wrong_type']],
    money: [[5, 'wrong_type'], [{amountMinor: 1.5, currency: 'EUR'}, 'wrong_type'], [{amountMinor: -1, currency: 'EUR'}, 'wrong_type'], [{amountMinor: 1, currency: 'eur'}, 'wrong_type']],
    date: [['2027-02-30', 'not_a_date'], ['31.12.2027', 'not_a_date'], [20271231, 'wrong_type']],
    select: [['c', 'option_unknown'], [['a'], 'option_unknown']],
    multi_select: [['a', 'wrong_type'], [['a', 'c'], 'option_unknown']],
    checkbox: [['true', 'wrong_type']],
    url: [['javascript:alert(1)', 'not_a_url'], ['example.com', 'not_a_url'], ['https://', 'not_a_url']],
    email: [['a@b', 'not_an_email'], ['a b@c.example', 'not_an_email']],
    phone: [['call me', 'not_a_phone'], ['12', 'not_a_phone']],
  };
  for (const type of FormField.shape.type.options) {
    it(`knows what fits ${type}`, () => {
      const asked = {type, options: [option('a'), option('b')]};
      assert.ok(right[type] && wrong[type]);
      for (const value of right[type]) assert.equal(answerFault(asked, value), null, JSON.stringify(value));
      for (const [value, code] of wrong[type]) assert.equal(answerFault(asked, value)?.code, code, JSON.stringify(value));
    });
  }
});
