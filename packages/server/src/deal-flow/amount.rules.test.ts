import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {DealLine} from '@portico/contract';
import fc from 'fast-check';
import {amountOf} from './amount.rules.ts';

const line = (quantity: number, amountMinor: number | null, currency = 'EUR', discountPercent = 0): DealLine => ({product: 'Vision', quantity, unitPrice: amountMinor === null ? null : {amountMinor, currency}, discountPercent});

describe('the amount of a deal', () => {
  it('is the sum of its priced lines in minor units, whatever the exponent of the currency', () => {
    assert.deepEqual(amountOf([line(8, 850_000), line(1, 1_600_000)], null), {amountMinor: 8_400_000, currency: 'EUR'});
    // Yen have no minor unit: 3 at ¥1,980 less 15 % are ¥5,049.
    assert.deepEqual(amountOf([line(3, 1980, 'JPY', 15)], null), {amountMinor: 5049, currency: 'JPY'});
    // Dinars have a thousand fils: 7 at 12.345 KWD less 12.5 % are 75.613125 KWD.
    assert.deepEqual(amountOf([line(7, 12_345, 'KWD', 12.5)], null), {amountMinor: 75_613, currency: 'KWD'});
  });

  it('is rounded half up on each line', () => {
    assert.deepEqual(amountOf([line(1, 1, 'EUR', 50)], null), {amountMinor: 1, currency: 'EUR'});
    assert.deepEqual(amountOf([line(1, 1, 'EUR', 50), line(1, 1, 'EUR', 50)], null), {amountMinor: 2, currency: 'EUR'});
    assert.deepEqual(amountOf([line(1, 1, 'EUR', 50.000_001)], null), {amountMinor: 0, currency: 'EUR'});
    assert.deepEqual(amountOf([line(1, 100, 'EUR', 100)], null), {amountMinor: 0, currency: 'EUR'});
  });

  it('is the estimate while a line has no price or another currency', () => {
    const estimated = {amountMinor: 500, currency: 'USD'};
    assert.equal(amountOf([], estimated), estimated);
    assert.equal(amountOf([line(1, 100), line(1, null)], estimated), estimated);
    assert.equal(amountOf([line(1, 100), line(1, 100, 'USD')], estimated), estimated);
    assert.equal(amountOf([line(1, null)], null), null);
  });

  it('is never larger than what can be kept', () => {
    assert.throws(() => amountOf([line(1_000_000, Number.MAX_SAFE_INTEGER)], null), RangeError);
  });

  it('is exact to the minor unit for any prices and whole discounts', () => {
    fc.assert(
      fc.property(fc.array(fc.record({quantity: fc.integer({min: 1, max: 1000}), price: fc.integer({min: 0, max: 1_000_000_000}), discount: fc.integer({min: 0, max: 100})}), {minLength: 1, maxLength: 20}), lines => {
        const expected = lines.reduce((sum, {quantity, price, discount}) => sum + (BigInt(quantity) * BigInt(price) * BigInt(100 - discount) + 50n) / 100n, 0n);
        assert.equal(BigInt(amountOf(lines.map(({quantity, price, discount}) => line(quantity, price, 'EUR', discount)), null)?.amountMinor ?? -1), expected);
      }),
    );
  });
});
