import {expect} from '@open-wc/testing';
import {leadExamples, partnerOrgExamples} from '@portico/contract/examples';
import type {Lead} from '@portico/contract';
import {findFailedChecks} from './dialogs/eligibility.model.ts';
import {toNewLead} from './dialogs/new-lead.model.ts';
import {actionsOf} from './lead-desk.actions.ts';
import {compareLeads, countOf, groupOf, isOnList, leadGroups, toDeadline, toLastHappening, type LeadDeskFilter} from './lead-desk.model.ts';

const [example] = Object.values(leadExamples) as Lead[];
const lead = (changes: Partial<Lead> = {}): Lead => ({...(example as Lead), ...changes});
const offer = (changes: Partial<NonNullable<Lead['offer']>>): Lead['offer'] => ({
  id: 'o', status: 'offered', partnerOrg: {id: 'p', name: 'Lumen'}, assignee: null, offeredAt: '2026-11-20T10:00:00.000Z', acceptBy: '2026-11-22T10:00:00.000Z', actBy: null,
  firstViewedAt: null, acceptedAt: null, firstContactAt: null, lastActivityAt: null, endedAt: null, reason: null, version: 1, ...changes,
});
const everything: LeadDeskFilter = {group: 'all', status: null, partnerOrgId: null, attention: false, q: ''};

describe('the model of the lead desk', () => {
  it('puts every status under one tab', () => {
    const statuses = Object.values(leadGroups).flat();
    expect(new Set(statuses).size).to.equal(statuses.length);
    expect(statuses).to.have.length(12);
    expect(groupOf('recycled')).to.equal('unplaced');
  });

  it('counts a tab from the statuses in it', () => {
    const counts = {byStatus: {accepted: 2, working: 3, quarantined: 1}, dueSoon: 0, needsAttention: 0};
    expect([countOf(counts, 'working'), countOf(counts, 'aside'), countOf(counts, 'offered'), countOf(counts, 'all')]).to.deep.equal([5, 1, 0, 6]);
  });

  it('keeps a lead on the list by tab, status, partner, attention and words', () => {
    const one = lead({status: 'offered', offer: offer({}), attention: null, company: {...lead().company, name: 'Saimaa Brewing'}});
    const on = (filter: Partial<LeadDeskFilter>) => isOnList(one, {...everything, ...filter});
    expect([on({}), on({group: 'offered'}), on({group: 'working'}), on({group: 'all', status: 'working'})]).to.deep.equal([true, true, false, false]);
    expect([on({partnerOrgId: 'p'}), on({partnerOrgId: 'other'}), on({attention: true})]).to.deep.equal([true, false, false]);
    expect([on({q: 'sai brew'}), on({q: 'LUMEN'}), on({q: 'aimaa'})]).to.deep.equal([true, true, false]);
  });

  it('orders by deadline with those without one last, and breaks ties the same way each time', () => {
    const soon = lead({id: 'a', offer: offer({acceptBy: '2026-11-21T00:00:00.000Z'})});
    const later = lead({id: 'b', offer: offer({acceptBy: '2026-11-25T00:00:00.000Z'})});
    const never = [lead({id: 'c', offer: null}), lead({id: 'd', offer: offer({endedAt: '2026-11-20T12:00:00.000Z', status: 'declined'})})];
    const sorted = [...never.toReversed(), later, soon].sort((a, b) => compareLeads(a, b, 'deadline'));
    expect(sorted.map(({id}) => id)).to.deep.equal(['a', 'b', 'c', 'd']);
    expect(compareLeads(lead({score: null}), lead({score: 0}), 'score')).to.be.above(0);
  });

  it('tells the deadline that runs: to respond, to act, or none', () => {
    expect(toDeadline(lead({offer: offer({})}))?.kind).to.equal('accept');
    expect(toDeadline(lead({offer: offer({status: 'working', acceptedAt: '2026-11-20T11:00:00.000Z', actBy: '2027-01-20T11:00:00.000Z'})}))?.kind).to.equal('act');
    expect(toDeadline(lead({offer: offer({status: 'declined', endedAt: '2026-11-20T12:00:00.000Z'})}))).to.equal(undefined);
    expect(toDeadline(lead({offer: null}))).to.equal(undefined);
  });

  it('tells the last thing that happened, with its reason', () => {
    const declined = lead({receivedAt: '2026-11-20T09:00:00.000Z', endedAt: null, offer: offer({status: 'declined', firstViewedAt: '2026-11-20T10:30:00.000Z', endedAt: '2026-11-20T12:00:00.000Z', reason: 'no_capacity'})});
    expect(toLastHappening(declined)).to.deep.equal({event: 'declined', at: '2026-11-20T12:00:00.000Z', reason: 'no_capacity'});
    const called = lead({receivedAt: '2026-11-20T09:00:00.000Z', endedAt: null, offer: offer({status: 'working', acceptedAt: '2026-11-20T11:00:00.000Z', lastActivityAt: '2026-11-21T08:00:00.000Z'})});
    expect(toLastHappening(called).event).to.equal('activity');
  });

  it('offers only acts that the server would allow', () => {
    const acts = (changes: Partial<Lead>) => [...actionsOf(lead(changes))].sort();
    expect(acts({status: 'converted', offer: null})).to.deep.equal(['note']);
    expect(acts({status: 'closed_lost', offer: null})).to.deep.equal(['note', 'recycle']);
    expect(acts({status: 'working', offer: offer({status: 'working'})})).to.deep.equal(['note', 'reoffer', 'update', 'withdraw']);
    expect(acts({status: 'unroutable', offer: null})).to.contain.members(['offer', 'route', 'close', 'quarantine']);
  });

  it('says why the rules would pass a partner over', () => {
    const partner = partnerOrgExamples.lumen;
    const {partnership} = partner;
    const here = lead({company: {...lead().company, country: 'FI', region: null}, products: []});
    const failed = (changes: Partial<typeof partnership>, openLeads = 0, had = new Set<string>()) => findFailedChecks(here, {...partner, openLeads, partnership: {...partnership, territories: [], products: [], capacity: null, pausedReason: null, status: 'active', ...changes}}, had);
    expect(failed({})).to.deep.equal([]);
    expect(failed({status: 'suspended', pausedReason: 'Holiday'})).to.deep.equal(['partnership_active', 'not_paused']);
    expect(failed({territories: [{country: 'SE', region: null}]})).to.deep.equal(['territory']);
    expect(failed({capacity: 3}, 3)).to.deep.equal(['capacity']);
    expect(failed({}, 0, new Set([partner.id]))).to.deep.equal(['not_declined_before']);
  });

  it('makes a lead of a form, in minor units of its currency, and leaves out what is empty', () => {
    const sent = toNewLead({'company.name': ' Acme ', 'contact.email': '', amount: '12.5', currency: 'EUR', score: '', consent: 'on', route: ''}, '2026-11-21T10:00:00.000Z');
    expect(sent).to.deep.equal({
      source: 'api',
      company: {name: 'Acme'},
      consent: {purposes: ['sales_contact'], textVersion: 'recorded-by-staff', at: '2026-11-21T10:00:00.000Z', source: 'lead-desk'},
      estimatedValue: {amountMinor: 1250, currency: 'EUR'},
      route: false,
    });
    expect(toNewLead({need: 'x', amount: '900', currency: 'JPY', route: 'on'}, '').estimatedValue).to.deep.equal({amountMinor: 900, currency: 'JPY'});
  });
});
