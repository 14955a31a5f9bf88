import {adoptStyles, type CSSResultOrNative, type LitElement, type ReactiveController} from 'lit';
import type {Localize} from '../strings/localize.ts';
import {whenIdle} from './when-idle.ts';

/** A part of a widget as its chunk hands it out. */
export interface Part<Views> {
  readonly views: Views;
  /** Added to those of the widget. */
  readonly styles: readonly CSSResultOrNative[];
}

/**
 * A part of a widget that the first view does without. Its code, styles and words come when the page has nothing better to do, or when somebody needs them
 * first, and are there all at once.
 */
export class LaterPart<Views> implements ReactiveController {
  readonly #host: LitElement;
  readonly #import: () => Promise<Part<Views>>;
  readonly #text: Pick<Localize<unknown>, 'hostUpdate' | 'ready'>;
  #views: Views | undefined;
  #loading: Promise<Views | undefined> | undefined;
  #cancel: (() => void) | undefined;

  /**
   * @param load - Imports the chunk.
   * @param text - The widget's words, to which the chunk may add its own.
   */
  constructor(host: LitElement, load: () => Promise<Part<Views>>, text: Pick<Localize<unknown>, 'hostUpdate' | 'ready'>) {
    this.#host = host;
    this.#import = load;
    this.#text = text;
    host.addController(this);
  }

  hostUpdated() {
    if (!this.#views) this.#cancel ??= whenIdle(() => void this.load());
  }

  hostDisconnected() {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  /** The part's views, once everything is there. */
  get views(): Views | undefined {
    return this.#views;
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
      const {views, styles} = await this.#import();
      // In another language than English its words are one more chunk.
      this.#text.hostUpdate();
      await this.#text.ready;
      const {elementStyles} = this.#host.constructor as typeof LitElement;
      await this.#host.updateComplete;
      adoptStyles(this.#host.renderRoot as ShadowRoot, [...elementStyles, ...styles]);
      this.#views = views;
      this.#host.requestUpdate();
    } catch {
      this.#loading = undefined;
    }
    return this.#views;
  }
}
