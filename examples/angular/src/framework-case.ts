import type {} from '@portico/widgets';
import {Component, computed, CUSTOM_ELEMENTS_SCHEMA, effect, type ElementRef, signal, viewChild} from '@angular/core';
import type {CaseName} from '../../../test/frameworks/cases.ts';

/** Draws whichever case it is told to; what each of them is about stands in test/frameworks/cases.ts. */
@Component({selector: 'framework-case', schemas: [CUSTOM_ELEMENTS_SCHEMA], templateUrl: './framework-case.html'})
export class FrameworkCase {
  readonly name = signal<CaseName | undefined>(undefined);
  readonly n = signal(0);
  protected readonly heard = signal(0);
  protected readonly even = computed(() => this.n() % 2 === 0);
  protected readonly brand = {color: '#0f766e'};
  /** Another function each time, as components make them. */
  protected readonly session = computed(() => ((_n: number) => async () => null)(this.n()));
  protected readonly speaker = viewChild<ElementRef<HTMLElement>>('speaker');

  constructor() {
    effect(onCleanup => {
      const element = this.speaker()?.nativeElement;
      const hear = () => this.hear();
      element?.addEventListener('case-event', hear);
      onCleanup(() => element?.removeEventListener('case-event', hear));
    });
  }

  protected hear(): void {
    this.heard.update(times => times + 1);
  }
}
