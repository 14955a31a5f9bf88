import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {Localize} from '../../strings/localize.ts';
import {uiStrings} from '../../strings/ui.strings.ts';
import {buttonStyles, sharedStyles} from '../../theme/shared.styles.ts';
import type {ButtonVariant} from '../button/button.ts';
import type {Icon} from '../icon/icon.ts';
import {checkIcon, chevronDownIcon, moreIcon} from '../icon/icons.ts';
import {MenuSelectEvent} from './menu.events.ts';
import {menuStyles} from './menu.styles.ts';

/** One choice of a menu. */
export interface MenuItem {
  readonly id: string;
  /** Text of the choice. */
  readonly label: string;
  readonly icon?: Icon;
  /** Set, `true` or `false`, on choices of which one is in force. */
  readonly checked?: boolean;
  /** Stays readable and says why not, but does nothing. */
  readonly disabled?: boolean;
  /** Takes something away. */
  readonly danger?: boolean;
  /** Draws a line before the choice. */
  readonly separated?: boolean;
}

/**
 * A button that opens a menu, after the ARIA Authoring Practices: arrows move, letters jump, Escape closes and gives
 * the focus back. Lies above everything as a popover.
 *
 * @tag portico-ui-menu
 * @fires {MenuSelectEvent} portico-ui-menu-select - A choice was made.
 * @slot - Content of the button: a text, after which a chevron is drawn. Without it the button shows three dots.
 */
export class UiMenu extends LitElement {
  static override shadowRootOptions: ShadowRootInit = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [sharedStyles, buttonStyles, menuStyles];

  /** The choices, in order. */
  @property({attribute: false}) items: readonly MenuItem[] = [];
  /** Accessible name of the button; "More actions" when it shows dots only. */
  @property() label?: string;
  /** Look of the button. */
  @property() variant: ButtonVariant = 'quiet';
  /** Of choices with `checked` several can be in force: the menu stays open while they are made. */
  @property({type: Boolean}) multiple = false;

  @state() private open = false;
  @state() private hasText = false;
  @query('.trigger') private readonly trigger!: HTMLButtonElement;
  @query('[role=menu]') private readonly menu!: HTMLElement;

  readonly #text = new Localize(this, uiStrings);
  #openedWith: 'first' | 'last' = 'first';
  #typed = '';
  #typedAt = 0;

  protected override render() {
    const name = this.label ?? (this.hasText ? undefined : this.#text.term('moreActions'));
    return html`<button
        class="button trigger"
        type="button"
        data-variant=${this.variant}
        ?data-icon-only=${!this.hasText}
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-controls="menu"
        aria-label=${name ?? nothing}
        title=${this.hasText ? nothing : (name ?? nothing)}
        popovertarget="menu"
        @keydown=${this.#onTriggerKeyDown}
      >
        <slot @slotchange=${this.#onSlotChange}></slot>${this.hasText ? chevronDownIcon() : moreIcon(20)}
      </button>
      <div
        id="menu"
        role="menu"
        popover
        aria-label=${name ?? nothing}
        @beforetoggle=${this.#onBeforeToggle}
        @toggle=${this.#onToggle}
        @keydown=${this.#onKeyDown}
      >
        ${this.open ? this.items.map(item => this.#item(item)) : nothing}
      </div>`;
  }

  #item(item: MenuItem): TemplateResult {
    const choice = item.checked !== undefined;
    return html`${item.separated ? html`<hr />` : nothing}<button
        class="item"
        type="button"
        role=${choice ? (this.multiple ? 'menuitemcheckbox' : 'menuitemradio') : 'menuitem'}
        aria-checked=${choice ? item.checked : nothing}
        aria-disabled=${item.disabled ? 'true' : nothing}
        ?data-danger=${item.danger}
        tabindex="-1"
        @click=${() => this.#choose(item)}
      >
        ${choice ? html`<span class="mark">${item.checked ? checkIcon() : nothing}</span>` : item.icon?.()}${item.label}
      </button>`;
  }

  #choose(item: MenuItem) {
    if (item.disabled) return;
    if (!this.multiple) {
      this.menu.hidePopover();
      this.trigger.focus();
    }
    this.dispatchEvent(new MenuSelectEvent(item.id));
  }

  #onSlotChange(event: Event) {
    this.hasText = (event.target as HTMLSlotElement).assignedNodes().some(node => node.textContent?.trim());
  }

  #onBeforeToggle(event: ToggleEvent) {
    // Before it shows, so that it has its size when it is placed.
    this.open = event.newState === 'open';
    if (this.open) this.performUpdate();
  }

  #onToggle(event: ToggleEvent) {
    if (event.newState !== 'open') return;
    const items = this.#itemElements();
    const checked = items.find(item => item.ariaChecked === 'true');
    (checked ?? items.at(this.#openedWith === 'last' ? -1 : 0))?.focus();
    this.#openedWith = 'first';
  }

  #onTriggerKeyDown(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#openedWith = event.key === 'ArrowUp' ? 'last' : 'first';
    this.menu.showPopover();
  }

  #onKeyDown(event: KeyboardEvent) {
    const {key} = event;
    const items = this.#itemElements();
    const at = items.indexOf(event.target as HTMLElement);
    const letter = key.length === 1 && key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
    const next =
      key === 'ArrowDown' ? items[(at + 1) % items.length]
      : key === 'ArrowUp' ? items.at(at - 1)
      : key === 'Home' ? items[0]
      : key === 'End' ? items.at(-1)
      : letter ? this.#findTyped(key, event.timeStamp, items, at)
      : undefined;
    if (key === 'Escape' || key === 'Tab') {
      // Escape of a menu in a dialog closes the menu only.
      event.stopPropagation();
      if (key === 'Escape') event.preventDefault();
      this.menu.hidePopover();
      this.trigger.focus();
    } else if (next) {
      event.preventDefault();
      next.focus();
    }
  }

  #findTyped(letter: string, at: number, items: readonly HTMLElement[], from: number) {
    this.#typed = at - this.#typedAt > 600 ? letter : this.#typed + letter;
    this.#typedAt = at;
    const begin = this.#typed.length === 1 ? from + 1 : from;
    const rotated = [...items.slice(begin), ...items.slice(0, begin)];
    const wanted = this.#typed.toLocaleLowerCase();
    return rotated.find(item => item.textContent?.trim().toLocaleLowerCase().startsWith(wanted));
  }

  #itemElements() {
    return [...this.menu.querySelectorAll<HTMLElement>('.item')];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-ui-menu': UiMenu;
  }
}
