import {expect} from '@open-wc/testing';
import type {LitElement} from 'lit';
import type {UiField} from '../ui/field/field.ts';
import {CollateralLibraryHarness} from './collateral-library.harness.ts';

/** A dialog of the library, opened on the datasheet. */
async function openDialog(act: string, given?: CollateralLibraryHarness) {
  const library = given ?? (await CollateralLibraryHarness.start());
  if (library.findAll('.actions').length === 0) await library.press('Aurora Vision datasheet', 'open');
  await library.until(() => library.findAll(`.actions [data-act=${act}]`).length === 1);
  await library.click(`.actions [data-act=${act}]`);
  const tag = `portico-collateral-${act}-dialog`;
  await library.until(() => (library.findAll<LitElement>(tag)[0]?.renderRoot.querySelectorAll('portico-ui-field').length ?? 0) > 1);
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
});
