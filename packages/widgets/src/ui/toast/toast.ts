import {html, LitElement, nothing} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {Localize} from '../../strings/localize.ts';
import {uiStrings} from '../../strings/ui.strings.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import {closeIcon, dangerIcon, successIcon} from '../icon/icons.ts';
import {toastStyles} from './toast.styles.ts';

/** A short message about something that happened. */
export interface ToastMessage {
  /** One sentence. */
  readonly text: string;
  readonly tone?: 'neutral' | 'success' | 'danger';
  /** What it is about: a newer message about the same takes its place. */
  readonly topic?: 'waiting';
  /** One thing to do about it: undo, try again, show. */
  readonly action?: {readonly label: string; readonly run: () => void};
}

interface Toast extends ToastMessage {
  readonly id: number;
}

/**
 * The place of short messages, above everything. Read aloud politely; a message goes by itself unless it failed or
 * offers something to do, and never while the pointer or the focus is on it.
 *
 * @tag portico-ui-toast
 */
export class UiToast extends LitElement {
  static override styles = [sharedStyles, buttonStyles, toastStyles];

  /** How long a plain message stays, in milliseconds. */
  @property({type: Number, attribute: 'hide-after-ms'}) hideAfterMs = 6000;

  @state() private toasts: readonly Toast[] = [];
  @state() private spoken = '';
  @query('[popover]') private readonly region!: HTMLElement;

  readonly #text = new Localize(this, uiStrings);
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #lastId = 0;

  override disconnectedCallback() {
    super.disconnectedCallback();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.toasts = [];
  }

  /** Shows a message; at most three at a time, the oldest goes first. */
  show(message: ToastMessage) {
    const toast = {...message, id: ++this.#lastId};
    for (const {id, topic} of this.toasts) if (topic !== undefined && topic === message.topic) this.#hide(id);
    for (const old of this.toasts.slice(0, -2)) this.#hide(old.id);
    this.toasts = [...this.toasts, toast];
    this.spoken = message.text;
    if (!message.action && message.tone !== 'danger') this.#startTimer(toast.id);
  }

  protected override render() {
    const close = this.#text.term('close');
    return html`<div class="visually-hidden" role="status">${this.spoken}</div>
      <div
        popover="manual"
        role="region"
        aria-label=${this.#text.term('messages')}
        @pointerenter=${this.#pause}
        @pointerleave=${this.#resume}
        @focusin=${this.#pause}
        @focusout=${this.#resume}
      >
        ${repeat(
          this.toasts,
          toast => toast.id,
          ({id, text, tone, action}) => html`<div class="toast" data-tone=${tone ?? 'neutral'}>
            ${tone === 'success' ? successIcon() : tone === 'danger' ? dangerIcon() : nothing}
            <span class="text" dir="auto">${text}</span>
            ${action
              ? html`<button class="button" type="button" data-variant="quiet" @click=${() => this.#act(id, action.run)}>
                  ${action.label}
                </button>`
              : nothing}
            <button
              class="button"
              type="button"
              data-variant="quiet"
              data-icon-only
              aria-label=${close}
              title=${close}
              @click=${() => this.#hide(id)}
            >
              ${closeIcon()}
            </button>
          </div>`,
        )}
      </div>`;
  }

  protected override updated() {
    const shown = this.toasts.length > 0;
    // Taken out of the page with a message under way: a popover can only show in it.
    if (!this.isConnected || shown === this.region.matches(':popover-open')) return;
    if (shown) this.region.showPopover();
    else this.region.hidePopover();
  }

  #act(id: number, run: () => void) {
    this.#hide(id);
    run();
  }

  #hide(id: number) {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.toasts = this.toasts.filter(toast => toast.id !== id);
    if (this.toasts.length === 0) this.spoken = '';
  }

  #startTimer(id: number) {
    clearTimeout(this.#timers.get(id));
    this.#timers.set(id, setTimeout(() => this.#hide(id), this.hideAfterMs));
  }

  #pause() {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  #resume() {
    for (const id of this.#timers.keys()) this.#startTimer(id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-ui-toast': UiToast;
  }
}
