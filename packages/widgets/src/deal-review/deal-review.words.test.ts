import {expect} from '@open-wc/testing';
import '../strings/deal-review-detail.strings.ts';
import '../strings/deal-review-dialogs.strings.ts';
import {forgottenWords} from '../strings/forgotten-words.harness.ts';
import {pseudoLocale, usePseudoLocale} from '../strings/pseudo.ts';
import {DealReviewHarness} from './deal-review.harness.ts';

/** Every text that a record holds, whatever its field: it is shown as it is. */
function textsOf(value: unknown): string[] {
  // Codes of two letters are in every word.
  if (typeof value === 'string') return value.length > 2 ? [value, value.replace(/^https:\/\/(www\.)?/, '')] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

describe('the words of the deal review', () => {
  it('are all in its tables: the queue, an open registration and its dialogs', async () => {
    const restore = usePseudoLocale();
    const review = await DealReviewHarness.start({locale: pseudoLocale, width: 1200});
    const first = review.rows.find(row => row.textContent?.includes('Vänern'))?.dataset['id'] ?? '';
    await review.open(first);
    const {data} = review.backend.store;
    const countries = new Intl.DisplayNames(pseudoLocale, {type: 'region'});
    const places = [...data.deals.values()].flatMap(({customer}) => (customer.country ? [countries.of(customer.country) ?? ''] : []));
    const records = [data.deals, data.partnerOrgs, data.people, data.evidence, data.dealChanges].flatMap(table => table.values().flatMap(textsOf));
    const story = review.backend.store.dealStory(first).flatMap(textsOf);
    const known = [...new Set([...records, ...story, ...textsOf(data.program), ...textsOf(data.dealForm), ...places])].sort((a, b) => b.length - a.length);
    const forgotten = () => forgottenWords(review.element, {data: [...known, /^[A-Z]{3}$/, /SHA-256 [0-9a-f]+…/, '✓', '—']});
    expect(forgotten()).to.deep.equal([]);
    review.element.focus();
    review.rowOf(first).focus();
    for (const key of ['i', 'r', '?']) {
      await review.keys(key);
      await review.dialogOpen();
      expect(forgotten(), key).to.deep.equal([]);
      await review.keys('Escape');
      await review.until(() => review.dialog === undefined);
      review.rowOf(first).focus();
    }
    restore();
  });
});
