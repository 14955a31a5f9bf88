import {expect} from '@open-wc/testing';
import {leadOfferExamples} from '@portico/contract/examples';
import type {LeadOffer} from '@portico/contract';
import {belongsTo, compareOffers, deadlineOf, type LeadInboxQuery, mentions, tabOf} from './lead-inbox.model.ts';
import {previewAct, toNews} from './offer-changes.model.ts';

const [example] = Object.values(leadOfferExamples) as LeadOffer[];
const offer = (changes: Partial<LeadOffer> = {}): LeadOffer => ({...(example as LeadOffer), status: 'offered', endedAt: null, acceptBy: '2026-11-23T10:00:00.000Z', ...changes});
const query: LeadInboxQuery = {tab: 'new', sort: 'deadline', q: '', product: '', country: '', assignee: '', unread: false};
const at = '2026-11-22T10:00:00.000Z';

describe('the model of the lead inbox', () => {
  it('counts down to the answer first, then to whichever comes sooner of activity and end', () => {
    expect(deadlineOf(offer())?.kind).to.equal('accept');
    const working = {status: 'working' as const, acceptedAt: at, lastActivityAt: at};
    expect(deadlineOf(offer({...working, actBy: '2027-01-01T00:00:00.000Z', idleBy: '2026-12-01T00:00:00.000Z'}))?.kind).to.equal('idle');
    expect(deadlineOf(offer({...working, actBy: '2026-11-25T00:00:00.000Z', idleBy: '2026-12-01T00:00:00.000Z'}))?.kind).to.equal('act');
    expect(deadlineOf(offer({status: 'declined', endedAt: at}))).to.equal(null);
    expect(deadlineOf(offer({acceptBy: null}))).to.equal(null);
  });

  it('sorts as the server does: what runs out first, what ended last, the highest score, the newest', () => {
    const soon = offer({id: 'b', acceptBy: '2026-11-22T11:00:00.000Z'});
    const late = offer({id: 'a'});
    expect([late, soon].sort((a, b) => compareOffers(a, b, query)).map(({id}) => id)).to.deep.equal(['b', 'a']);
    const ended = [offer({id: 'a', status: 'declined', endedAt: at}), offer({id: 'b', status: 'declined', endedAt: '2026-11-23T10:00:00.000Z'})];
    expect([...ended].sort((a, b) => compareOffers(a, b, {tab: 'closed', sort: 'deadline'})).map(({id}) => id)).to.deep.equal(['b', 'a']);
    const scored = [10, null, 90].map((score, index) => offer({id: String(index), teaser: {...late.teaser, score}}));
    expect(scored.sort((a, b) => compareOffers(a, b, {tab: 'new', sort: 'score'})).map(({teaser}) => teaser.score)).to.deep.equal([90, 10, null]);
    const none = offer({id: 'c', acceptBy: null});
    expect(compareOffers(none, late, query)).to.be.above(0);
    expect(compareOffers(late, late, query)).to.equal(0);
  });

  it('knows which filters a row passes', () => {
    const {teaser} = offer();
    expect(belongsTo(offer(), query, undefined)).to.equal(true);
    expect(belongsTo(offer({status: 'working'}), query, undefined)).to.equal(false);
    expect(belongsTo(offer(), {...query, product: teaser.products[0] ?? ''}, undefined)).to.equal(true);
    expect(belongsTo(offer(), {...query, product: 'Something else'}, undefined)).to.equal(false);
    expect(belongsTo(offer({unread: false}), {...query, unread: true}, undefined)).to.equal(false);
    const mine = offer({assignee: {id: 'me', name: 'Aino'}});
    expect(belongsTo(mine, {...query, assignee: 'me'}, 'me')).to.equal(true);
    expect(belongsTo(mine, {...query, assignee: 'nobody'}, 'me')).to.equal(false);
    expect(belongsTo(offer({assignee: null}), {...query, assignee: 'nobody'}, 'me')).to.equal(true);
  });

  it('finds words at their beginning, in any order', () => {
    const {teaser} = offer({teaser: {...offer().teaser, title: 'Paper mill wants cameras'}, lead: null});
    expect(mentions(offer({teaser, lead: null}), 'camer PAPER')).to.equal(true);
    expect(mentions(offer({teaser, lead: null}), 'aper')).to.equal(false);
    expect(mentions(offer({teaser, lead: null}), '')).to.equal(true);
  });

  it('shows what an act will make of an offer, and allows nothing more until the server has spoken', () => {
    const accepted = previewAct(offer(), 'accept', {at});
    expect(accepted).to.include({status: 'accepted', acceptedAt: at, unread: false});
    expect(accepted.actions).to.deep.equal([]);
    expect(accepted.lead, 'the contact is the server’s to show').to.equal(offer().lead);
    const declined = previewAct(offer(), 'decline', {at, reason: 'spam'});
    expect(declined).to.include({status: 'declined', endedAt: at, endReason: 'spam'});
    expect(tabOf(declined)).to.equal('closed');
    expect(previewAct(offer(), 'reassign', {at, assignee: {id: 'p', name: 'Mika'}})).to.include({status: 'offered'});
  });

  it('tells news from what is none', () => {
    expect(toNews(offer(), offer({status: 'viewed'}))).to.equal(null);
    expect(toNews(offer(), offer({status: 'withdrawn'}))).to.equal('withdrawn');
    expect(toNews(offer(), offer({assignee: {id: 'other', name: 'Mika'}}))).to.equal('reassigned');
    expect(toNews(offer(), offer({teaser: {...offer().teaser, score: 3}}))).to.equal('changed');
    expect(toNews(offer(), offer({unread: false, version: 9}))).to.equal(null);
  });
});
