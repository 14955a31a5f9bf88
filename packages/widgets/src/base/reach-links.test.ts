import {expect, fixture} from '@open-wc/testing';
import {html, type TemplateResult} from 'lit';
import {mailLink, phoneLink} from './reach-links.ts';

/** Where the link leads, and what it is called. */
async function shown(link: TemplateResult): Promise<[string | null, string | null]> {
  const element = await fixture<HTMLAnchorElement>(link);
  return [element.getAttribute('href'), element.textContent];
}

/** The words of each line of an element that is too narrow for one. */
function linesOf(element: Element): string[] {
  const lines = new Map<number, string>();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const [at, letter] of [...(node.textContent ?? '')].entries()) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const {bottom} = range.getBoundingClientRect();
      lines.set(bottom, (lines.get(bottom) ?? '') + letter);
    }
  }
  return [...lines.values()];
}

describe('mailLink', () => {
  it('writes to the address and to nobody else', async () => {
    expect(await shown(mailLink('aino.lehtonen@lumitek.fi'))).to.deep.equal(['mailto:aino.lehtonen@lumitek.fi', 'aino.lehtonen@lumitek.fi']);
    expect(await shown(mailLink('a?bcc=b@acme.fi'))).to.deep.equal(['mailto:a%3Fbcc%3Db@acme.fi', 'a?bcc=b@acme.fi']);
    expect(await shown(mailLink('nobody'))).to.deep.equal(['mailto:nobody', 'nobody']);
  });

  it('breaks before its @ where it has to break', async () => {
    const place = await fixture(html`<p style="inline-size: 150px; overflow-wrap: anywhere; font: 14px monospace">${mailLink('mikael.back@sanlauta.fi')}</p>`);
    expect(linesOf(place)).to.deep.equal(['mikael.back', '@sanlauta.fi']);
  });
});

describe('phoneLink', () => {
  it('dials the number alone', async () => {
    expect(await shown(phoneLink('+358 (0)40 555-1234'))).to.deep.equal(['tel:+3580405551234', '+358 (0)40 555-1234']);
  });
});
