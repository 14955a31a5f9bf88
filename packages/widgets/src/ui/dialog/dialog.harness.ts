import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {ElementHarness} from '../../base/element.harness.ts';
import type {UiDialog} from './dialog.ts';

/** Drives a dialog in a test. */
export class DialogHarness extends ElementHarness<UiDialog> {
  /** Whether it is on the screen. */
  get shown(): boolean {
    return this.find<HTMLDialogElement>('dialog').open;
  }

  /** Opens it, as its widget does. */
  async open(): Promise<void> {
    this.element.open = true;
    await this.settled();
    await this.element.updateComplete;
  }

  /** Presses a key. */
  async press(key: string): Promise<void> {
    await sendKeys({press: key});
    await this.settled();
  }

  /** Presses the close button. */
  async pressClose(): Promise<void> {
    this.find('header button').click();
    await this.settled();
  }

  /** Presses beside the dialog. */
  async pressBackdrop(): Promise<void> {
    await sendMouse({type: 'click', position: [4, 4]});
    await this.settled();
  }
}
