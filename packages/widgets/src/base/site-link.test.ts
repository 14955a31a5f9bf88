import {expect, fixture} from '@open-wc/testing';
import {siteLink} from './site-link.ts';

/** Where the link leads, and what it is called. */
async function shown(website: string): Promise<[string | null, string | null]> {
  const link = await fixture<HTMLAnchorElement>(siteLink(website));
  return [link.getAttribute('href'), link.textContent];
}

describe('siteLink', () => {
  it('leads to the secure site where people left the scheme out, and is called by the short name', async () => {
    expect(await shown('acme.fi')).to.deep.equal(['https://acme.fi/', 'acme.fi']);
    expect(await shown('acme.fi/fi?a=b')).to.deep.equal(['https://acme.fi/fi?a=b', 'acme.fi/fi?a=b']);
    expect(await shown('http://www.acme.fi/')).to.deep.equal(['http://www.acme.fi/', 'acme.fi']);
    expect(await shown('HTTPS://Acme.fi/fi')).to.deep.equal(['https://acme.fi/fi', 'Acme.fi/fi']);
  });

  it('leads nowhere where it is no web address', async () => {
    for (const website of ['javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'has none', 'acme', 'acme.fi and acme.se']) expect(await shown(website)).to.deep.equal([null, website]);
  });
});
