/** A key as it was pressed, and what it was pressed in, the innermost element first: an event forgets that once it is over. */
type Press = (event: KeyboardEvent, path: readonly EventTarget[]) => void;

/** More keys than these are not pressed in a moment. */
const most = 8;

/** Keeps the keys that are pressed in a widget before what they do is there. */
export class EarlyKeys {
  readonly #host: HTMLElement;
  #pressed: Parameters<Press>[] | undefined = [];

  constructor(host: HTMLElement) {
    this.#host = host;
    host.addEventListener('keydown', event => {
      if (!event.defaultPrevented && this.#pressed) this.#pressed = [...this.#pressed, [event, event.composedPath()] satisfies Parameters<Press>].slice(-most);
    });
  }

  /** Hands on what was pressed, if whoever pressed it is still there; further keys are not kept. */
  handOn(press: Press): void {
    const pressed = this.#pressed ?? [];
    this.#pressed = undefined;
    if (this.#host.matches(':focus-within')) for (const each of pressed) press(...each);
  }
}
