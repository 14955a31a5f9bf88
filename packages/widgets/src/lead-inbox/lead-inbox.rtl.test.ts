import {expect} from '@open-wc/testing';
import {LeadInboxHarness} from './lead-inbox.harness.ts';

/** Where the first letters of an element stand. */
function startOf(element: Element): DOMRect {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = walker.nextNode();
  while (text && !text.textContent?.trim()) text = walker.nextNode();
  const range = document.createRange();
  const words = text?.textContent ?? '';
  const first = words.search(/\S/);
  range.setStart(text!, first);
  range.setEnd(text!, first + 4);
  return range.getBoundingClientRect();
}

describe('portico-lead-inbox in a page written from right to left', () => {
  it('cuts a Latin title at its end, and begins short ones where the lines begin', async () => {
    const narrow = await LeadInboxHarness.start({locale: 'ar', width: 320});
    await narrow.until(() => getComputedStyle(narrow.element).direction === 'rtl');
    const [title] = narrow.findAll('.row .title');
    expect(title!.scrollWidth).to.be.greaterThan(title!.clientWidth);
    const box = title!.getBoundingClientRect();
    // What is read first is in sight.
    expect(startOf(title!).left).to.be.at.least(box.left);

    const wide = await LeadInboxHarness.start({locale: 'ar', width: 1400});
    await wide.clickRow(0);
    await wide.until(() => wide.findAll('#detail-title').length === 1);
    const heading = wide.find('#detail-title');
    const words = document.createRange();
    words.selectNodeContents(heading);
    expect(words.getBoundingClientRect().right).to.be.closeTo(heading.getBoundingClientRect().right, 1);
  });

  it('keeps a Latin name inside a sentence together', async () => {
    const inbox = await LeadInboxHarness.start({locale: 'ar'});
    const [box] = inbox.findAll('.row .choose input');
    const label = box?.getAttribute('aria-label') ?? '';
    expect(label).to.match(/\u2068[^\u2069]+\u2069/);
  });

  it('lists products from right to left, though they have Latin names', async () => {
    const inbox = await LeadInboxHarness.start({locale: 'ar', width: 1400});
    await inbox.clickRow(inbox.element.inbox.list.items.findIndex(({teaser}) => teaser.products.length > 1));
    await inbox.until(() => inbox.findAll('.facts dd').length > 0);
    const products = inbox.findAll('.facts dd').find(({textContent}) => textContent?.includes(' و'));
    expect(products && getComputedStyle(products).direction).to.equal('rtl');
    expect(products?.textContent?.match(/\u2068/g)).to.have.length(2);
  });
});
