import {sendKeys} from '@web/test-runner-commands';
import {ElementHarness} from '../../base/element.harness.ts';
import type {UiTabs} from './tabs.ts';

/** Drives tabs in a test. */
export class TabsHarness extends ElementHarness<UiTabs> {
  /** Labels with their counts, in order. */
  get labels(): string[] {
    return this.findAll('[role=tab]').map(tab => (tab.textContent ?? '').replace(/\s+/g, ' ').trim());
  }

  /** The tab that is shown. */
  get selected(): string {
    return this.text('[role=tab][aria-selected=true]');
  }

  /** Presses a tab by its id. */
  async choose(id: string): Promise<void> {
    this.find(`#tab-${id}`).click();
    await this.settled();
  }

  /** Presses a key. */
  async press(key: string): Promise<void> {
    await sendKeys({press: key});
    await this.settled();
  }
}
