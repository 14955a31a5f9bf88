import {sendKeys} from '@web/test-runner-commands';
import {ElementHarness} from '../../base/element.harness.ts';
import type {Control} from './field.model.ts';
import type {UiField} from './field.ts';

/** Drives a field in a test. */
export class FieldHarness extends ElementHarness<UiField> {
  /** The native control. */
  get control(): Control {
    return this.find<Control>('.control');
  }

  /** What is wrong, as people read it; empty when nothing is. */
  get error(): string {
    return this.text('.error');
  }

  /** Types into the field with real keys. */
  async type(text: string): Promise<void> {
    this.control.focus();
    await sendKeys({type: text});
    await this.settled();
  }

  /** Leaves the field with the tab key. */
  async leave(): Promise<void> {
    await sendKeys({press: 'Tab'});
    await this.settled();
  }

  /** Chooses an option of a select. */
  async choose(value: string): Promise<void> {
    this.control.value = value;
    this.control.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    this.control.dispatchEvent(new Event('change', {bubbles: true}));
    await this.settled();
  }
}
