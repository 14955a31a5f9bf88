import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {drawnIn} from '../strings/locale.ts';

interface Text {
  readonly pending: boolean;
  readonly ready: Promise<void>;
}

/** Waits for the words of an element's language before its first paint, so that no English flashes by. Words that cannot be had are not waited for. */
export class WordsReady implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #texts: readonly Text[];
  // Whoever draws where there is no page has the words.
  #done = drawnIn.locale !== undefined;

  /** @param texts - Made before this, so that they know their language. */
  constructor(host: ReactiveControllerHost, ...texts: Text[]) {
    this.#host = host;
    this.#texts = texts;
    host.addController(this);
  }

  /** Whether there is anything to wait for no more. Stays so when the language changes later. */
  get done(): boolean {
    return this.#done;
  }

  hostConnected() {
    if (this.#texts.every(({pending}) => !pending)) this.#done = true;
    if (this.#done) return;
    void Promise.all(this.#texts.map(({ready}) => ready)).then(() => {
      this.#done = true;
      this.#host.requestUpdate();
    });
  }
}
