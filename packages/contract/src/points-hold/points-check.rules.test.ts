import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {findingsOf} from './points-check.rules.ts';

const check = {burst: {times: 3, minutes: 60}, selfDealing: true, oneCustomer: {sharePercent: 80, minDeals: 5, days: 90}} as const;
const partner = {name: 'Lumen Automation', website: 'https://www.lumen.example/en'};
const quiet = {event: 'deal_won', customer: 'Acme', partner, burst: 1, customers: ['Acme', 'Beta', 'Gamma', 'Delta', 'Acme']};
const kinds = (of: Parameters<typeof findingsOf>[1], by: Parameters<typeof findingsOf>[0] = check) => findingsOf(by, of).map(({kind, count}) => `${kind} ${count}`);

describe('the check of what points are given for', () => {
  it('finds nothing in ordinary work', () => assert.deepEqual(kinds(quiet), []));
  it('finds many at once', () => assert.deepEqual([kinds({...quiet, burst: 3}), kinds({...quiet, burst: 4})], [[], ['burst 4']]));
  it('finds deals with oneself, by name and by web site', () => {
    for (const customer of ['lumen automation', 'LUMEN.example', 'http://lumen.example/']) assert.deepEqual(kinds({...quiet, customer}), ['self_dealing 1']);
    assert.deepEqual(kinds({...quiet, customer: 'Lumen'}), []);
  });
  it('finds one customer again and again', () => {
    const customers = ['Acme', 'acme', 'Acme', 'Acme', 'Beta'];
    assert.deepEqual([kinds({...quiet, customers}), kinds({...quiet, customers: customers.slice(0, 4)}), kinds({...quiet, customers, event: 'deal_lost'})], [['one_customer 4'], [], []]);
  });
  it('looks only for what it is told to', () => assert.deepEqual(kinds({...quiet, burst: 9, customer: 'Lumen Automation', customers: Array.from({length: 9}, () => 'Lumen Automation')}, {burst: null, selfDealing: false, oneCustomer: null}), []));
});
