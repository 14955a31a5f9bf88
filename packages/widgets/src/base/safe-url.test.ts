import {expect} from '@open-wc/testing';
import {safeUrl} from './safe-url.ts';

describe('safeUrl', () => {
  it('lets web addresses, mail and telephone through', () => {
    const urls = ['https://acme.fi/', 'http://acme.fi/a?b=c#d', 'mailto:info@acme.fi', 'tel:+358401234567'];
    for (const url of urls) expect(safeUrl(url)).to.equal(url);
  });

  it('lets nothing else through', () => {
    const hostile = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      '  javascript:alert(1)',
      'java\nscript:alert(1)',
      '\u0001javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:msgbox(1)',
      'blob:https://acme.fi/1',
      'file:///etc/passwd',
      'https://',
      '',
      null,
      undefined,
    ];
    for (const url of hostile) expect(safeUrl(url), String(url)).to.equal(undefined);
  });

  it('lets pictures be inline, and nothing else', () => {
    for (const url of ['data:image/webp;base64,AAAA', 'blob:https://portal.example/1']) {
      expect(safeUrl(url, 'picture')).to.equal(url);
      expect(safeUrl(url)).to.equal(undefined);
    }
    for (const url of ['data:text/html,<script>1</script>', 'javascript:alert(1)']) expect(safeUrl(url, 'picture')).to.equal(undefined);
  });
});
