import {html, type LitElement, nothing} from 'lit';
import type {ToastMessage, UiToast} from '../ui/toast/toast.ts';

/** The short messages of a portal. What draws them comes after the first view; without a network their words stand in a plain line. */
export class Notices {
  readonly #host: LitElement;
  #loading: Promise<unknown> | undefined;
  #words = '';

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Loads what draws messages. A load that failed is tried again by the next. */
  load(): Promise<unknown> {
    this.#loading ??= import('./define-toast.ts').catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async show(message: ToastMessage): Promise<void> {
    try {
      await this.load();
    } catch {
      return this.#say(message.text);
    }
    const toast = this.#host.renderRoot.querySelector<UiToast>('portico-ui-toast');
    // A region must be there before its words, or nobody reads them aloud.
    await toast?.updateComplete;
    toast?.show(message);
    this.#say('');
  }

  render() {
    return html`<portico-ui-toast part="notices"></portico-ui-toast>
      <div role="alert" @click=${() => this.#say('')}>${this.#words ? html`<p part="notices">${this.#words}</p>` : nothing}</div>`;
  }

  #say(words: string) {
    this.#words = words;
    this.#host.requestUpdate();
  }
}
