import {expect, oneEvent} from '@open-wc/testing';
import {deepAll} from '../base/deep.harness.ts';
import type {DealReviewActionEvent} from './deal-review.events.ts';
import {DealReviewHarness} from './deal-review.harness.ts';

const start = DealReviewHarness.start;
const dealOf = (review: DealReviewHarness, id: string) => review.backend.store.data.deals.get(id);
const firstWith = (review: DealReviewHarness, status: string, customer = '') =>
  review.rows.find(row => review.statusOf(row.dataset['id'] ?? '') === status && (row.textContent ?? '').includes(customer))?.dataset['id'] ?? '';

describe('the deal review', () => {
  it('shows what waits for a decision by deadline, the overdue first and in words, with counts on the tabs', async () => {
    const review = await start();
    const due = review.ids.map(id => Date.parse(dealOf(review, id)?.infoRequest?.dueAt ?? dealOf(review, id)?.reviewDueAt ?? ''));
    expect(due).to.deep.equal(due.toSorted((a, b) => a - b));
    expect(review.textOf(review.rows[0])).to.contain('1 day overdue');
    expect(review.textOf(review.find('portico-ui-tabs'))).to.match(/In review 9 Protected 7 Closed 10 All 26/);
    expect(review.find('[role=grid]').getAttribute('aria-rowcount')).to.equal(String(review.ids.length + 1));
  });

  it('lists what has ended with the last first', async () => {
    const review = await start({tab: 'closed'});
    const ended = review.ids.map(id => Date.parse(dealOf(review, id)?.endedAt ?? ''));
    expect(ended.length).to.be.above(5);
    expect(ended).to.deep.equal(ended.toSorted((a, b) => b - a));
  });

  it('says customer, partner, amount, type, status, reviewer and time left', async () => {
    const review = await start();
    const row = review.rowOf(firstWith(review, 'Awaiting approval'));
    const cell = (name: string) => review.textOf(row.querySelector(`.cell.${name}`));
    expect(['customer', 'partner', 'amount', 'type', 'status', 'reviewer'].map(cell)).to.deep.equal(['Kymi Board Oyj 1 similar Board machine 5: inspection and planning', 'Lumen Automation Oy', '€276K', 'New customer', 'Awaiting approval', 'You']);
    expect(cell('deadline')).to.match(/left$/);
    expect(getComputedStyle(row.querySelector('.amount') as Element).fontVariantNumeric).to.equal('tabular-nums');
  });

  it('filters by tab, by reviewer, by status and by what needs attention', async () => {
    const review = await start();
    const choose = async (menu: number, item: string) => {
      const element = review.findAll('.choices portico-ui-menu')[menu];
      deepAll(element, 'button')[0]?.click();
      await review.rest();
      deepAll(element, '[role^=menuitem]').find(each => each.textContent?.trim() === item)?.click();
      await review.rest();
      await review.until(() => review.rows.length > 0);
    };
    await choose(0, 'Me');
    expect(new Set(review.rows.map(row => review.textOf(row.querySelector('.reviewer'))))).to.deep.equal(new Set(['You']));
    await choose(0, 'Nobody');
    expect(new Set(review.rows.map(row => review.textOf(row.querySelector('.reviewer'))))).to.deep.equal(new Set(['Nobody']));
    await choose(1, 'Submitted');
    expect(new Set(review.ids.map(id => review.statusOf(id)))).to.deep.equal(new Set(['Submitted']));
    await review.chooseTab('protected');
    expect(review.ids.map(id => dealOf(review, id)?.status)).to.satisfy((all: string[]) => all.every(status => status === 'approved' || status === 'converted'));
  });

  it('opens one in full: facts, lines, contact, the answers under the labels they were given under, evidence, receipts, story', async () => {
    const review = await start();
    const id = firstWith(review, 'In review', 'Vänern');
    const detail = await review.open(id);
    await review.until(() => review.textOf(detail).includes('Place'));
    const text = review.textOf(detail);
    for (const known of ['Vänern Timber AB', 'SE556012345601', 'Aurora Vision', '€54,600', 'sofia', 'Is the budget approved?', 'Yes', 'Production', 'SHA-256', 'Looks sound; ask finance about the discount.']) expect(text.toLowerCase(), known).to.contain(known.toLowerCase());
    expect(review.textOf(deepAll(detail, '.entry[data-visibility=vendor_internal]')[0])).to.contain('Internal');
    expect(deepAll(detail, '.files button').map(each => each.getAttribute('aria-label') ?? review.textOf(each)).join()).to.contain('Download');
  });

  it('draws the approval as an ordered list with who, how it stands and until when', async () => {
    const review = await start();
    const detail = await review.open(firstWith(review, 'Awaiting approval'));
    const steps = deepAll(detail, 'ol.steps > li');
    expect(steps.map(step => review.textOf(step).replace(/due .*/, 'due'))).to.deep.equal(['Channel manager Open Channel manager · due', 'Programme lead Waits for the step before Channel admin']);
    expect(steps[0]?.getAttribute('aria-current')).to.equal('step');
  });

  it('takes a review at once, and approves with what others have to say', async () => {
    const review = await start();
    const id = firstWith(review, 'Submitted', 'Oulu');
    const detail = await review.open(id);
    review.backend.behaviour.latencyMs = 300;
    await review.press('Take it', detail);
    expect(review.statusOf(id)).to.equal('In review');
    review.backend.behaviour.latencyMs = 0;
    await review.until(() => dealOf(review, id)?.status === 'under_review');
    await review.until(() => deepAll(detail, 'button').some(each => each.textContent?.startsWith('Approve')));
    await review.press('Approve', detail);
    const dialog = await review.dialogOpen();
    await review.fill('Comment', 'Sound.', dialog);
    const done = oneEvent(review.element, 'portico-deal-review-action-done');
    await review.press('Approve', dialog);
    const {detail: answer} = (await done) as unknown as {detail: {deal: {status: string}}};
    expect(answer.deal.status).to.equal('approved');
    expect(review.textOf(detail)).to.contain('Protected until');
  });

  it('asks the page before it acts, and does nothing when it says no', async () => {
    const review = await start();
    const id = firstWith(review, 'Submitted', 'Oulu');
    const detail = await review.open(id);
    let asked: DealReviewActionEvent['detail'] | undefined;
    review.element.addEventListener('portico-deal-review-action', event => {
      asked = event.detail;
      event.preventDefault();
    });
    await review.press('Take it', detail);
    expect(asked?.action).to.equal('take');
    expect(dealOf(review, id)?.status).to.equal('submitted');
    expect(review.statusOf(id)).to.equal('Submitted');
  });

  it('asks for named fields, the vendor’s own among them, and for why', async () => {
    const review = await start();
    const id = firstWith(review, 'In review', 'Vänern');
    const detail = await review.open(id);
    await review.press('Ask for information', detail);
    const dialog = await review.dialogOpen();
    await review.until(() => deepAll(dialog, '.check').length > 5);
    const labels = deepAll(dialog, '.check').map(each => review.textOf(each));
    expect(labels).to.include.members(['Tax ID', 'E-mail', 'Evidence', 'Is the budget approved?']);
    await review.press('Ask', dialog);
    expect(review.textOf(dialog)).to.contain('Choose at least one field.');
    for (const label of ['Tax ID', 'Is the budget approved?']) deepAll(dialog, '.check').find(each => review.textOf(each) === label)?.click();
    await review.fill('What is missing', 'Which plant?', dialog);
    await review.press('Ask', dialog);
    await review.until(() => review.dialog === undefined);
    expect(dealOf(review, id)?.infoRequest).to.include({comment: 'Which plant?'});
    expect(dealOf(review, id)?.infoRequest?.fields).to.deep.equal(['customer.taxId', 'answers.budget_approved']);
    expect(review.textOf(detail)).to.contain('Asked the partner for: Tax ID and Is the budget approved?.');
  });
});
