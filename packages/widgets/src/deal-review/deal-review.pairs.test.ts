import {expect} from '@open-wc/testing';
import {deepAll} from '../base/deep.harness.ts';
import {DealReviewHarness} from './deal-review.harness.ts';

const start = DealReviewHarness.start;
const idOf = (review: DealReviewHarness, customer: string, status = '') =>
  review.rows.find(row => (row.textContent ?? '').includes(customer) && (row.textContent ?? '').includes(status))?.dataset['id'] ?? '';

async function openPair(review: DealReviewHarness, customer: string, status = '') {
  const detail = await review.open(idOf(review, customer, status));
  await review.until(() => deepAll(detail, '.side').length === 2 && deepAll(detail, '.side')[1]?.textContent?.includes('Contact') !== undefined);
  await review.rest();
  return detail;
}

describe('similar registrations side by side', () => {
  it('stand in two columns with what matched marked in both, how sure it is, and who was first', async () => {
    const review = await start();
    const detail = await openPair(review, 'Công ty');
    const [mine, theirs] = deepAll(detail, '.side');
    expect(review.textOf(theirs)).to.contain('Bergmann Systemhaus GmbH');
    for (const side of [mine, theirs]) {
      const marked = deepAll(side, '[data-match]').map(row => review.textOf(row.querySelector('dt')));
      expect(marked).to.include.members(['Website Match', 'Tax ID Match', 'Customer Match']);
    }
    const text = review.textOf(detail);
    expect(text).to.contain('Certainly the same customer');
    expect(text).to.match(/The other was first, by \d+ days\./);
    expect(text).to.contain('only one of the two can be approved');
    const [left, right] = [mine?.getBoundingClientRect(), theirs?.getBoundingClientRect()];
    expect(left?.top).to.equal(right?.top);
    const rows = [mine, theirs].map(side => deepAll(side, 'dl > div').map(row => Math.round(row.getBoundingClientRect().top)));
    expect(rows[0]).to.deep.equal(rows[1]);
  });

  it('stand one above the other where it is narrow', async () => {
    const review = await start({width: 360});
    const detail = await openPair(review, 'Công ty');
    const [mine, theirs] = deepAll(detail, '.side').map(side => side.getBoundingClientRect());
    expect(theirs?.top).to.be.above(mine?.bottom ?? Infinity);
    expect(review.element.getBoundingClientRect().width).to.equal(360);
    expect(detail.scrollWidth).to.be.at.most(detail.clientWidth);
  });

  it('become a duplicate of the other, named in the dialog already', async () => {
    const review = await start();
    const id = idOf(review, 'Công ty');
    const detail = await openPair(review, 'Công ty');
    await review.press('Mark as duplicate of it', detail);
    const dialog = await review.dialogOpen();
    await review.until(() => deepAll<HTMLInputElement>(dialog, 'input[type=radio]').some(({checked}) => checked));
    await review.press('Mark as duplicate', dialog);
    await review.until(() => review.dialog === undefined);
    expect(review.backend.store.data.deals.get(id)).to.include({status: 'duplicate'});
  });

  it('become a case, which is moved and resolved with a share', async () => {
    const review = await start();
    const {store} = review.backend;
    const detail = await openPair(review, 'Saimaa', 'Behind');
    await review.press('Open a conflict case', detail);
    let dialog = await review.dialogOpen();
    await review.fill('Comment', 'Both name the same hall.', dialog);
    await review.press('Open case', dialog);
    await review.until(() => review.dialog === undefined);
    await review.until(() => review.textOf(detail).includes('Both name the same hall.'));
    await review.press('Mediate', detail);
    dialog = await review.dialogOpen();
    await review.press('Move', dialog);
    await review.until(() => review.textOf(detail).includes('In mediation'));
    await review.press('Resolve', detail);
    dialog = await review.dialogOpen();
    await review.fill('Decision', 'split', dialog);
    await review.fill('Share', '60', dialog);
    await review.fill('Comment', 'They visit together.', dialog);
    await review.press('Resolve', dialog);
    await review.until(() => review.textOf(detail).includes('Both share the deal'));
    const [found] = store.data.conflicts.values().filter(({resolution}) => resolution === 'split');
    expect(found?.firstSharePercent).to.equal(60);
  });

  it('decides a request to change a protected deal', async () => {
    const review = await start({tab: 'protected'});
    const id = idOf(review, 'Östgöta');
    const detail = await review.open(id);
    expect(review.textOf(detail)).to.contain('Two visits and an offer on the table');
    await review.press('Approve…', detail);
    const dialog = await review.dialogOpen();
    await review.press('Approve', dialog);
    await review.until(() => review.dialog === undefined);
    expect(review.backend.store.data.deals.get(id)?.extensionCount).to.equal(1);
    expect(review.textOf(detail)).not.to.contain('Two visits and an offer on the table');
  });
});
