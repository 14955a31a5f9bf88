import {expect, nextFrame} from '@open-wc/testing';
import {LeadInboxHarness} from './lead-inbox.harness.ts';

const start = LeadInboxHarness.start;

/** Elements in the list, shadow roots included. */
function countElements(root: ParentNode): number {
  return [...root.querySelectorAll('*')].reduce((sum, element) => sum + 1 + (element.shadowRoot ? countElements(element.shadowRoot) : 0), 0);
}

describe('the lead inbox with 100,000 leads', () => {
  it('draws what is in view, and reads on by pages while it is scrolled', async function () {
    this.timeout(30_000);
    const inbox = await start({scenario: 'huge'});
    const total = inbox.element.inbox.counts?.new ?? 0;
    expect(total).to.be.above(35_000);
    expect(inbox.list.getAttribute('aria-rowcount')).to.equal(String(total));
    const rowsAtRest = inbox.rows.length;
    expect(rowsAtRest).to.be.below(40);
    let most = 0;
    for (let step = 0; step < 60; step++) {
      inbox.list.scrollTop += 600;
      await nextFrame();
      most = Math.max(most, countElements(inbox.list));
    }
    await inbox.until(() => inbox.element.inbox.list.items.length > 300);
    await inbox.rest();
    expect(inbox.rows.length).to.be.below(60);
    expect(most).to.be.below(60 * 40);
    const drawn = inbox.rows.map(row => Number(row.getAttribute('aria-rowindex')));
    expect(drawn).to.deep.equal(drawn.map((_, at) => (drawn[0] ?? 0) + at));
    const view = inbox.list.getBoundingClientRect();
    const seen = inbox.rows.filter(row => row.getBoundingClientRect().bottom > view.top && row.getBoundingClientRect().top < view.bottom);
    expect(seen.length * inbox.list.rowHeight).to.be.at.least(view.height - inbox.list.rowHeight);
  });

  it('keeps the place of somebody far down when everything is read again', async function () {
    this.timeout(30_000);
    const inbox = await start({scenario: 'huge'});
    await inbox.until(() => inbox.backend.openStreams > 0);
    while (inbox.element.inbox.list.items.length < 700) {
      inbox.list.scrollTop = inbox.list.scrollHeight;
      await inbox.rest();
    }
    inbox.list.scrollTop = 650 * inbox.list.rowHeight;
    await inbox.rest();
    const top = inbox.list.scrollTop;
    const ids = inbox.ids;
    inbox.backend.cutStreams('reset');
    const asked = inbox.requests.length;
    await inbox.until(() => inbox.requests.length > asked + 5 && !inbox.element.inbox.list.loading);
    await inbox.rest();
    expect(inbox.list.scrollTop).to.equal(top);
    expect(inbox.ids).to.deep.equal(ids);
  });
});
