import {ElementHarness} from '../../base/element.harness.ts';
import type {UiButton} from './button.ts';

/** Drives a button in a test. */
export class ButtonHarness extends ElementHarness<UiButton> {
  /** The native button. */
  get native(): HTMLButtonElement {
    return this.find<HTMLButtonElement>('button');
  }

  /** Presses it. */
  press() {
    this.native.click();
  }
}
