import {expect} from '@open-wc/testing';
import {deepAll} from '../base/deep.harness.ts';
import {DealReviewHarness} from './deal-review.harness.ts';

const start = DealReviewHarness.start;
const idOf = (review: DealReviewHarness, customer: string) => review.rows.find(row => (row.textContent ?? '').includes(customer))?.dataset['id'] ?? '';
const dealOf = (review: DealReviewHarness, id: string) => review.backend.store.data.deals.get(id);

describe('acts of the deal review that do not take effect', () => {
  it('are taken back, with the reason', async () => {
    const review = await start();
    const id = idOf(review, 'Oulu');
    const detail = await review.open(id);
    review.backend.behaviour.refusal = 'internal_error';
    await review.press('Take it', detail);
    await review.until(() => review.notices.includes('Something went wrong on our side'));
    expect(review.statusOf(id)).to.equal('Submitted');
    review.backend.behaviour.refusal = null;
  }).timeout(20_000);

  it('say what somebody changed meanwhile, keep what was typed, and are sent again on the newer version', async () => {
    const review = await start();
    const id = idOf(review, 'Vänern');
    const detail = await review.open(id);
    await review.press('Reject', detail);
    const dialog = await review.dialogOpen();
    await review.fill('Reason', 'not_qualified', dialog);
    await review.fill('Comment', 'No budget in sight.', dialog);
    const deal = dealOf(review, id);
    if (deal) review.backend.store.update(review.backend.store.data.deals, deal, {estimatedAmount: {amountMinor: 999_900, currency: 'EUR'}});
    await review.press('Reject', dialog);
    await review.until(() => review.textOf(dialog).includes('This changed meanwhile'));
    expect(review.textOf(dialog)).to.contain('Estimated amount €54,600 → €9,999');
    expect(deepAll<HTMLTextAreaElement>(dialog, 'textarea')[0]?.value).to.equal('No budget in sight.');
    await review.press('Reject', dialog);
    await review.until(() => review.dialog === undefined);
    expect(dealOf(review, id)).to.include({status: 'rejected', endReason: 'not_qualified', endComment: 'No budget in sight.'});
  });

  it('say why in the dialog when the server refuses', async () => {
    const review = await start();
    const id = idOf(review, 'Công ty');
    const detail = await review.open(id);
    await review.press('Take it', detail);
    await review.until(() => dealOf(review, id)?.status === 'under_review' && review.textOf(detail).includes('Approve'));
    await review.press('Approve…', detail);
    const dialog = await review.dialogOpen();
    await review.press('Approve', dialog);
    await review.until(() => review.textOf(dialog).includes('Another registration of this opportunity is protected.'));
    expect(review.statusOf(id)).to.equal('In review');
    expect(dealOf(review, id)?.status).to.equal('under_review');
  });
});

describe('acts on many registrations', () => {
  it('run one by one, each with a key of its own, and say what failed and why', async () => {
    const review = await start();
    review.find<HTMLInputElement>('.head input').click();
    await review.rest();
    expect(review.text('.bulk .selected')).to.equal('9 selected');
    await review.press('Reject', review.find('.bulk'));
    const dialog = await review.dialogOpen();
    expect(review.textOf(dialog)).to.contain('Reject 3 registrations');
    expect(review.textOf(dialog)).to.contain('6 selected registrations do not allow this.');
    await review.fill('Reason', 'not_qualified', dialog);
    const {deals} = review.backend.store.data;
    const stolen = deals.get(idOf(review, 'Rhein'));
    if (stolen) review.backend.store.update(deals, stolen, {description: 'Changed meanwhile.'});
    const before = review.requests.length;
    await review.press('Reject', dialog);
    await review.until(() => review.textOf(dialog).includes('was left as it was'));
    expect(review.textOf(dialog)).to.contain('2 registrations done.');
    expect(review.textOf(dialog)).to.contain('Rhein Werkzeugbau GmbH Somebody changed this registration meanwhile.');
    expect(review.requests.slice(before).filter(line => line.endsWith('/reject'))).to.have.length(3);
    expect(new Set(review.keysSent.slice(-3)).size).to.equal(3);
    await review.press('Try 1 again', dialog);
    await review.until(() => review.dialog === undefined);
    expect(deals.get(stolen?.id ?? '')?.status).to.equal('rejected');
  });

  it('send what was lost on the way again with the same key, so that it happens once', async () => {
    const review = await start();
    review.rows[0]?.focus();
    await review.keys('Space', 'Shift+ArrowDown');
    await review.press('Take it', review.find('.bulk'));
    const dialog = await review.dialogOpen();
    const id = review.ids[1] ?? '';
    review.loses = ({method, url}) => method === 'POST' && url.includes(id);
    await review.press('Take', dialog);
    await review.until(() => review.textOf(dialog).includes('The service cannot be reached'));
    expect(review.textOf(dialog)).to.contain('1 registration done.');
    review.loses = () => false;
    const {version} = review.backend.store.data.deals.get(id) ?? {};
    await review.press('Try 1 again', dialog);
    await review.until(() => review.dialog === undefined);
    // One key a registration, however often it was sent.
    expect(new Set(review.keysSent).size).to.equal(2);
    expect(review.keysSent.length).to.be.above(2);
    expect(review.backend.store.data.deals.get(id)?.version).to.equal(version);
  }).timeout(30_000);
});
