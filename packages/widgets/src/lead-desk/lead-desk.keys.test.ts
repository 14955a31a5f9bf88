import {expect} from '@open-wc/testing';
import {deepAll} from '../base/deep.harness.ts';
import {toCommand} from '../base/desk-keys.ts';
import {LeadDeskHarness} from './lead-desk.harness.ts';
import {letterKeys} from './lead-desk.keys.ts';

const start = LeadDeskHarness.start;
const key = (name: string, more: Partial<KeyboardEvent> = {}) => ({key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more});

describe('the keys of the lead desk', () => {
  it('mean nothing in a text field but Escape, and letters nothing when they are off', () => {
    expect(toCommand(key('j'), 'text', letterKeys)).to.equal(undefined);
    expect(toCommand(key('Escape'), 'text', letterKeys)).to.equal('leave');
    expect(toCommand(key('j'), 'table', undefined)).to.equal(undefined);
    expect(toCommand(key('ArrowDown'), 'table', undefined)).to.equal('next');
    expect(toCommand(key('n', {ctrlKey: true}), 'table', letterKeys)).to.equal(undefined);
  });

  it('move through the rows and open one', async () => {
    const desk = await start();
    desk.rows[0]?.focus();
    await desk.keys('j', 'j', 'k');
    expect(desk.focusedRow).to.equal(desk.ids[1]);
    await desk.keys('Enter');
    expect(desk.element.leadId).to.equal(desk.ids[1]);
    expect(desk.focusedRow).to.equal(desk.ids[1]);
  });

  it('read on with an open lead, and close it with the focus back on its row', async () => {
    const desk = await start();
    desk.rows[0]?.focus();
    await desk.keys('Enter', 'ArrowDown');
    expect(desk.element.leadId).to.equal(desk.ids[1]);
    await desk.keys('Escape');
    expect(desk.element.leadId).to.equal(undefined);
    expect(desk.focusedRow).to.equal(desk.ids[1]);
  });

  it('lead by Escape from a note back to the list, and what was typed stays', async () => {
    const desk = await start();
    desk.rows[1]?.focus();
    await desk.keys('Enter');
    const note = () => deepAll<HTMLTextAreaElement>(desk.detail, 'textarea')[0];
    await desk.until(() => note() !== undefined);
    note()?.focus();
    await desk.keys('H', 'i', 'Escape');
    expect(desk.focusedRow).to.equal(desk.ids[1]);
    expect(note()?.value).to.equal('Hi');
    expect(desk.element.leadId).to.equal(desk.ids[1]);
  });

  it('select one by one and stretches, and act on them', async () => {
    const desk = await start({group: 'unplaced'});
    desk.rows[0]?.focus();
    await desk.keys('x', 'Shift+ArrowDown', 'Shift+ArrowDown');
    expect(desk.text('.bulk')).to.contain('3 selected');
    await desk.keys('o');
    const dialog = await desk.dialogOpen();
    expect(dialog.localName).to.equal('portico-lead-desk-offer-dialog');
    expect(dialog.shadowRoot?.querySelector('portico-ui-dialog')?.heading).to.equal('Offer 3 leads to a partner');
    await desk.keys('Escape');
    await desk.until(() => desk.dialog === undefined);
    await desk.keys('Escape');
    expect(desk.findAll('.bulk')).to.have.length(0);
  });

  it('search, and come back to the list', async () => {
    const desk = await start();
    desk.rows[2]?.focus();
    await desk.keys('/');
    expect(desk.focused?.classList.contains('search')).to.equal(true);
    await desk.keys('n', 'j');
    expect(desk.dialog).to.equal(undefined);
    const search = desk.find<HTMLElement & {value: string}>('.search');
    await desk.keys('Escape');
    expect(search.value).to.equal('');
    await desk.until(() => desk.rows.length > 10);
    await desk.keys('Escape');
    expect(desk.focusedRow).to.be.a('string');
  });

  it('are listed, and can be switched off there', async () => {
    const desk = await start();
    desk.rows[0]?.focus();
    await desk.keys('?');
    await desk.dialogOpen();
    desk.find('portico-ui-dialog portico-ui-checkbox').shadowRoot?.querySelector('input')?.click();
    await desk.keys('Escape');
    expect(desk.element.shortcuts).to.equal('off');
    await desk.until(() => desk.dialog === undefined);
    desk.rows[0]?.focus();
    await desk.keys('j');
    expect(desk.focusedRow).to.equal(desk.ids[0]);
    await desk.keys('ArrowDown');
    expect(desk.focusedRow).to.equal(desk.ids[1]);
  });

  it('leave the page its own: nothing happens while the focus is outside', async () => {
    const desk = await start();
    (document.activeElement as HTMLElement | null)?.blur();
    await desk.keys('n');
    expect(desk.dialog).to.equal(undefined);
  });

  it('let Tab into the table once, and on', async () => {
    const desk = await start();
    expect(desk.findAll('.body [tabindex="0"]')).to.have.length(1);
    desk.list.scrollTop = 400;
    await desk.rest();
    desk.rows[5]?.focus();
    await desk.rest();
    expect(desk.findAll('.body [tabindex="0"]')).to.have.length(1);
  });
});
