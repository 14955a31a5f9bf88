import {expect} from '@open-wc/testing';
import {toCommand} from '../base/desk-keys.ts';
import {DealReviewHarness} from './deal-review.harness.ts';
import {letterKeys} from './deal-review.keys.ts';

const start = DealReviewHarness.start;
const key = (name: string, more: Partial<KeyboardEvent> = {}) => ({key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more});

describe('the keys of the deal review', () => {
  it('mean nothing in a text field but Escape, and letters nothing when they are off', () => {
    expect(toCommand(key('a'), 'text', letterKeys)).to.equal(undefined);
    expect(toCommand(key('Escape'), 'text', letterKeys)).to.equal('leave');
    expect(toCommand(key('r'), 'table', undefined)).to.equal(undefined);
    expect(toCommand(key('ArrowDown'), 'table', undefined)).to.equal('next');
    expect(toCommand(key('t', {ctrlKey: true}), 'table', letterKeys)).to.equal(undefined);
  });

  it('move, open, read on, and close with the focus back on the row', async () => {
    const review = await start();
    review.rows[0]?.focus();
    await review.keys('j', 'j', 'k', 'Enter');
    expect(review.element.dealId).to.equal(review.ids[1]);
    await review.keys('ArrowDown');
    expect(review.element.dealId).to.equal(review.ids[2]);
    await review.keys('Escape');
    expect(review.element.dealId).to.equal(undefined);
    expect(review.focusedRow).to.equal(review.ids[2]);
  });

  it('begin the acts: t takes, a approves, r rejects, i asks; the focus comes back', async () => {
    const review = await start();
    const [id = ''] = review.ids;
    review.rowOf(id).focus();
    await review.keys('t');
    await review.until(() => review.backend.store.data.deals.get(id)?.status === 'under_review');
    await review.rest();
    for (const [letter, heading] of [['a', 'Approve'], ['r', 'Reject'], ['i', 'Ask for information']] as const) {
      await review.keys(letter);
      const dialog = await review.dialogOpen();
      expect(dialog.shadowRoot?.querySelector('portico-ui-dialog')?.heading).to.equal(heading);
      await review.keys('Escape');
      await review.until(() => review.dialog === undefined);
      expect(review.focusedRow).to.equal(id);
    }
  });

  it('go on with the row that moved up, when what was decided has left the queue', async () => {
    const review = await start();
    const id = review.rows.find(row => row.textContent?.includes('Vänern'))?.dataset['id'] ?? '';
    const next = review.ids[review.ids.indexOf(id) + 1];
    review.rowOf(id).focus();
    await review.keys('a');
    const dialog = await review.dialogOpen();
    await review.press('Approve', dialog);
    await review.until(() => review.dialog === undefined && !review.ids.includes(id));
    await review.until(() => review.focusedRow === next);
  });

  it('go to the title when the button that was pressed is gone', async () => {
    const review = await start();
    const detail = await review.open(review.ids[0] ?? '');
    detail.shadowRoot?.querySelector<HTMLElement>('.actions button')?.focus();
    await review.keys('Enter');
    await review.until(() => detail.shadowRoot?.activeElement?.localName === 'h3');
  });

  it('write a note on what is under the keyboard, and Escape leads back without losing it', async () => {
    const review = await start();
    review.rows[1]?.focus();
    await review.keys('n');
    await review.until(() => review.detail?.shadowRoot?.activeElement?.localName === 'portico-deal-review-note');
    await review.keys('H', 'i', 'Escape');
    expect(review.focusedRow).to.equal(review.ids[1]);
    expect(review.detail?.shadowRoot?.querySelector('portico-deal-review-note')?.shadowRoot?.querySelector('textarea')?.value).to.equal('Hi');
  });

  it('select one by one, stretches and all, and act on them', async () => {
    const review = await start();
    review.rows[0]?.focus();
    await review.keys('Space', 'Shift+ArrowDown', 'Shift+ArrowDown');
    expect(review.text('.bulk .selected')).to.equal('3 selected');
    await review.keys('t');
    expect((await review.dialogOpen()).shadowRoot?.querySelector('portico-ui-dialog')?.heading).to.match(/^Take (2|3) reviews$/);
    await review.keys('Escape');
    await review.until(() => review.dialog === undefined);
    await review.keys('Escape');
    expect(review.findAll('.bulk')).to.have.length(0);
  });

  it('search, are listed, and leave the page its own', async () => {
    const review = await start();
    review.rows[2]?.focus();
    await review.keys('/');
    expect(review.focused?.classList.contains('search')).to.equal(true);
    await review.keys('r', 'Escape', 'Escape', '?');
    await review.dialogOpen();
    expect(review.findAll('portico-ui-dialog .keys > div')).to.have.length(12);
    await review.keys('Escape');
    await review.until(() => review.dialog === undefined);
    (document.activeElement as HTMLElement | null)?.blur();
    await review.keys('a');
    expect(review.dialog).to.equal(undefined);
    expect(review.findAll('.body [tabindex="0"]')).to.have.length(1);
  });
});
