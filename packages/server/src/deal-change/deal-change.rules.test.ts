import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {DealReader} from '../deal-registration/deal-reader.rules.ts';
import {changeActionsOf, partyOf, type ChangeStanding} from './deal-change.rules.ts';

const reader = (changes: Partial<DealReader>): DealReader => ({side: 'partner', partnerOrgId: 'A', personId: 'p', seesWholeOrg: true, seesResellers: true, scopes: [], ...changes});
const transfer = (changes: Partial<ChangeStanding> = {}): ChangeStanding => ({kind: 'transfer', status: 'requested', requested_side: 'vendor', agreed_by: ['vendor'], to_partner_org_id: 'B', ...changes});
const extension: ChangeStanding = {kind: 'extension', status: 'requested', requested_side: 'partner', agreed_by: [], to_partner_org_id: null};

describe('parties of a request', () => {
  it('are the vendor, whoever has the deal and whoever would have it', () => {
    assert.equal(partyOf(reader({side: 'vendor', partnerOrgId: null}), transfer(), 'A'), 'vendor');
    assert.equal(partyOf(reader({}), transfer(), 'A'), 'giving_partner');
    assert.equal(partyOf(reader({partnerOrgId: 'B'}), transfer(), 'A'), 'receiving_partner');
    assert.equal(partyOf(reader({partnerOrgId: 'C'}), transfer(), 'A'), null);
  });

  it('do not include reps where an organisation gives or takes a deal', () => {
    assert.equal(partyOf(reader({seesWholeOrg: false}), transfer(), 'A'), null);
    assert.equal(partyOf(reader({seesWholeOrg: false}), extension, 'A'), 'giving_partner');
  });
});

describe('what a party may do', () => {
  it('is to take back what it asked for, and to decide what it was asked', () => {
    assert.deepEqual(changeActionsOf('giving_partner', extension), ['withdraw']);
    assert.deepEqual(changeActionsOf('vendor', extension), ['approve', 'reject']);
    assert.deepEqual(changeActionsOf('vendor', transfer()), ['withdraw']);
    assert.deepEqual(changeActionsOf(null, extension), []);
  });

  it('begins for the receiving partner when the giving one has agreed, and ends with one’s own word', () => {
    assert.deepEqual(changeActionsOf('giving_partner', transfer()), ['approve', 'reject']);
    assert.deepEqual(changeActionsOf('receiving_partner', transfer()), []);
    const agreed = transfer({agreed_by: ['vendor', 'giving_partner']});
    assert.deepEqual(changeActionsOf('giving_partner', agreed), []);
    assert.deepEqual(changeActionsOf('receiving_partner', agreed), ['approve', 'reject']);
  });

  it('is nothing once it is decided', () => {
    for (const party of ['vendor', 'giving_partner', 'receiving_partner'] as const) assert.deepEqual(changeActionsOf(party, transfer({status: 'approved'})), []);
  });
});
