import {expect} from '@open-wc/testing';
import {createMockBackend} from '@portico/mocks';
import {deepAll} from '../base/deep.harness.ts';
import {DealReviewHarness} from './deal-review.harness.ts';
import type {DealReviewTab} from './deal-review.model.ts';

const idOf = (review: DealReviewHarness, customer: string) => review.rows.find(row => (row.textContent ?? '').includes(customer))?.dataset['id'] ?? '';

/** Opens a registration and chooses an act from its menu. */
async function begin(tab: DealReviewTab, customer: string, act: string) {
  const review = await DealReviewHarness.start({tab});
  const id = idOf(review, customer);
  const detail = await review.open(id);
  const menu = deepAll(detail, '.actions portico-ui-menu')[0];
  deepAll(menu, 'button')[0]?.click();
  await review.rest();
  const item = deepAll(menu, '[role=menuitem]').find(each => (each.textContent ?? '').trim().startsWith(act));
  if (!item) throw new Error(`There is no act "${act}".`);
  item.click();
  await review.rest();
  return {review, id, detail, deal: () => review.backend.store.data.deals.get(id)};
}

/** Chooses somebody or some partner by name. */
async function pick(review: DealReviewHarness, dialog: HTMLElement, name: string) {
  await review.until(() => deepAll(dialog, '.option').some(each => each.textContent?.includes(name)));
  deepAll(dialog, '.option').find(each => each.textContent?.includes(name))?.click();
  await review.rest();
}

async function send(review: DealReviewHarness, dialog: HTMLElement, words: string) {
  await review.press(words, dialog);
  await review.until(() => review.dialog === undefined);
}

describe('the acts of the deal review', () => {
  it('follow each other at once: each finds the version that the one before led to', async () => {
    const review = await DealReviewHarness.start();
    const id = idOf(review, 'Oulu');
    const detail = await review.open(id);
    review.backend.behaviour.latencyMs = 250;
    await review.press('Take it', detail);
    await review.press('Ask for information', detail);
    const dialog = await review.dialogOpen();
    await review.fill('What is missing', 'The order, please.', dialog);
    await review.until(() => deepAll(dialog, '.check').length > 5);
    deepAll(dialog, '.check')[0]?.click();
    await review.press('Ask', dialog);
    await review.until(() => review.dialog === undefined);
    review.backend.behaviour.latencyMs = 0;
    const deal = review.backend.store.data.deals.get(id);
    expect(deal?.status).to.equal('action_required');
    expect(deal?.reviewerId).to.be.a('string');
    expect(review.notices).to.equal('');
  });

  it('find a partner by the server’s search, beyond the first that are shown', async () => {
    const backend = createMockBackend({as: 'vendor'});
    const {partnerOrgs} = backend.store.data;
    const [org] = partnerOrgs.values();
    if (org) for (let each = 0; each < 60; each++) partnerOrgs.set({...org, id: org.id.replace(/..$/, String(each + 10)), name: each === 59 ? 'Zephyr Partners' : `Aaa ${each}`});
    const review = await DealReviewHarness.start({backend});
    review.find('.choices [aria-haspopup=dialog]').click();
    const dialog = await review.dialogOpen();
    await review.until(() => review.textOf(dialog).includes('More were found. Type to narrow the list.'));
    expect(review.textOf(dialog)).not.to.contain('Zephyr');
    await review.fill('Search partners', 'zeph', dialog);
    await review.until(() => review.textOf(dialog).includes('Zephyr Partners') && !review.textOf(dialog).includes('More were found'));
  });

  it('assign a review to a colleague', async () => {
    const {review, deal} = await begin('in_review', 'Oulu', 'Assign');
    const dialog = await review.dialogOpen();
    await review.press('Assign', dialog);
    expect(review.textOf(dialog)).to.contain('Choose a colleague.');
    await pick(review, dialog, 'Tomás');
    await send(review, dialog, 'Assign');
    expect(deal()?.status).to.equal('under_review');
    expect(review.textOf(review.find('.row[aria-current] .reviewer'))).to.equal('Tomás Ortega');
  });

  it('give a step of the approval to a colleague', async () => {
    const {review, deal, detail} = await begin('in_review', 'Kymi', 'Give the step');
    const dialog = await review.dialogOpen();
    await pick(review, dialog, 'Tomás');
    await send(review, dialog, 'Give');
    expect(deal()?.steps[0]?.personId).to.be.a('string');
    expect(review.textOf(deepAll(detail, 'ol.steps > li')[0])).to.contain('Tomás Ortega');
  });

  it('cancel a registration, with words for the partner', async () => {
    const {review, deal} = await begin('in_review', 'Oulu', 'Cancel registration');
    const dialog = await review.dialogOpen();
    await review.press('Cancel registration', dialog);
    expect(deal()?.status).to.equal('submitted');
    await review.fill('Comment', 'They buy from us directly.', dialog);
    await send(review, dialog, 'Cancel registration');
    expect(deal()).to.include({status: 'cancelled', endComment: 'They buy from us directly.'});
  });

  it('link a protected deal to an opportunity', async () => {
    const {review, deal, detail} = await begin('protected', 'Turku', 'Link to an opportunity');
    const dialog = await review.dialogOpen();
    await review.fill('Reference', 'OPP-77', dialog);
    await send(review, dialog, 'Link');
    expect(deal()).to.include({status: 'converted', opportunityRef: 'OPP-77'});
    expect(review.textOf(detail)).to.contain('OPP-77');
  });

  it('move the end of a protection', async () => {
    const {review, deal} = await begin('protected', 'Turku', 'Move the end');
    const dialog = await review.dialogOpen();
    const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    await review.fill('New last day', day, dialog);
    await send(review, dialog, 'Move');
    expect(deal()?.protectedUntil?.slice(0, 10)).to.be.oneOf([day, new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)]);
  });

  it('propose that another partner has the deal', async () => {
    const {review, detail} = await begin('protected', 'Turku', 'Propose a transfer');
    const dialog = await review.dialogOpen();
    await pick(review, dialog, 'Bergmann Systemhaus');
    expect(deepAll(dialog, '.option').some(each => each.textContent?.includes('Lumen Automation'))).to.equal(false);
    await review.fill('Comment', 'Their office is next door.', dialog);
    await send(review, dialog, 'Propose');
    await review.until(() => review.textOf(detail).includes('To Bergmann Systemhaus GmbH'));
    expect(review.textOf(detail)).to.contain('Agreed: vendor');
  });

  it('confirm a win, and take one back', async () => {
    const {review, id, detail, deal} = await begin('closed', 'Brewhouse', 'Take the win back');
    const dialog = await review.dialogOpen();
    await review.keys('Escape');
    await review.until(() => review.dialog === undefined);
    expect(dialog.isConnected).to.equal(false);
    await review.press('Confirm the win', detail);
    await review.until(() => deal()?.winConfirmedAt !== null);
    expect(review.statusOf(id)).to.equal('Won');
    expect(review.textOf(detail)).not.to.contain('The win waits to be confirmed.');
  });

  it('say nothing on a page that says it itself', async () => {
    const review = await DealReviewHarness.start();
    review.element.addEventListener('portico-error', event => event.preventDefault());
    const detail = await review.open(idOf(review, 'Oulu'));
    review.backend.behaviour.refusal = 'forbidden';
    await review.press('Take it', detail);
    await review.rest();
    expect(review.notices).to.equal('');
    expect(review.statusOf(idOf(review, 'Oulu'))).to.equal('Submitted');
  });
});

describe('evidence at the deal review', () => {
  it('is fetched in parts and handed to the browser under its name', async () => {
    const review = await DealReviewHarness.start();
    const detail = await review.open(idOf(review, 'Vänern'));
    const handed: {name: string; type: string; bytes: number}[] = [];
    const {click} = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      void fetch(this.href)
        .then(answer => answer.blob())
        .then(blob => handed.push({name: this.download, type: blob.type, bytes: blob.size}));
    };
    try {
      deepAll(detail, '.files button').find(each => each.getAttribute('aria-label')?.startsWith('Download'))?.click();
      await review.until(() => handed.length === 1);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    const [file] = review.backend.store.data.evidence.values().filter(({dealRegistrationId}) => dealRegistrationId === review.element.dealId);
    expect(handed[0]?.name).to.equal(file?.fileName);
    expect(handed[0]?.type).to.equal(file?.mediaType);
    expect(handed[0]?.bytes).to.be.above(0);
  });
});

describe('the states of the deal review', () => {
  it('say that nothing waits', async () => {
    const review = await DealReviewHarness.start({scenario: 'empty'});
    expect(review.textOf(review.find('slot[name=empty]'))).to.contain('Nothing waits for you');
  });

  it('are not for partners, without a request', async () => {
    const review = await DealReviewHarness.start({as: 'partner'});
    await review.until(() => review.findAll('slot[name=forbidden]').length === 1);
    expect(review.requests.some(line => line.includes('deal-registrations'))).to.equal(false);
  });

  it('ask the page before one is opened, and say when it is closed', async () => {
    const review = await DealReviewHarness.start();
    const heard: (string | undefined)[] = [];
    review.element.addEventListener('portico-deal-review-select', event => {
      heard.push(event.detail.deal?.id);
      if (heard.length === 1) event.preventDefault();
    });
    const [id = ''] = review.ids;
    review.rowOf(id).click();
    await review.rest();
    expect(review.detail).to.equal(null);
    await review.open(id);
    review.rowOf(id).focus();
    await review.keys('Escape');
    expect(heard).to.deep.equal([id, id, undefined]);
  });
});
