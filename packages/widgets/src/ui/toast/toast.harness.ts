import {ElementHarness} from '../../base/element.harness.ts';
import type {UiToast} from './toast.ts';

/** Drives the place of messages in a test. */
export class ToastHarness extends ElementHarness<UiToast> {
  /** The messages on the screen, oldest first. */
  get messages(): string[] {
    return this.findAll('.text').map(text => text.textContent ?? '');
  }

  /** What a screen reader was told last. */
  get spoken(): string {
    return this.text('[role=status]');
  }

  /** Presses the action of the newest message. */
  async act(): Promise<void> {
    this.findAll('.toast').at(-1)?.querySelector<HTMLElement>('.button')?.click();
    await this.settled();
  }

  /** Closes the newest message. */
  async dismiss(): Promise<void> {
    this.findAll('.toast [data-icon-only]').at(-1)?.click();
    await this.settled();
  }
}
