import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {DealLine} from '@portico/contract';
import {raisesAmount, widensProducts} from './amendment.rules.ts';

const lines = (...products: string[]): DealLine[] => products.map(product => ({product, quantity: 1, unitPrice: null, discountPercent: 0}));
const eur = (amountMinor: number) => ({amountMinor, currency: 'EUR'});

describe('an amendment', () => {
  it('needs a new approval for products that were not approved', () => {
    const deal = {lines: lines('Vision', 'Edge'), amount: null};
    assert.equal(widensProducts({lines: lines('Vision')}, deal), false);
    assert.equal(widensProducts({lines: lines('Edge', 'Vision', 'Edge')}, deal), false);
    assert.equal(widensProducts({lines: lines('Vision', 'Cloud')}, deal), true);
    assert.equal(widensProducts({lines: []}, deal), true);
    assert.equal(widensProducts({estimatedAmount: eur(1)}, deal), false);
  });

  it('cannot reach beyond all products', () => {
    assert.equal(widensProducts({lines: lines('Cloud')}, {lines: [], amount: null}), false);
    assert.equal(widensProducts({lines: []}, {lines: [], amount: null}), false);
  });

  it('raises the amount when it is larger, or cannot be compared', () => {
    assert.equal(raisesAmount(eur(101), eur(100)), true);
    assert.equal(raisesAmount(eur(100), eur(100)), false);
    assert.equal(raisesAmount({amountMinor: 1, currency: 'JPY'}, eur(100)), true);
    assert.equal(raisesAmount(eur(0), null), true);
    assert.equal(raisesAmount(null, eur(100)), false);
  });
});
