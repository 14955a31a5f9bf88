import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LeadOfferStatus, canHappen, leadOfferTabs, leadOfferTransitions, type LeadOfferEvent} from '@portico/contract';
import {actionsOf, endingProblemOf, isOpen, isRevealed, isVisibleTo, leadStatusOf, statusAfter, statusProblemOf, type OfferReader} from './lead-offer.rules.ts';

const lead: OfferReader = {side: 'partner', partnerOrgId: 'org', personId: 'anna', seesWholeOrg: true, mayAct: true, mayLog: true};
const rep: OfferReader = {...lead, personId: 'ben', seesWholeOrg: false};
const vendor: OfferReader = {side: 'vendor', partnerOrgId: null, personId: 'vera', seesWholeOrg: true, mayAct: true, mayLog: true};
const offer = {status: 'offered', acceptBy: '2026-11-22T10:00:00.000Z', partnerOrgId: 'org', assigneeId: null} as const;
const before = Date.parse('2026-11-22T09:00:00Z');
const after = Date.parse('2026-11-22T10:00:00Z');

describe('who sees an offer', () => {
  it('is the whole organisation’s lead, and nobody of another', () => {
    assert.ok(isVisibleTo(lead, {...offer, assigneeId: 'ben'}));
    assert.ok(!isVisibleTo({...lead, partnerOrgId: 'other'}, offer));
    assert.ok(isVisibleTo(vendor, offer));
  });

  it('is a rep for own and unassigned ones only', () => {
    assert.ok(isVisibleTo(rep, offer));
    assert.ok(isVisibleTo(rep, {...offer, assigneeId: 'ben'}));
    assert.ok(!isVisibleTo(rep, {...offer, assigneeId: 'anna'}));
  });
});

describe('what a partner sees of the lead', () => {
  it('is all of it from acceptance on, and nothing more after a withdrawal', () => {
    assert.ok(!isRevealed({status: 'viewed', acceptedAt: null}));
    assert.ok(!isRevealed({status: 'lost_race', acceptedAt: null}));
    assert.ok(isRevealed({status: 'working', acceptedAt: '2026-11-22T10:00:00.000Z'}));
    assert.ok(isRevealed({status: 'returned', acceptedAt: '2026-11-22T10:00:00.000Z'}));
    assert.ok(!isRevealed({status: 'withdrawn', acceptedAt: '2026-11-22T10:00:00.000Z'}));
  });
});

describe('actions', () => {
  it('before acceptance are to view, accept, decline and reassign', () => {
    assert.deepEqual(actionsOf(lead, offer, before), ['view', 'accept', 'decline', 'reassign']);
    assert.deepEqual(actionsOf(rep, {...offer, status: 'viewed'}, before), ['accept', 'decline', 'reassign']);
  });

  it('leave out accepting and declining once the time is over', () => assert.deepEqual(actionsOf(lead, offer, after), ['view', 'reassign']));

  it('in work are to bring it to an end, hand it on and log', () => {
    assert.deepEqual(actionsOf(lead, {...offer, status: 'working'}, after), ['return', 'convert', 'close_won', 'close_lost', 'reassign', 'log_activity']);
  });

  it('of the vendor are to withdraw', () => {
    assert.deepEqual(actionsOf(vendor, offer, after), ['withdraw']);
    assert.deepEqual(actionsOf(vendor, {...offer, status: 'converted'}, after), []);
  });

  it('are none in a final status, for a colleague’s offer, or without the right to act', () => {
    for (const status of leadOfferTabs.closed) assert.deepEqual(actionsOf(lead, {...offer, status}, before), [], status);
    assert.deepEqual(actionsOf(rep, {...offer, assigneeId: 'anna'}, before), []);
    assert.deepEqual(actionsOf({...lead, mayAct: false}, offer, before), []);
    assert.deepEqual(actionsOf({...lead, mayAct: false}, {...offer, status: 'working'}, before), ['log_activity']);
  });

  it('are never refused by the rules that execute them', () => {
    for (const status of LeadOfferStatus.options) {
      for (const reader of [lead, vendor]) {
        for (const action of actionsOf(reader, {...offer, status}, before)) {
          assert.equal(endingProblemOf(action, {...offer, status}, before), null, `${action} of ${status}`);
          assert.equal(statusProblemOf(action, status), null, `${action} of ${status}`);
        }
      }
    }
  });
});

describe('refusals', () => {
  it('say how the offer ended', () => {
    assert.equal(endingProblemOf('accept', {...offer, status: 'lost_race'}, before), 'lead_offer_lost_race');
    assert.equal(endingProblemOf('decline', {...offer, status: 'expired'}, before), 'lead_offer_expired');
    assert.equal(endingProblemOf('accept', {...offer, status: 'viewed'}, after), 'lead_offer_expired');
    assert.equal(endingProblemOf('convert', {...offer, status: 'withdrawn'}, before), 'lead_offer_withdrawn');
    assert.equal(endingProblemOf('convert', {...offer, status: 'accepted'}, after), null);
    assert.equal(endingProblemOf('withdraw', {...offer, status: 'withdrawn'}, before), null);
  });

  it('are a conflict for everything else that the table does not allow', () => {
    for (const event of Object.keys(leadOfferTransitions) as LeadOfferEvent[]) {
      for (const status of LeadOfferStatus.options) {
        assert.equal(statusProblemOf(event, status), canHappen(event, status) ? null : 'lead_offer_status_conflict');
      }
    }
  });
});

describe('statuses', () => {
  it('of final offers allow no event at all', () => {
    for (const status of leadOfferTabs.closed) {
      assert.deepEqual((Object.keys(leadOfferTransitions) as LeadOfferEvent[]).filter(event => canHappen(event, status)), [], status);
      assert.ok(!isOpen(status));
    }
    for (const status of [...leadOfferTabs.new, ...leadOfferTabs.working]) assert.ok(isOpen(status));
  });

  it('follow the table, and the lead follows its offer', () => {
    assert.equal(statusAfter('accept', 'viewed'), 'accepted');
    assert.equal(statusAfter('reassign', 'working'), 'working');
    assert.equal(leadStatusOf('viewed'), 'offered');
    assert.equal(leadStatusOf('working'), 'working');
    assert.equal(leadStatusOf('converted'), 'converted');
    assert.equal(leadStatusOf('declined'), 'routable');
  });
});
