import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {exponentOf, isCurrency, readAmount, writeAmount} from './amounts.rules.ts';

const minor = (text: string, currency?: string) => {
  const reading = readAmount(text, currency);
  return reading.ok ? reading.amountMinor : reading.code;
};

describe('amounts of money', () => {
  it('are read as people write them', () => {
    for (const text of ['1054.5', '1,054.50', '1.054,50', '1 054,50', '1\u00a0054,50', "1'054.50", '€1,054.50', '1 054,50 €', 'EUR 1054.50', '1054,5 eur', '１０５４.５０', '1.054,500']) {
      assert.equal(minor(text, 'EUR'), 105_450, text);
    }
    assert.equal(minor('1,054', 'USD'), 105_400);
    assert.equal(minor('1.054', 'EUR'), 105_400);
    assert.equal(minor('0.5', 'EUR'), 50);
    assert.equal(minor('.5', 'EUR'), 50);
    assert.equal(minor('12,34,567.00', 'INR'), 123_456_700);
    assert.equal(minor('1,054,000 kr', 'SEK'), 105_400_000);
    assert.equal(minor('1.200.000 ₫'), 1_200_000);
  });

  it('use the minor unit of their currency', () => {
    assert.equal(minor('1054', 'JPY'), 1054);
    assert.equal(minor('1.054', 'KWD'), 1054);
    assert.equal(minor('1,054', 'KWD'), 1_054_000);
    assert.equal(minor('1.5', 'JPY'), 'amount_too_precise');
    assert.equal(minor('1.005', 'BHD'), 1005);
    assert.equal(minor('10.055', 'EUR'), 1_005_500);
    assert.equal(minor('10.0551', 'EUR'), 'amount_too_precise');
  });

  it('never pass through a float', () => {
    assert.equal(minor('90071992547409.91', 'EUR'), Number.MAX_SAFE_INTEGER);
    assert.equal(minor('90071992547409.92', 'EUR'), 'amount_too_large');
    assert.equal(minor('1.15', 'EUR'), 115);
    assert.equal(minor('4.35', 'EUR'), 435);
  });

  it('need a currency that agrees with what stands beside them', () => {
    assert.equal(minor('12'), 'currency_missing');
    assert.equal(minor('$12'), 'currency_missing');
    assert.equal(minor('12', 'ZZZ'), 'currency_unknown');
    assert.equal(minor('12 €', 'USD'), 'currency_conflict');
    assert.equal(minor('$12', 'CAD'), 1200);
  });

  it('are refused when they are not amounts', () => {
    for (const text of ['abc', '-5', '(5)', '1,05,4', '1..5', '1.5k', '1e3', '12-13', '1,0545,000', '', 'about 5']) assert.equal(minor(text, 'EUR'), 'amount_invalid', text);
  });

  it('survive being written and read in every currency', () => {
    fc.assert(
      fc.property(fc.nat({max: Number.MAX_SAFE_INTEGER}), fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'VND', 'BHD'), (amount, currency) => {
        assert.equal(minor(writeAmount(amount, currency), currency), amount);
      }),
    );
    assert.equal(exponentOf('CLF'), 4);
    assert.equal(minor(' '.repeat(30_000) + '5' + ' '.repeat(30_000), 'EUR'), 500);
    assert.equal(minor('5' + '. '.repeat(15_000), 'EUR'), 'amount_invalid');
    assert.ok(isCurrency('EUR') && !isCurrency('EURO'));
  });
});
