import {expect} from '@open-wc/testing';
import {hold} from '../base/held.harness.ts';
import {LaterRuns} from '../base/later-runs.ts';
import {DealListHarness} from './deal-list.harness.ts';
import type {DealListTab} from './deal-list.model.ts';

const {requestIdleCallback: idle} = window;
const {load} = LaterRuns.prototype;
const missing = 'There is no connection. What you typed is kept; try again.';

/** The page is never idle: only what somebody asks for comes. */
async function start(tab: DealListTab = 'protected') {
  window.requestIdleCallback = () => 0;
  return DealListHarness.start({tab, early: true});
}

/** What carries acts out comes when it is let in, or never. */
const holdWork = () => hold(LaterRuns.prototype, 'load');

function noWork() {
  LaterRuns.prototype.load = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
}

afterEach(() => {
  window.requestIdleCallback = idle;
  LaterRuns.prototype.load = load;
});

describe('portico-deal-list, before the views that come later', () => {
  it('opens the row that is pressed at first sight, and leaves the rows where they are', async () => {
    const list = await start();
    const {rows, ids, titles} = list;
    rows[1]?.click();
    expect(list.element.deals.opened.id).to.equal(ids[1]);
    await list.until(() => list.findAll('[data-act=set_stage]').length === 1);
    expect(list.openTitle).to.equal(titles[1]);
    expect(list.element.dealId).to.equal(ids[1]);
    // A press that begins on a row must end on the same.
    expect(rows.every((row, index) => list.row(index) === row)).to.equal(true);
  });

  it('opens a row by key, and asks for the next stage by a letter', async () => {
    const list = await start();
    const {rows, ids} = list;
    rows[0]?.focus();
    await list.press('ArrowDown', 'Enter');
    await list.until(() => list.element.dealId === ids[1]);
    await list.until(() => list.findAll('#detail-title').length === 1);
    list.row(0).focus();
    await list.press('s');
    await list.until(() => list.findAll('[name=probability]').length === 1);
  });

  it('opens the deal that a link names', async () => {
    const list = await start();
    const id = [...list.backend.store.data.deals.values()].find(({status, ownerId}) => status === 'won' && ownerId)?.id;
    list.element.dealId = id;
    await list.until(() => list.findAll('#detail-title').length === 1 && list.element.deals.opened.story !== undefined);
    expect(list.element.deals.opened.deal?.id).to.equal(id);
  });
});

describe('what carries acts on deals out, while it is on its way', () => {
  it('is waited for by an act', async () => {
    const work = holdWork();
    const list = await start();
    const {acts, list: {items: [deal]}} = list.element.deals;
    const running = acts.run('set_stage', deal!, {stage: 'verbal', probability: 80});
    await list.rest();
    expect([acts.previewOf(deal!.id), acts.failureOf(deal!.id)]).to.deep.equal([undefined, undefined]);
    work.letIn();
    expect(await running).to.equal('done');
    expect(list.backend.store.data.deals.get(deal!.id)).to.deep.include({stage: 'verbal', probability: 80});
  });

  it('is a missing connection when it cannot come, said on the row, and is asked for again by the next act', async () => {
    noWork();
    const list = await start();
    const {acts, list: {items: [deal]}} = list.element.deals;
    expect(await acts.run('set_stage', deal!, {stage: 'verbal'})).to.equal('failed');
    expect(acts.failureOf(deal!.id)).to.deep.include({act: 'set_stage', input: {stage: 'verbal'}, sentence: missing});
    await list.settled();
    expect(list.text(`[data-id="${deal!.id}"] .failure`)).to.equal(missing);
    LaterRuns.prototype.load = load;
    expect(await acts.run('set_stage', deal!, {stage: 'verbal'})).to.equal('done');
    await list.settled();
    expect(list.findAll(`[data-id="${deal!.id}"] .failure`)).to.have.length(0);
  });

  it('asks the page first, and for nothing that the page forbids', async () => {
    const work = holdWork();
    const list = await start();
    list.element.addEventListener('portico-deal-action', event => event.preventDefault());
    const {acts, opened, list: {items: [deal]}} = list.element.deals;
    expect(acts.run('set_stage', deal!, {stage: 'verbal'})).to.equal(undefined);
    opened.open(deal!.id);
    expect(await opened.log({kind: 'call', body: 'Never said.', internal: false})).to.equal(false);
    expect(opened.unsent).to.deep.equal([]);
    work.letIn();
  });

  it('keeps an offered transfer on the list when it cannot be answered', async () => {
    noWork();
    const list = await start('attention');
    const {deals} = list.element;
    const {offers: [offer]} = deals;
    await deals.answerOffer(offer!, 'agree');
    expect(deals.offers).to.include(offer);
    await list.until(() => customElements.get('portico-ui-toast') !== undefined && list.notices.includes(missing));
    LaterRuns.prototype.load = load;
    await deals.answerOffer(offer!, 'agree');
    expect(deals.offers).not.to.include(offer);
    expect(list.backend.store.data.dealChanges.get(offer!.id)?.status).to.equal('approved');
  });
});

describe('what reads an open deal, while it is on its way', () => {
  it('says that the deal cannot be read when it does not come, and brings it when that is tried again', async () => {
    noWork();
    const list = await start();
    list.rows[0]?.click();
    await list.until(() => list.findAll('.detail-pane portico-ui-empty-state').length === 1);
    expect(list.find('.detail-pane portico-ui-empty-state').getAttribute('text')).to.equal(missing);
    LaterRuns.prototype.load = load;
    await list.rest();
    await list.pressButton('Try again', '.detail-pane');
    await list.until(() => list.findAll('[data-act=set_stage]').length === 1);
  });

  it('does not ask over and over for what does not come', async () => {
    let asked = 0;
    LaterRuns.prototype.load = () => {
      asked++;
      return Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
    };
    const list = await start();
    list.rows[0]?.click();
    await list.rest();
    const before = asked;
    await list.rest();
    await list.rest();
    expect(asked).to.equal(before);
  });

  it('shows an activity at once that is logged meanwhile, and sends it once', async () => {
    const work = holdWork();
    const list = await start();
    const {opened, list: {items: [deal]}} = list.element.deals;
    opened.open(deal!.id);
    const logging = opened.log({kind: 'call', body: 'Early bird.', internal: false});
    expect(opened.unsent.map(({body, state}) => [body, state])).to.deep.equal([['Early bird.', 'sending']]);
    work.letIn();
    expect(await logging).to.equal(true);
    expect(opened.unsent).to.deep.equal([]);
    expect(list.backend.store.dealStory(deal!.id).filter(({body}) => body === 'Early bird.')).to.have.length(1);
  });

  it('keeps the words of an activity when it does not come, to be sent or written anew', async () => {
    const work = holdWork();
    const list = await start();
    const {opened, list: {items: [deal]}} = list.element.deals;
    opened.open(deal!.id);
    const logging = Promise.all(['One.', 'Two.'].map(body => opened.log({kind: 'note', body, internal: true})));
    work.keepOut();
    expect(await logging).to.deep.equal([false, false]);
    expect(opened.unsent.map(({body, state, sentence}) => [body, state, sentence])).to.deep.equal([['One.', 'refused', missing], ['Two.', 'refused', missing]]);
    const [one, two] = opened.unsent;
    opened.withdraw(one!);
    expect(opened.unsent).to.deep.equal([two]);
    LaterRuns.prototype.load = load;
    expect(await opened.resend(two!)).to.equal(true);
    expect(opened.unsent).to.deep.equal([]);
    expect(list.backend.store.dealStory(deal!.id).filter(({body}) => body === 'Two.')).to.have.length(1);
    expect(list.backend.store.dealStory(deal!.id).filter(({body}) => body === 'One.')).to.have.length(0);
  });
});
