import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {findingsOf, type CompanySigns} from './points-check.rules.ts';

const check = {burst: {times: 3, minutes: 60}, selfDealing: true, oneCustomer: {sharePercent: 80, minDeals: 5, days: 90}} as const;
const nothing: CompanySigns = {names: [], domains: [], emailDomains: [], phones: [], taxIds: [], people: []};
const partner: CompanySigns = {names: ['Lumen Automation', 'lumen automation'], domains: ['https://www.lumen.example/en'], emailDomains: ['lumen-group.example'], phones: ['+358401234567'], taxIds: ['FI12345678'], people: ['Aino Virtanen', 'aino@home.example']};
const quiet = {event: 'deal_won', customer: 'Acme', customerSigns: null, partner, burst: 1, customers: ['Acme', 'Beta', 'Gamma', 'Delta', 'Acme']};
const kinds = (of: Parameters<typeof findingsOf>[1], by: Parameters<typeof findingsOf>[0] = check) => findingsOf(by, of).map(({kind, count}) => `${kind} ${count}`);

describe('the check of what points are given for', () => {
  it('finds nothing in ordinary work', () => assert.deepEqual(kinds(quiet), []));
  it('finds many at once', () => assert.deepEqual([kinds({...quiet, burst: 3}), kinds({...quiet, burst: 4})], [[], ['burst 4']]));
  it('finds deals with oneself, by name and by web site', () => {
    for (const customer of ['lumen automation', 'LUMEN.example', 'http://lumen.example/']) assert.deepEqual(kinds({...quiet, customer}), ['self_dealing 1']);
    assert.deepEqual(kinds({...quiet, customer: 'Lumen'}), []);
  });
  it('finds deals with oneself by whatever they have in common, and says by what', () => {
    const found = (signs: Partial<CompanySigns>) => findingsOf(check, {...quiet, customerSigns: {...nothing, ...signs}}).flatMap(({signs: common}) => common ?? []);
    assert.deepEqual(found({names: ['acme'], domains: ['acme.example'], emailDomains: ['acme.example'], phones: ['+358401234568'], taxIds: ['FI1'], people: ['Bo Berg', 'aino@acme.example']}), []);
    const each = [{names: ['lumen  automation']}, {domains: ['lumen.example']}, {emailDomains: ['lumen-group.example']}, {phones: ['+358401234567']}, {taxIds: ['FI12345678']}, {people: ['AINO VIRTANEN']}, {people: ['Aino@Home.example']}];
    assert.deepEqual(each.map(found), [['name'], ['domain'], ['email_domain'], ['phone'], ['tax_id'], ['person'], ['person']]);
    // A mailbox at the partner's own site, and a site at the partner's mail domain.
    assert.deepEqual([found({emailDomains: ['lumen.example']}), found({domains: ['lumen-group.example']}), found({phones: ['+358401234567'], people: ['Aino Virtanen']})], [['email_domain'], ['email_domain'], ['phone', 'person']]);
  });
  it('finds one customer again and again', () => {
    const customers = ['Acme', 'acme', 'Acme', 'Acme', 'Beta'];
    assert.deepEqual([kinds({...quiet, customers}), kinds({...quiet, customers: customers.slice(0, 4)}), kinds({...quiet, customers, event: 'deal_lost'})], [['one_customer 4'], [], []]);
  });
  it('looks only for what it is told to', () => assert.deepEqual(kinds({...quiet, burst: 9, customer: 'Lumen Automation', customers: Array.from({length: 9}, () => 'Lumen Automation')}, {burst: null, selfDealing: false, oneCustomer: null}), []));
});
