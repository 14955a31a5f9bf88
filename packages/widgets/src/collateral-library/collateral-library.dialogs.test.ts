import {expect} from '@open-wc/testing';
import type {Cobrand} from '@portico/contract';
import type {LitElement} from 'lit';
import type {UiField} from '../ui/field/field.ts';
import {CollateralLibraryHarness} from './collateral-library.harness.ts';
import {remakeStateOf, toSnippet} from './mine/mine.model.ts';

/** A dialog of the library, opened on the datasheet. */
async function openDialog(act: string, given?: CollateralLibraryHarness) {
  const library = given ?? (await CollateralLibraryHarness.start());
  if (library.findAll('.actions').length === 0) await library.press('Aurora Vision datasheet', 'open');
  await library.until(() => library.findAll(`.actions [data-act=${act}]`).length === 1);
  await library.click(`.actions [data-act=${act}]`);
  const tag = `portico-collateral-${act === 'embed' ? 'mine' : act}-dialog`;
  await library.until(() => (library.findAll<LitElement>(tag)[0]?.renderRoot.querySelectorAll('portico-ui-field, .entry').length ?? 0) > 1);
  const dialog = library.find<LitElement>(tag);
  const find = <E extends HTMLElement>(selector: string) => dialog.renderRoot.querySelector<E>(selector);
  const fill = async (name: string, value: string) => {
    const field = find<UiField>(`portico-ui-field[name="${name}"]`);
    const control = field?.renderRoot.querySelector<HTMLInputElement>('.control');
    if (!control) throw new Error(`There is no field ${name}.`);
    control.value = value;
    control.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    control.dispatchEvent(new Event('change', {bubbles: true}));
    await dialog.updateComplete;
  };
  const press = async (name: string) => {
    find(`[data-act=${name}]`)?.click();
    await library.rest();
  };
  const text = () => (dialog.renderRoot.textContent ?? '').replace(/\s+/g, ' ');
  return {library, dialog, find, fill, press, text};
}

describe('dialogs of the library', () => {
  it('makes a link that ends, tells its address once, and ends it again', async () => {
    const {library, find, fill, press, text} = await openDialog('share');
    await fill('recipient', 'Kaleva Paper');
    const [day = ''] = new Date(Date.now() + 40 * 86_400_000).toISOString().split('T');
    await fill('expiresOn', day);
    await press('make');
    await library.until(() => find('.address') !== null);
    expect(find<UiField>('.address')?.value).to.match(/^https?:\/\//);
    // To the end of the day where the person is.
    expect(text()).to.include(new Date(`${day}T12:00:00Z`).toLocaleDateString('en', {day: 'numeric', month: 'short', year: 'numeric'}));
    await press('another');
    await library.until(() => text().includes('Kaleva Paper'));
    expect(text()).to.include('0 opened, 0 downloads');
    await press('revoke');
    await library.until(() => text().includes('Ended by you'));
  });

  it('keeps what was typed when it is closed, until it is sent', async () => {
    const {library, fill, dialog} = await openDialog('share');
    await fill('recipient', 'Harbour Cold Storage');
    dialog.renderRoot.querySelector('portico-ui-dialog')?.close();
    await library.rest();
    expect((dialog as LitElement & {open: boolean}).open).to.equal(false);
    const {find} = await openDialog('share', library);
    expect(find<UiField>('portico-ui-field[name=recipient]')?.value).to.equal('Harbour Cold Storage');
  });

  it('orders printed copies within the limits, says when they wait, and calls them off', async () => {
    const {library, find, fill, press, text} = await openDialog('print');
    await fill('quantity', '500');
    await press('order');
    expect(library.requests.some(line => line === 'POST /v1/print-orders')).to.equal(false);
    await fill('quantity', '150');
    expect(find<UiField>('portico-ui-field[name=quantity]')?.help).to.equal('Only 120 in stock: the order waits for more.');
    for (const [name, value] of [['street', 'Kauppakatu 1'], ['postalCode', '33200'], ['city', 'Tampere'], ['country', 'FI']] as const) await fill(`shipTo/${name}`, value);
    await press('order');
    await library.until(() => text().includes('150 copies'));
    expect(text()).to.include('Requested');
    await press('cancel');
    await library.until(() => text().includes('Cancelled'));
  });

  it('makes a copy beside its picture, says at once what does not fit, and releases it when the vendor agrees', async () => {
    const {library, dialog, find, fill, press, text} = await openDialog('cobrand');
    await press('new');
    await library.until(() => find('.sheet') !== null);
    await fill('headline/text', 'Nothing slips past, says Lumen, not even at night or in dust and steam');
    await library.until(() => text().includes('At most 60 characters; there are'));
    await press('make');
    expect(library.requests.some(line => line === 'POST /v1/cobrands')).to.equal(false);
    dialog.renderRoot.querySelector('portico-ui-dialog')?.close();
    await library.rest();
    await openDialog('cobrand', library);
    await press('new');
    expect(find<UiField>('portico-ui-field[name="headline/text"]')?.value).to.match(/^Nothing slips past/);
    await fill('headline/text', 'Nothing slips past');
    await library.until(() => decodeURIComponent(find<HTMLImageElement>('.sheet')?.src ?? '').includes('>Nothing slips past<'));
    await fill('name', 'For the autumn mailing');
    await press('make');
    await library.until(() => find('[data-act=release]') !== null);
    expect(find('[data-act=release]')?.textContent?.trim()).to.equal('Send for approval');
    await press('release');
    const entry = () => [...dialog.renderRoot.querySelectorAll<HTMLElement>('.entry')].find(each => each.textContent?.includes('For the autumn mailing'));
    await library.until(() => entry()?.dataset['status'] === 'submitted');
    const id = entry()?.dataset['id'] ?? '';
    const {version} = (await library.asVendor('GET', `/cobrands/${id}`)) as {version: number};
    await library.asVendor('POST', `/cobrands/${id}/approve`, {}, version);
    await library.until(() => entry()?.dataset['status'] === 'approved');
    entry()?.querySelector<HTMLElement>('[data-act=release]')?.click();
    await library.until(() => entry()?.dataset['status'] === 'published');
  });

  it('makes an embed of chosen pieces, gives the code for it, and ends it', async () => {
    const {library, dialog, find, fill, press, text} = await openDialog('embed');
    expect([...dialog.renderRoot.querySelectorAll('ol .entry')].map(each => each.textContent?.trim().split(/\s{2,}|\n/)[0])).to.deep.equal(['Aurora Vision datasheet']);
    await press('save-embed');
    expect(library.requests.includes('POST /v1/collateral-embeds')).to.equal(false);
    await library.until(() => find('[data-act=choose]') !== null);
    await press('choose');
    await press('down');
    await fill('name', 'Home page');
    await fill('sites', 'not a site');
    await press('save-embed');
    expect(library.requests.includes('POST /v1/collateral-embeds')).to.equal(false);
    await fill('sites', 'www.lumen.example/start\nhttp://localhost:8080');
    await press('save-embed');
    await library.until(() => find('.snippet') !== null);
    const {items} = (await library.asVendor('GET', '/collateral-embeds?limit=1')) as {items: {id: string; token: string; sites: string[]; items: {asset: {title: string}}[]}[]};
    const made = items[0];
    expect(made?.sites).to.deep.equal(['https://www.lumen.example', 'http://localhost:8080']);
    expect(made?.items[1]?.asset.title).to.equal('Aurora Vision datasheet');
    expect(find('.snippet')?.textContent).to.match(/^<script type="module" src="http.+collateral\.js"><\/script>\n<portico-collateral token="/);
    expect(find('.snippet')?.textContent).to.include(`token="${made?.token}" api-url="${library.portal.apiUrl}"`);
    await press('done-embed');
    await library.until(() => find(`[data-id="${made?.id}"] [data-act=end]`) !== null);
    find(`[data-id="${made?.id}"] [data-act=end]`)?.click();
    await library.until(() => find(`[data-id="${made?.id}"]`)?.dataset['status'] === 'revoked');
    expect(text()).to.include('shown 0 times, 0 clicks, 0 enquiries');
  });

  it('tells of each copy how it stands, and writes code that nothing can break out of', () => {
    const stateOf = (status: Cobrand['status'], isMaking: boolean, nextTemplateId: string | null, wasAsked: boolean) => remakeStateOf({status, isMaking, nextTemplateId}, wasAsked);
    expect([stateOf('stale', false, 't', false), stateOf('stale', false, null, true), stateOf('stale', false, 't', true), stateOf('draft', true, null, true)]).to.deep.equal(['waits', 'cannot', 'making', 'making']);
    expect([stateOf('draft', false, null, true), stateOf('submitted', false, null, true), stateOf('published', false, null, true), stateOf('draft', false, null, false)]).to.deep.equal(['failed', undefined, 'made', undefined]);
    expect(toSnippet({token: 'a"><script>', apiUrl: 'https://x.example/?a&b', scriptUrl: 'https://x.example/collateral.js'})).to.equal(
      '<script type="module" src="https://x.example/collateral.js"></script>\n<portico-collateral token="a&quot;>&lt;script>" api-url="https://x.example/?a&amp;b"></portico-collateral>',
    );
  });

  it('makes all old copies anew with one act, and lists links and orders of the organisation', async () => {
    const library = await CollateralLibraryHarness.start({tab: 'outdated'});
    await library.until(() => library.findAll('[data-act=mine]').length === 1);
    await library.click('[data-act=mine]');
    await library.until(() => library.findAll('portico-collateral-mine-dialog').length === 1);
    const {renderRoot} = library.find<LitElement>('portico-collateral-mine-dialog');
    const find = (selector: string) => renderRoot.querySelector<HTMLElement>(selector);
    await library.until(() => find('[data-act=remake-all]') !== null);
    expect(library.findAll('.piece').find(each => each.textContent?.includes('Aurora Vision datasheet'))?.querySelector('.brand')).to.not.equal(null);
    find('[data-act=remake-all]')?.click();
    await library.until(() => find('[data-state=waits]') === null && find('[data-state=making]') === null);
    expect(renderRoot.textContent).to.include('All of them were made anew.');
    await library.until(() => library.findAll('[data-act=mine]').length === 0);
    for (const tab of ['links', 'orders']) {
      renderRoot.querySelector('portico-ui-tabs')?.renderRoot.querySelector<HTMLElement>(`#tab-${tab}`)?.click();
      await library.until(() => find('.entry, portico-ui-empty-state') !== null);
    }
  });

  it('makes a copy anew that the vendor left behind', async () => {
    const library = await CollateralLibraryHarness.start();
    await library.press('Aurora Vision datasheet', 'open');
    await library.until(() => library.findAll('[data-act=stale]').length === 1);
    const {find, press} = await openDialog('cobrand', library);
    expect(find('.entry[data-status=stale] [data-act=remake]')).to.not.equal(null);
    await press('remake');
    await library.until(() => find('.entry[data-status=stale]') === null);
    await library.until(() => library.findAll('[data-act=stale]').length === 0);
  });

  it('shows a page for the web in a frame that may do nothing, and where else it can be seen when the site lets none in', async () => {
    const library = await CollateralLibraryHarness.start();
    const ask = library.backend.fetch;
    const page = new URL('/', location.href).href;
    Object.assign(library.backend, {
      fetch: async (request: Request) => {
        const answer = await ask(request);
        return request.url.endsWith('/cobrands/preview') ? Response.json({...((await answer.json()) as object), mediaType: 'text/html', url: page}, answer) : answer;
      },
    });
    const {find, fill, press} = await openDialog('cobrand', library);
    await press('new');
    await library.until(() => find('iframe') !== null);
    const frame = find<HTMLIFrameElement>('iframe');
    expect([frame?.getAttribute('sandbox'), frame?.src, frame?.title]).to.deep.equal(['', page, 'Preview']);
    // As a browser says it; what has a policy in a test’s page would have it in the others, too.
    document.dispatchEvent(new SecurityPolicyViolationEvent('securitypolicyviolation', {effectiveDirective: 'frame-src', violatedDirective: 'frame-src', blockedURI: page, documentURI: location.href, originalPolicy: "frame-src 'none'", disposition: 'enforce', statusCode: 200}));
    await library.until(() => find('.note a') !== null);
    expect(find<HTMLAnchorElement>('.note a')?.href).to.equal(page);
    await fill('headline/text', 'Typed');
    expect(find('iframe')).to.equal(null);
  });
});
