import {nextFrame, oneEvent} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {ElementHarness} from '../../base/element.harness.ts';
import type {UiMenu} from './menu.ts';

/** Drives a menu in a test. */
export class MenuHarness extends ElementHarness<UiMenu> {
  /** The button that opens it. */
  get trigger(): HTMLButtonElement {
    return this.find<HTMLButtonElement>('.trigger');
  }

  /** Whether the choices are on the screen. */
  get shown(): boolean {
    return this.find('[role=menu]').matches(':popover-open');
  }

  /** Text of the choice with the focus. */
  get current(): string {
    return this.focused?.textContent?.trim() ?? '';
  }

  /** Opens it with a press on the button. */
  async open(): Promise<void> {
    const toggled = oneEvent(this.find('[role=menu]'), 'toggle');
    this.trigger.click();
    await toggled;
    await this.settled();
  }

  /** Presses a key. */
  async press(key: string): Promise<void> {
    await sendKeys({press: key});
    await nextFrame();
    await this.settled();
  }

  /** Opens it and makes a choice by its text. */
  async choose(label: string): Promise<void> {
    await this.open();
    const item = this.findAll('.item').find(element => element.textContent?.trim() === label);
    if (!item) throw new Error(`The menu has no "${label}".`);
    item.click();
    await this.settled();
  }
}
