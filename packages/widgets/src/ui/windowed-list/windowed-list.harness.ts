import {nextFrame} from '@open-wc/testing';
import {ElementHarness} from '../../base/element.harness.ts';
import type {UiWindowedList} from './windowed-list.ts';

/** Drives a windowed list in a test. */
export class WindowedListHarness<T> extends ElementHarness<UiWindowedList<T>> {
  /** The rows in the page, as they are read. */
  get rows(): HTMLElement[] {
    return this.findAll('[windowed-row]');
  }

  /** Text of the rows that can be seen, from top to bottom. */
  get seen(): string[] {
    const view = this.element.getBoundingClientRect();
    return this.rows
      .map(row => ({text: row.textContent?.trim() ?? '', box: row.getBoundingClientRect()}))
      .filter(({box}) => box.bottom > view.top + 1 && box.top < view.bottom - 1)
      .sort((a, b) => a.box.top - b.box.top)
      .map(({text}) => text);
  }

  /** The row with the focus. */
  get focusedRow(): string {
    return document.activeElement?.closest('[windowed-row]')?.textContent?.trim() ?? '';
  }

  /** Scrolls to a distance from the top, in pixels. */
  async scrollTo(top: number): Promise<void> {
    this.element.scrollTop = top;
    await this.frame();
  }

  /** Shows other rows. */
  async show(rows: readonly T[]): Promise<void> {
    this.element.rows = rows;
    await this.frame();
  }

  /** Waits until scrolling and measuring have come to rest. */
  async frame(): Promise<void> {
    await nextFrame();
    await nextFrame();
    await this.settled();
  }
}
