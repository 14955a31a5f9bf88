import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {ClaimAnswer} from '@portico/contract';
import {answerClaim, type ClaimedAccount, type ClaimedDeal} from './claim-answer.rules.ts';
import {customerKeysOf} from './customer-key.rules.ts';
import {compareCustomers, timesOverlap, type RecordKeys} from './match.rules.ts';

const now = '2026-11-21T10:00:00.000Z';
const full = {products: ['Gripper'], now, policy: {claimAnswers: 'full'}} as const;
const deal: ClaimedDeal = {isOwn: false, isProtected: true, protectedUntil: '2027-01-01T00:00:00.000Z', products: [], certainty: 'certain'};
const customer: ClaimedAccount = {standing: 'existing_customer', certainty: 'certain'};

const anyCertainty = fc.constantFrom('certain' as const, 'likely' as const, 'possible' as const);
const anyDeal = fc.record({
  isOwn: fc.boolean(),
  isProtected: fc.boolean(),
  protectedUntil: fc.constantFrom(null, '2026-11-21T09:59:59.999Z', now, '2027-01-01T00:00:00.000Z'),
  products: fc.constantFrom<readonly string[]>([], ['Gripper'], ['Camera'], ['Camera', 'Gripper']),
  certainty: anyCertainty,
});
const anyAccount = fc.record({standing: fc.constantFrom('prospect' as const, 'existing_customer' as const, 'direct_sales_active' as const), certainty: anyCertainty});

describe('the answer to a claim', () => {
  it('is the first of several', () => {
    const cases: readonly [ClaimAnswer, readonly ClaimedAccount[], readonly ClaimedDeal[]][] = [
      ['clear', [], []],
      ['clear', [{standing: 'prospect', certainty: 'certain'}], []],
      ['possible_conflict', [], [{...deal, isProtected: false}]],
      ['possible_conflict', [], [{...deal, certainty: 'possible'}]],
      ['possible_conflict', [{...customer, certainty: 'possible'}], []],
      ['existing_customer', [customer], [{...deal, isProtected: false}]],
      ['direct_sales_active', [customer, {standing: 'direct_sales_active', certainty: 'likely'}], []],
      ['protected_by_other', [{standing: 'direct_sales_active', certainty: 'certain'}], [deal]],
      ['your_own', [customer], [deal, {...deal, isOwn: true, isProtected: false}]],
    ];
    for (const [answer, accounts, deals] of cases) assert.equal(answerClaim(full, accounts, deals), answer, JSON.stringify([accounts, deals]));
  });

  it('looks at products and time', () => {
    assert.equal(answerClaim(full, [], [{...deal, products: ['Camera']}]), 'clear');
    assert.equal(answerClaim({...full, products: []}, [], [{...deal, products: ['Camera']}]), 'protected_by_other');
    assert.equal(answerClaim(full, [], [{...deal, protectedUntil: now}]), 'clear');
    assert.equal(answerClaim(full, [], [{...deal, protectedUntil: null}]), 'protected_by_other');
    // What waits for a decision does not wait for the end of a protection that it had before.
    assert.equal(answerClaim(full, [], [{...deal, isProtected: false, protectedUntil: now}]), 'possible_conflict');
    assert.equal(timesOverlap({from: 'a', until: 'b'}, {from: 'b', until: null}), false);
  });

  it('says one of three things where the programme wants it coarse', () => {
    fc.assert(fc.property(fc.array(anyAccount, {maxLength: 4}), fc.array(anyDeal, {maxLength: 4}), (accounts, deals) => {
      const [fine, coarse] = [answerClaim(full, accounts, deals), answerClaim({...full, policy: {claimAnswers: 'coarse'}}, accounts, deals)];
      assert.equal(coarse, fine === 'your_own' || fine === 'clear' ? fine : 'possible_conflict');
    }));
  });

  it('is free of what does not compete, and of the order of what does', () => {
    fc.assert(fc.property(fc.array(anyAccount, {maxLength: 4}), fc.array(anyDeal, {maxLength: 4}), (accounts, deals) => {
      const answer = answerClaim(full, accounts, deals);
      assert.equal(answerClaim(full, accounts.toReversed(), deals.toReversed()), answer);
      const silent: ClaimedDeal[] = [{...deal, products: ['Camera']}, {...deal, isOwn: true, protectedUntil: now}, {...deal, isOwn: true, certainty: 'possible'}];
      assert.equal(answerClaim(full, [...accounts, {standing: 'prospect', certainty: 'certain'}], [...deals, ...silent]), answer);
      if (deals.every(({certainty}) => certainty === 'possible') && accounts.every(({certainty}) => certainty === 'possible')) assert.match(answer, /^(clear|possible_conflict)$/);
    }));
  });
});

describe('comparing customers', () => {
  const record = (keys: Partial<RecordKeys>): RecordKeys => ({domainKeys: [], taxKey: null, nameKey: null, countryKey: null, emailKey: null, phoneKey: null, externalId: null, similarity: 0, ...keys});
  const sought = customerKeysOf({name: 'Acme Pumps Oy', country: 'FI', website: 'acme.fi', taxId: '1234567-8', email: 'anna@acme.fi', phone: '03 123 4567'});

  it('is certain by domain or tax identifier', () => {
    assert.deepEqual(compareCustomers(sought, record({domainKeys: ['acme.com', 'acme.fi']})), {matches: ['domain'], certainty: 'certain'});
    assert.deepEqual(compareCustomers(sought, record({taxKey: 'FI12345678', nameKey: 'other', countryKey: 'SE'})), {matches: ['tax_id'], certainty: 'certain'});
  });

  it('is likely by name in one country, unless a domain or tax identifier speaks against it', () => {
    const likely = {nameKey: 'acme pumps', countryKey: 'FI', similarity: 1};
    assert.deepEqual(compareCustomers(sought, record(likely)), {matches: ['name_and_country'], certainty: 'likely'});
    assert.deepEqual(compareCustomers(sought, record({...likely, nameKey: 'acme pump', similarity: 0.9})), {matches: ['similar_name'], certainty: 'likely'});
    assert.deepEqual(compareCustomers(sought, record({...likely, nameKey: 'acme pump', similarity: 0.89})), {matches: ['similar_name'], certainty: 'possible'});
    assert.deepEqual(compareCustomers(sought, record({...likely, taxKey: 'FI99999999'})), {matches: ['name_and_country'], certainty: 'possible'});
    assert.deepEqual(compareCustomers(sought, record({...likely, domainKeys: ['acme-pumps.fi']})), {matches: ['name_and_country'], certainty: 'possible'});
    assert.deepEqual(compareCustomers(sought, record({...likely, countryKey: 'SE'})), {matches: ['similar_name'], certainty: 'possible'});
  });

  it('is possible by what people share, and nothing otherwise', () => {
    assert.deepEqual(compareCustomers(sought, record({emailKey: 'anna@acme.fi', phoneKey: '+35831234567'})), {matches: ['contact_email', 'contact_phone'], certainty: 'possible'});
    assert.deepEqual(compareCustomers({...sought, externalId: 'x'}, record({externalId: 'x'})), {matches: ['external_id'], certainty: 'possible'});
    assert.equal(compareCustomers(sought, record({nameKey: 'acme plumbing', countryKey: 'SE', similarity: 0.7})), null);
    assert.equal(compareCustomers(customerKeysOf({}), record({})), null);
  });
});
