import {expect} from '@open-wc/testing';
import {deepAll} from '../base/deep.harness.ts';
import {DealReviewHarness} from './deal-review.harness.ts';

const start = DealReviewHarness.start;
const idOf = (review: DealReviewHarness, customer: string) => review.rows.find(row => (row.textContent ?? '').includes(customer))?.dataset['id'] ?? '';

/** Somebody else does something to a registration. */
function change(review: DealReviewHarness, id: string, changes: object) {
  const {store} = review.backend;
  const deal = store.data.deals.get(id);
  if (!deal) throw new Error(`There is no registration ${id}.`);
  store.act(() => {
    store.update(store.data.deals, deal, changes);
    store.change('deal_registration', id);
  });
}

describe('the deal review while others act', () => {
  it('shows what somebody does within a second, and lets go of what no longer waits', async () => {
    const review = await start();
    const id = idOf(review, 'Oulu');
    const delays: number[] = [];
    for (const name of ['First name', 'Second name', 'Third name']) {
      const begun = performance.now();
      change(review, id, {name});
      await review.until(() => review.textOf(review.rowOf(id)).includes(name));
      delays.push(performance.now() - begun);
      expect(review.rowOf(id).hasAttribute('data-changed')).to.equal(true);
    }
    // The middle one: a busy machine may hold one of them up.
    expect(delays.toSorted((a, b) => a - b)[1]).to.be.below(1000);
    change(review, id, {status: 'withdrawn', endedAt: new Date().toISOString()});
    await review.until(() => !review.ids.includes(id));
  });

  it('keeps view, focus and selection where they are when what is above changes', async () => {
    const review = await start({scenario: 'many'});
    review.list.scrollTop = 600;
    await review.rest();
    const top = review.list.getBoundingClientRect().top;
    const row = review.rows.find(each => each.getBoundingClientRect().top > top + 80);
    const id = row?.dataset['id'] ?? '';
    row?.focus();
    await review.keys('x');
    const place = review.rowOf(id).getBoundingClientRect().top;
    const above = review.backend.store.data.deals.values().filter(({status}) => status === 'submitted').slice(0, 3);
    for (const deal of above) if (deal.id !== id) change(review, deal.id, {status: 'withdrawn', endedAt: new Date().toISOString()});
    await review.rest();
    await review.rest();
    expect(Math.abs(review.rowOf(id).getBoundingClientRect().top - place)).to.be.below(2);
    expect(review.focusedRow).to.equal(id);
    expect(review.text('.bulk .selected')).to.equal('1 selected');
  });

  it('keeps the open one current, and what is typed on it', async () => {
    const review = await start();
    const id = idOf(review, 'Vänern');
    const detail = await review.open(id);
    const area = deepAll<HTMLTextAreaElement>(detail, 'textarea')[0];
    if (area) area.value = 'Half a sentence';
    area?.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    change(review, id, {useCase: 'Sorting by grain'});
    await review.until(() => review.textOf(detail).includes('Sorting by grain'));
    expect(deepAll<HTMLTextAreaElement>(detail, 'textarea')[0]?.value).to.equal('Half a sentence');
  });

  it('reads a hundred thousand by pages and draws only those in view', async () => {
    const review = await start({scenario: 'huge', tab: 'all'});
    expect(Number(review.find('[role=grid]').getAttribute('aria-rowcount'))).to.be.above(80_000);
    for (let tries = 0; tries < 200 && review.list.rows.length < 200; tries++) {
      review.list.scrollTop = review.list.scrollHeight;
      await review.rest();
    }
    expect(review.list.rows.length).to.be.at.least(200);
    expect(review.rows.length).to.be.below(90);
    expect(review.rows.at(-1)?.textContent?.trim()).not.to.equal('');
  }).timeout(90_000);
});
