import {expect, fixture, nextFrame} from '@open-wc/testing';
import {html} from 'lit';
import {defineElement} from '../../base/define-element.ts';
import {withMotion} from '../../base/motion.harness.ts';
import {UiField} from '../field/field.ts';
import type {DialogCloseEvent} from './dialog.events.ts';
import {DialogHarness} from './dialog.harness.ts';
import {UiDialog} from './dialog.ts';

defineElement('portico-ui-dialog', UiDialog);
defineElement('portico-ui-field', UiField);

async function opened(onClose = (_event: DialogCloseEvent) => {}) {
  const page = await fixture<HTMLElement>(html`<main>
    <button id="opener">Decline…</button>
    <portico-ui-dialog heading="Decline this lead?" @portico-ui-dialog-close=${onClose}>
      <portico-ui-field autofocus label="Comment"></portico-ui-field>
      <button slot="actions">Decline lead</button>
    </portico-ui-dialog>
  </main>`);
  const opener = page.querySelector<HTMLElement>('#opener')!;
  opener.focus();
  const dialog = new DialogHarness(page.querySelector('portico-ui-dialog')!);
  await dialog.open();
  await nextFrame();
  return {page, opener, dialog};
}

describe('portico-ui-dialog', () => {
  withMotion();

  it('begins on the field that wants it, and gives the focus back', async () => {
    const {page, opener, dialog} = await opened();
    expect(dialog.shown).to.equal(true);
    expect(document.activeElement).to.equal(page.querySelector('portico-ui-field'));
    await dialog.press('Escape');
    expect(dialog.shown).to.equal(false);
    expect(dialog.element.open).to.equal(false);
    expect(document.activeElement).to.equal(opener);
  });

  it('says how it was closed', async () => {
    const reasons: string[] = [];
    const {dialog} = await opened(event => reasons.push(event.reason));
    await dialog.press('Escape');
    await dialog.open();
    await dialog.pressClose();
    await dialog.open();
    await dialog.pressBackdrop();
    expect(dialog.shown).to.equal(false);
    expect(reasons).to.deep.equal(['escape', 'button', 'backdrop']);
  });

  it('stays open over unsaved words, however often Escape is pressed', async () => {
    const {dialog} = await opened(event => event.preventDefault());
    for (let press = 0; press < 4; press++) {
      await dialog.press('Escape');
      await nextFrame();
      expect(dialog.shown).to.equal(true);
    }
    await dialog.pressBackdrop();
    expect(dialog.shown).to.equal(true);
  });

  it('gives the focus back when it is taken out of the page', async () => {
    const {opener, dialog} = await opened();
    dialog.element.remove();
    expect(document.activeElement).to.equal(opener);
  });

  it('keeps the tab key inside', async () => {
    const {page, dialog} = await opened();
    const seen = new Set<Element | null>();
    for (let press = 0; press < 6; press++) {
      await dialog.press('Tab');
      seen.add(document.activeElement);
    }
    expect(seen.has(page.querySelector('#opener'))).to.equal(false);
  });

  it('is accessible and has its heading for a name', async () => {
    const {page, dialog} = await opened();
    expect(dialog.text('#heading')).to.equal('Decline this lead?');
    // While it fades in, its colours are half there.
    await Promise.all(dialog.element.shadowRoot!.getAnimations().map(({finished}) => finished));
    await expect(page).to.be.accessible();
  });
});
