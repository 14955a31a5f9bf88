import {expect, fixture} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {html} from 'lit';
import {defineElement} from '../../base/define-element.ts';
import {UiCheckbox} from './checkbox.ts';

defineElement('portico-ui-checkbox', UiCheckbox);

describe('portico-ui-checkbox', () => {
  it('is checked by the space bar and tells of it once', async () => {
    let changes = 0;
    const element = await fixture<UiCheckbox>(
      html`<portico-ui-checkbox label="Only mine" @change=${() => changes++}></portico-ui-checkbox>`,
    );
    element.focus();
    await sendKeys({press: 'Space'});
    expect(element.checked).to.equal(true);
    expect(changes).to.equal(1);
  });

  it('is checked, and no more in between, after a press on "some"', async () => {
    const element = await fixture<UiCheckbox>(html`<portico-ui-checkbox label="All" indeterminate></portico-ui-checkbox>`);
    element.click();
    await element.updateComplete;
    expect([element.checked, element.indeterminate]).to.deep.equal([true, false]);
  });

  it('takes part in the form around it', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form><portico-ui-checkbox label="Mine" name="mine" value="yes"></portico-ui-checkbox></form>`,
    );
    const element = form.querySelector<UiCheckbox>('portico-ui-checkbox')!;
    expect([...new FormData(form)]).to.deep.equal([]);
    element.click();
    await element.updateComplete;
    expect([...new FormData(form)]).to.deep.equal([['mine', 'yes']]);
    form.reset();
    await element.updateComplete;
    expect(element.checked).to.equal(false);
  });

  it('is accessible in every state, and large enough to hit', async () => {
    const page = await fixture<HTMLElement>(html`<div>
      <portico-ui-checkbox label="Off"></portico-ui-checkbox>
      <portico-ui-checkbox label="On" checked></portico-ui-checkbox>
      <portico-ui-checkbox label="Some" indeterminate></portico-ui-checkbox>
      <portico-ui-checkbox label="Locked" disabled checked></portico-ui-checkbox>
      <portico-ui-checkbox label="Select lead" label-hidden></portico-ui-checkbox>
    </div>`);
    await expect(page).to.be.accessible();
    const {width, height} = page.lastElementChild!.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
  });
});
