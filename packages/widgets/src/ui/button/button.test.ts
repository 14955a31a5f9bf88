import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import {defineElement} from '../../base/define-element.ts';
import {withMotion} from '../../base/motion.harness.ts';
import {ButtonHarness} from './button.harness.ts';
import {UiButton} from './button.ts';

defineElement('portico-ui-button', UiButton);

describe('portico-ui-button', () => {
  withMotion();

  it('fires one click a press, and none while busy or disabled', async () => {
    let clicks = 0;
    const element = await fixture<UiButton>(
      html`<portico-ui-button @click=${() => clicks++}>Accept lead</portico-ui-button>`,
    );
    const button = new ButtonHarness(element);
    button.press();
    expect(clicks).to.equal(1);
    element.busy = true;
    await button.settled();
    button.press();
    element.disabled = true;
    await button.settled();
    button.press();
    expect(clicks).to.equal(1);
  });

  it('keeps width, focus and name while busy', async () => {
    const element = await fixture<UiButton>(html`<portico-ui-button>Accept lead</portico-ui-button>`);
    const button = new ButtonHarness(element);
    element.focus();
    const {width} = element.getBoundingClientRect();
    element.busy = true;
    await button.settled();
    expect(element.getBoundingClientRect().width).to.equal(width);
    expect(button.focused).to.equal(button.native);
    expect(button.native.ariaBusy).to.equal('true');
    await expect(element).to.be.accessible();
  });

  it('submits the form around it', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form><input name="note" value="x" /><portico-ui-button type="submit">Save</portico-ui-button></form>`,
    );
    let submitted = 0;
    form.addEventListener('submit', event => {
      event.preventDefault();
      submitted++;
    });
    form.querySelector<UiButton>('portico-ui-button')?.click();
    expect(submitted).to.equal(1);
  });

  for (const variant of ['primary', 'secondary', 'quiet', 'danger'] as const) {
    it(`is accessible as ${variant}`, async () => {
      await expect(
        await fixture(html`<portico-ui-button variant=${variant}>Accept lead</portico-ui-button>`),
      ).to.be.accessible();
    });
  }

  it('has a name when it shows an icon only', async () => {
    const element = await fixture<UiButton>(html`<portico-ui-button label="Close"></portico-ui-button>`);
    expect(new ButtonHarness(element).native.ariaLabel).to.equal('Close');
    await expect(element).to.be.accessible();
  });

  it('is large enough to hit', async () => {
    const element = await fixture<UiButton>(html`<portico-ui-button label="Close"></portico-ui-button>`);
    const {width, height} = element.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
  });
});
