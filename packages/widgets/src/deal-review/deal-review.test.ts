import {expect} from '@open-wc/testing';
import {DealReviewHarness} from './deal-review.harness.ts';

const start = DealReviewHarness.start;

describe('the deal review', () => {
  it('shows what waits for a decision by deadline, the overdue first and in words, with counts on the tabs', async () => {
    const review = await start();
    const {deals} = review.backend.store.data;
    const dueOf = (id: string) => Date.parse(deals.get(id)?.infoRequest?.dueAt ?? deals.get(id)?.reviewDueAt ?? '');
    const due = review.ids.map(dueOf);
    expect(due).to.deep.equal(due.toSorted((a, b) => a - b));
    expect(review.textOf(review.rows[0])).to.contain('overdue');
    const counts = review.findAll('portico-ui-tabs').map(tabs => review.textOf(tabs))[0] ?? '';
    expect(counts).to.match(/In review 9 Protected 7 Closed 10 All 26/);
    expect(review.find('[role=grid]').getAttribute('aria-rowcount')).to.equal(String(review.ids.length + 1));
  });
});
