import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LeadCompany, LeadContact, LeadPolicy, LeadStatus, TeaserField} from '@portico/contract';
import fc from 'fast-check';
import {bandOf, corrected, lacksConsent, leadProblemOf, teaserOf, titleOf} from './lead.rules.ts';

const policy = LeadPolicy.parse({});
const noContact = LeadContact.parse({});

describe('what the vendor may do with a lead', () => {
  it('depends on who has it', () => {
    const table = Object.fromEntries((['update', 'offer', 'recycle', 'quarantine'] as const).map(act => [act, LeadStatus.options.map(status => `${status}: ${leadProblemOf(act, status) ?? 'yes'}`)]));
    assert.deepEqual(table['offer'], [
      'new: yes', 'enriching: yes', 'routable: yes', 'offered: lead_already_offered', 'accepted: lead_already_offered', 'working: lead_already_offered',
      'converted: lead_not_routable', 'closed_won: lead_not_routable', 'closed_lost: lead_not_routable', 'unroutable: yes', 'quarantined: lead_not_routable', 'recycled: yes',
    ]);
    assert.deepEqual(table['update']?.filter(line => !line.endsWith('yes')), ['converted: lead_read_only', 'closed_won: lead_read_only', 'closed_lost: lead_read_only']);
    assert.deepEqual(table['recycle']?.filter(line => line.endsWith('yes')), ['closed_lost: yes', 'unroutable: yes', 'quarantined: yes']);
    assert.deepEqual(table['quarantine']?.filter(line => line.endsWith('yes')), ['new: yes', 'enriching: yes', 'routable: yes', 'unroutable: yes', 'quarantined: yes', 'recycled: yes']);
  });
});

describe('consent', () => {
  const contact = {...noContact, email: 'anna@acme.example'};
  const consent = {purposes: ['sales'], textVersion: '1', at: '2026-11-20T10:00:00Z', source: 'form'};

  it('is needed before data of a person is shared', () => {
    assert.ok(lacksConsent(policy, {contact, consent: null}));
    assert.ok(lacksConsent(policy, {contact: {...noContact, lastName: 'Virtanen'}, consent: null}));
    assert.ok(!lacksConsent(policy, {contact, consent}));
  });

  it('is not needed without such data or when the programme does not ask', () => {
    assert.ok(!lacksConsent(policy, {contact: {...noContact, language: 'fi'}, consent: null}));
    assert.ok(!lacksConsent({...policy, consentRequired: false}, {contact, consent: null}));
  });
});

describe('a title made by us', () => {
  it('names business and place and never the customer', () => {
    assert.equal(titleOf(LeadCompany.parse({name: 'Acme', industry: 'Food', country: 'FI'})), 'Food · FI');
    assert.equal(titleOf(LeadCompany.parse({name: 'Acme'})), 'Lead');
  });
});

describe('the teaser', () => {
  const lead = {
    title: 'Pumps', industry: 'Food', country: 'FI', region: 'Uusimaa', products: ['GTX Pro'], valueBand: null, timeline: 'Q3', score: 70, priority: 'hot', need: 'Three', companyName: 'Acme',
    receivedAt: '2026-11-20T10:00:00.000Z', estimatedValue: {amountMinor: 1_234_500, currency: 'EUR'},
  } as const;
  const input = {...lead, products: [...lead.products]};

  it('shows by default what does not name the customer', () => {
    assert.deepEqual(teaserOf(input, policy.teaserFields), {
      title: 'Pumps', industry: 'Food', country: 'FI', region: 'Uusimaa', products: ['GTX Pro'], valueBand: {minMinor: 1_000_000, maxMinor: 2_500_000, currency: 'EUR'},
      timeline: 'Q3', score: 70, priority: 'hot', need: null, companyName: null, receivedAt: lead.receivedAt,
    });
  });

  it('shows exactly the fields of the programme', () => {
    const hidden = {title: null, industry: null, country: null, region: null, products: [], valueBand: null, timeline: null, score: null, need: null, companyName: null};
    assert.deepEqual(teaserOf(input, []), {...hidden, priority: 'hot', receivedAt: lead.receivedAt});
    for (const field of TeaserField.options) {
      const teaser = teaserOf(input, [field]);
      const shown = Object.entries(hidden).filter(([key, value]) => JSON.stringify(teaser[key as keyof typeof teaser]) !== JSON.stringify(value));
      assert.deepEqual(shown.map(([key]) => key), [field]);
    }
  });

  it('has a band that holds the amount and tells no more than its size', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), amountMinor => {
        const {minMinor, maxMinor} = bandOf({amountMinor, currency: 'EUR'});
        assert.ok(Number.isSafeInteger(minMinor) && Number.isSafeInteger(maxMinor) && minMinor <= amountMinor && amountMinor <= maxMinor);
        assert.ok(amountMinor < 10 || maxMinor >= 1.5 * minMinor || maxMinor === Number.MAX_SAFE_INTEGER);
      }),
    );
  });
});

describe('a correction', () => {
  it('changes what it names, inside company and contact too, and leaves the rest', () => {
    const details = {
      title: 'Pumps', company: LeadCompany.parse({name: 'Acme', country: 'FI'}), contact: {...noContact, email: 'anna@acme.example'}, products: [], need: 'Three', timeline: null, valueBand: null,
      estimatedValue: null, score: 10, quality: null, priority: 'normal' as const, tags: [],
    };
    const after = corrected(details, {title: undefined, score: 20, company: {name: 'Acme Oy', city: undefined}, contact: {email: null}});
    assert.deepEqual(after, {...details, score: 20, company: {...details.company, name: 'Acme Oy'}, contact: noContact});
  });
});
