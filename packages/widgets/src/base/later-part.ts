import {adoptStyles, type CSSResultOrNative, type LitElement, type ReactiveController} from 'lit';
import type {Localize} from '../strings/localize.ts';
import {whenIdle} from './when-idle.ts';

/** A part of a widget as its chunk hands it out. */
export interface Part<Views> {
  readonly views: Views;
  /** Added to those of the widget. */
  readonly styles: readonly CSSResultOrNative[];
}

/** What a part needs of its widget. */
export interface PartOptions<Views> {
  /** Imports the chunk. */
  readonly load: () => Promise<Part<Views>>;
  /** The widget's words, to which the chunk may add its own. */
  readonly text: Pick<Localize<unknown>, 'hostUpdate' | 'ready'>;
  /** Whether the first view stands: what it needs comes before what it does without. */
  readonly stands: () => boolean;
}

/** What an element wears by now: it may have several parts. */
const stylesOf = new WeakMap<LitElement, readonly CSSResultOrNative[]>();

/**
 * A part of a widget that the first view does without. Its code, styles and words come when the page has nothing better to do, or when somebody needs them
 * first, and are there all at once.
 */
export class LaterPart<Views> implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: PartOptions<Views>;
  #views: Views | undefined;
  #loading: Promise<Views | undefined> | undefined;
  #cancel: (() => void) | undefined;
  #isMissing = false;

  constructor(host: LitElement, options: PartOptions<Views>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdated() {
    if (!this.#views && this.#options.stands()) this.#cancel ??= whenIdle(() => void this.load());
  }

  hostDisconnected() {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  /** The part's views, once everything is there. */
  get views(): Views | undefined {
    return this.#views;
  }

  /** Whether it could not be loaded when somebody last tried. */
  get isMissing(): boolean {
    return this.#isMissing;
  }

  /**
   * Loads the part; the widget renders again when it is there. A load that failed is tried again by the next.
   *
   * @returns The views, or `undefined` when they cannot come now: without a connection there is no code.
   */
  load(): Promise<Views | undefined> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<Views | undefined> {
    try {
      const {load, text} = this.#options;
      const {views, styles} = await load();
      // In another language than English its words are one more chunk.
      text.hostUpdate();
      await text.ready;
      await this.#host.updateComplete;
      const worn = [...(stylesOf.get(this.#host) ?? (this.#host.constructor as typeof LitElement).elementStyles), ...styles];
      stylesOf.set(this.#host, worn);
      adoptStyles(this.#host.renderRoot as ShadowRoot, worn);
      this.#views = views;
      this.#isMissing = false;
    } catch {
      this.#loading = undefined;
      this.#isMissing = true;
    }
    this.#host.requestUpdate();
    return this.#views;
  }
}
