import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {versionFolder} from '../../packages/widgets/build/build-cdn.ts';
import {buildWidgets} from '../../scripts/build/widgets.ts';
import {launchBrowser} from '../browser/launch.ts';
import {servePages, type ServedPage} from '../browser/serve-pages.ts';

const strict = "default-src 'self'; style-src 'self'; script-src 'self'; require-trusted-types-for 'script'";

describe('the widgets on a page that refuses their Trusted Types policy', () => {
  let browser: Browser;
  let tab: Page;
  const files: Record<string, ServedPage> = {};

  before(async () => {
    await buildWidgets(() => {});
    for (const path of globSync('**/*.js', {cwd: versionFolder})) files[`/${path.replaceAll('\\', '/')}`] = {body: readFileSync(join(versionFolder, path), 'utf8'), type: 'text/javascript'};
    browser = await launchBrowser();
    tab = await browser.newPage();
  });
  after(() => browser?.close());

  for (const policies of ["'none'", 'lit-html']) {
    it(`show a sentence and the link of the page, and say so once, with the list ${policies}`, async () => {
      const {text, href, errors, reports} = await visit(
        policies,
        `<portico-portal fallback-href="https://partners.example.com/leads"><portico-lead-inbox></portico-lead-inbox><portico-lead-desk></portico-lead-desk></portico-portal>`,
      );
      assert.equal(text, 'This part cannot be shown on this page. Open it on its own page'.repeat(2));
      assert.equal(href, 'https://partners.example.com/leads');
      assert.deepEqual(reports, [{code: 'trusted_types', message: 'This part cannot be shown on this page.', retryable: false}]);
      assert.deepEqual(errors, []);
    });
  }

  it('show what the page put between the tags, and nothing meant for a slot', async () => {
    const {text, reports} = await visit("'none'", '<portico-portal><portico-lead-inbox><a href="/leads">All leads</a><p slot="empty">None yet</p></portico-lead-inbox></portico-portal>');
    assert.equal(text, 'All leads');
    assert.equal(reports.length, 1);
  });

  it('speak the language of the portal', async () => {
    const {text} = await visit("'none'", '<portico-portal locale="fi"><portico-lead-inbox></portico-lead-inbox></portico-portal>');
    assert.equal(text, 'Tätä osaa ei voi näyttää tällä sivulla.');
  });

  it('follow no link that is a script', async () => {
    const {href, text} = await visit("'none'", '<portico-lead-inbox fallback-href="javascript:alert(1)"></portico-lead-inbox>');
    assert.deepEqual([href, text], [undefined, 'This part cannot be shown on this page.']);
  });

  it('leave it to a page that cancels the event', async () => {
    const {text, reports} = await visit("'none'", '<portico-lead-inbox></portico-lead-inbox>', 'event.preventDefault()');
    assert.deepEqual([text, reports.length], ['', 1]);
  });

  it('draw where the policy is on the list, and say nothing', async () => {
    const {drawn, reports} = await visit('portico-lit', '<portico-lead-inbox><a href="/leads">All leads</a></portico-lead-inbox>');
    assert.deepEqual([drawn, reports], [true, []]);
  });

  async function visit(policies: string, body: string, onError = '') {
    // The page listens after the widgets have come, as a page of few scripts does.
    const page = `globalThis.reports = []; addEventListener('portico-error', event => { const {code, message, retryable} = event.detail; reports.push({code, message, retryable}); ${onError} });`;
    await using server = await servePages({
      ...files,
      '/': {
        body: `<!doctype html><html lang="en"><title>page</title><body><main>${body}</main><script type="module" src="/portico.js"></script><script type="module" src="/page.js"></script>`,
        headers: {'content-security-policy': `${strict}; trusted-types ${policies}`},
      },
      '/page.js': {body: page, type: 'text/javascript'},
    });
    const errors: string[] = [];
    const note = (error: Error) => errors.push(error.message);
    tab.on('pageerror', note);
    await tab.goto(server.origin, {waitUntil: 'networkidle'});
    const seen = await tab.evaluate(() => ({
      text: document.querySelector('main')?.innerText.replaceAll('\n', '') ?? '',
      href: document.querySelector<HTMLAnchorElement>('main p a')?.href,
      drawn: (document.querySelector('portico-lead-inbox')?.shadowRoot?.childElementCount ?? 0) > 0,
      reports: (globalThis as unknown as {reports: unknown[]}).reports,
    }));
    tab.off('pageerror', note);
    return {...seen, errors};
  }
});
