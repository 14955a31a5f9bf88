import {expect, oneEvent} from '@open-wc/testing';
import {deepAll} from '../base/deep.harness.ts';
import type {LeadImportDoneEvent} from './lead-desk.events.ts';
import {LeadDeskHarness} from './lead-desk.harness.ts';

const start = LeadDeskHarness.start;
const csv = 'id,company,country,mail\n1,Acme Oy,FI,aino@acme.example\n2,Fjord AS,Norway,not-a-mail\n3,Kymi Oy,FI,\n';

async function openImport(desk: LeadDeskHarness): Promise<HTMLElement> {
  await desk.press('Import');
  const dialog = await desk.dialogOpen();
  await desk.until(() => deepAll(dialog, 'input[type=file]').length > 0 || deepAll(dialog, '.file').length > 0 || deepAll(dialog, '.totals').length > 0);
  return dialog;
}

async function choose(desk: LeadDeskHarness, dialog: HTMLElement, content: BlobPart = csv, name = 'fair.csv') {
  const files = new DataTransfer();
  files.items.add(new File([content], name, {type: 'text/csv'}));
  const [input] = deepAll<HTMLInputElement>(dialog, 'input[type=file]');
  if (input) input.files = files.files;
  input?.dispatchEvent(new Event('change', {bubbles: true}));
  await desk.rest();
}

const confirm = (dialog: HTMLElement) => deepAll<HTMLElement & {disabled: boolean; busy: boolean}>(dialog, 'portico-ui-button')[0];
const mapped = (dialog: HTMLElement, at: number) => deepAll<HTMLElement & {value: string}>(dialog, '.columns portico-ui-field')[at];

describe('importing leads', () => {
  it('suggests where columns go and shows what would happen, with errors by line and column', async () => {
    const desk = await start();
    const leads = desk.backend.store.data.leads.values().length;
    const dialog = await openImport(desk);
    await choose(desk, dialog);
    await desk.until(() => deepAll(dialog, '.issues td.what').length > 0);
    expect(desk.textOf(deepAll(dialog, '.file')[0])).to.contain('3 rows, 4 columns');
    expect([0, 1, 2, 3].map(at => mapped(dialog, at)?.value)).to.deep.equal(['externalId', 'company.name', 'company.country', 'contact.email']);
    expect(desk.textOf(deepAll(dialog, '.counts')[0])).to.contain('2 new leads');
    const cells = deepAll(dialog, '.issues tbody tr').map(row => desk.textOf(row));
    expect(cells.some(text => text.startsWith('3 mail'))).to.equal(true);
    expect(desk.backend.store.data.leads.values().length).to.equal(leads);
  });

  it('looks again when a column goes elsewhere', async () => {
    const desk = await start();
    const dialog = await openImport(desk);
    await choose(desk, dialog);
    await desk.until(() => deepAll(dialog, '.issues td.what').length > 0);
    const field = mapped(dialog, 3);
    const select = field?.shadowRoot?.querySelector('select');
    if (select) select.value = '';
    select?.dispatchEvent(new Event('change', {bubbles: true}));
    mapped(dialog, 2);
    await desk.until(() => !deepAll(dialog, '.issues tbody tr').some(row => desk.textOf(row).startsWith('3 mail')) && !confirm(dialog)?.busy);
  });

  it('runs, follows the progress, and ends with a report that the page hears of', async () => {
    const desk = await start();
    const dialog = await openImport(desk);
    await choose(desk, dialog);
    await desk.until(() => confirm(dialog) !== undefined && !confirm(dialog)?.disabled && !confirm(dialog)?.busy);
    const done = oneEvent(desk.element, 'portico-lead-import-done') as Promise<LeadImportDoneEvent>;
    confirm(dialog)?.click();
    const {detail} = await done;
    expect(detail.leadImport).to.include({status: 'done', rows: 3, failed: 1, created: 2});
    await desk.rest();
    expect(desk.textOf(deepAll(dialog, '#report')[0])).to.equal('fair.csv was imported');
    expect(desk.textOf(deepAll(dialog, '.totals')[0])).to.contain('Left out 1');
    expect(deepAll(dialog, '.button').some(button => button.textContent?.includes('Download the list'))).to.equal(true);
    await desk.press('Close', dialog);
    await desk.until(() => desk.rows.some(row => row.textContent?.includes('Acme Oy')));
  });

  it('keeps file and mapping when the dialog is closed, and when the server fails', async () => {
    const desk = await start();
    const dialog = await openImport(desk);
    await choose(desk, dialog);
    await desk.until(() => confirm(dialog) !== undefined && !confirm(dialog)?.disabled && !confirm(dialog)?.busy);
    desk.backend.behaviour.refusal = 'forbidden';
    confirm(dialog)?.click();
    await desk.until(() => deepAll(dialog, '.problem').length > 0);
    expect(desk.textOf(deepAll(dialog, '.problem')[0])).to.contain('Your role does not allow imports.');
    await desk.press('Cancel', dialog);
    await desk.until(() => desk.dialog === undefined);
    desk.backend.behaviour.refusal = null;
    const again = await openImport(desk);
    expect(desk.textOf(deepAll(again, '.file')[0])).to.contain('fair.csv');
    confirm(again)?.click();
    await desk.until(() => deepAll(again, '.totals').length > 0);
  });

  it('says what is wrong with a file that cannot be read', async () => {
    const desk = await start();
    const dialog = await openImport(desk);
    await choose(desk, dialog, new Uint8Array([0x50, 0x4b, 3, 4, 0]), 'leads.xlsx');
    expect(desk.textOf(deepAll(dialog, '.problem')[0])).to.contain('not a text file');
    await choose(desk, dialog, 'id,company\n1,"open');
    await desk.until(() => desk.textOf(deepAll(dialog, '.problem')[0]).includes('cannot be read as CSV'));
    expect(desk.textOf(deepAll(dialog, '.problem')[0])).to.contain('line 2');
  });

  it('lists earlier imports and opens their reports', async () => {
    const desk = await start();
    const dialog = await openImport(desk);
    await desk.until(() => deepAll(dialog, '.earlier button').length > 0);
    deepAll(dialog, '.earlier button')[0]?.click();
    await desk.until(() => deepAll(dialog, '.totals').length > 0);
  });
});
