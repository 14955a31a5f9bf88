import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LeadCompany, LeadContact} from '@portico/contract';
import fc from 'fast-check';
import {revealedMarks, searchQueryOf, searchWordsOf, teaserMarksOf, vendorMarks, type SearchMark, type SearchableLead} from './search.rules.ts';

const lead: SearchableLead = {
  title: 'Pumps for a dairy',
  company: LeadCompany.parse({name: 'Käsetal GmbH', industry: 'Food', country: 'DE', region: 'Bayern', city: 'Kempten', website: 'https://www.kaesetal.example'}),
  contact: LeadContact.parse({firstName: 'Zoë', lastName: 'Müller', email: 'zoe.mueller@kaesetal.example', phone: '+49 831 5550199'}),
  products: ['GTX Pro'],
  need: 'Three pumps before summer',
  timeline: 'Q3',
  tags: ['fair-2026'],
  externalId: 'CRM-77',
  campaign: 'Spring',
  partnerName: 'Nordwind AG',
};

/** The words of a `tsvector`. */
function wordsIn(some: SearchableLead): string[] {
  return [...searchWordsOf(some).matchAll(/'([^']*)'/g)].map(([, word = '']) => word);
}

/** What PostgreSQL does with the query, for these plain ones. */
function matches(typed: string, marks: readonly SearchMark[]): boolean {
  const query = searchQueryOf(typed, marks);
  const words = wordsIn(lead);
  return query === null || query.split(' & ').every(part => [...part.matchAll(/'([^']+)'/g)].some(([, begin = '']) => words.some(word => word.startsWith(begin))));
}

describe('searching leads', () => {
  it('finds the beginnings of words without caring for case and accents', () => {
    for (const typed of ['kasetal', 'KÄSE', 'muller zoe', 'kemp', 'gtx pro', '5550199', 'mueller', 'fair 2026', 'pump', '']) assert.ok(matches(typed, revealedMarks), typed);
    for (const typed of ['etal', 'pumps boats', 'crm', 'nordwind', 'spring']) assert.ok(!matches(typed, revealedMarks), typed);
  });

  it('lets the vendor find by their own id, campaign and partner too', () => {
    for (const typed of ['crm 77', 'nordwind', 'spring', 'muller']) assert.ok(matches(typed, vendorMarks), typed);
  });

  it('finds before acceptance in the fields of the teaser alone', () => {
    const marks = teaserMarksOf(['title', 'country', 'products']);
    for (const typed of ['dairy', 'de', 'gtx']) assert.ok(matches(typed, marks), typed);
    for (const typed of ['food', 'bayern', 'kasetal', 'muller', 'zoe', 'kempten', 'summer', '5550199', 'fair', 'crm', 'nordwind', 'd:zoe']) assert.ok(!matches(typed, marks), typed);
  });

  it('finds nothing when the teaser shows nothing', () => assert.ok(!matches('dairy', teaserMarksOf([]))));

  it('finds in scripts without spaces', () => {
    const words = wordsIn({...lead, title: '東京商事のポンプ'});
    assert.ok(words.includes('d:東京') && words.includes('d:京商') && words.includes('d:商事'));
    assert.equal(searchQueryOf('京商事', ['d']), "('d:京商':*) & ('d:商事':*)");
    assert.equal(searchQueryOf('サーバー', ['d']), searchQueryOf('ｻｰﾊﾞｰ', ['d']));
    assert.equal(searchQueryOf('サーバー', ['d']), "('d:サー':*) & ('d:ーハ':*) & ('d:ハー':*)");
  });

  it('makes no query that could break out of its quotes, and no word that is empty', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 200}), typed => {
        const query = searchQueryOf(typed, vendorMarks);
        if (query !== null) assert.match(query, /^\('d:[\p{L}\p{N}]+':\* \| 'v:[\p{L}\p{N}]+':\*\)( & \('d:[\p{L}\p{N}]+':\* \| 'v:[\p{L}\p{N}]+':\*\))*$/u);
        assert.match(searchWordsOf({...lead, title: typed}), /^'[a-z]{1,2}:[\p{L}\p{N}]+'( '[a-z]{1,2}:[\p{L}\p{N}]+')*$/u);
      }),
      {numRuns: 2000},
    );
  });
});
