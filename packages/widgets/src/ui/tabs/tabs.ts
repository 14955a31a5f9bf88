import {html, LitElement, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {sharedStyles} from '../../theme/shared.styles.ts';
import {TabChangeEvent} from './tabs.events.ts';
import {tabsStyles} from './tabs.styles.ts';

/** One tab. */
export interface Tab {
  readonly id: string;
  /** Text on the tab. */
  readonly label: string;
  /** How many things wait behind it, already formatted; nothing is shown without it. Empty, it keeps its place while nobody knows. */
  readonly count?: string;
}

/**
 * Tabs over one panel, after the ARIA Authoring Practices: arrow keys move and choose, Home and End jump.
 * The content is the panel of the selected tab; the widget changes it on the event.
 *
 * @tag portico-ui-tabs
 * @fires {TabChangeEvent} portico-ui-tab-change - A tab was chosen. Cancelable.
 * @slot - Content of the selected tab.
 * @slot tools - Search, sort: at the end of the bar of tabs.
 */
export class UiTabs extends LitElement {
  static override styles = [sharedStyles, tabsStyles];

  /** The tabs, in order. */
  @property({attribute: false}) tabs: readonly Tab[] = [];
  /** Id of the tab whose content is shown. */
  @property() selected = '';
  /** Accessible name of the set of tabs. */
  @property() label = '';

  /** Puts the focus on the selected tab. */
  override focus(options?: FocusOptions) {
    this.renderRoot.querySelector<HTMLElement>('[aria-selected=true]')?.focus(options);
  }

  protected override render() {
    return html`<div class="bar">
        <div class="tabs" role="tablist" aria-label=${this.label || nothing} @keydown=${this.#onKeyDown}>
          ${this.tabs.map(tab => this.#tab(tab))}
        </div>
        <slot name="tools"></slot>
      </div>
      <div class="panel" role="tabpanel" id="panel" aria-labelledby=${`tab-${this.selected}`}><slot></slot></div>`;
  }

  #tab({id, label, count}: Tab) {
    const selected = id === this.selected;
    return html`<button
      type="button"
      role="tab"
      id=${`tab-${id}`}
      aria-selected=${selected}
      aria-controls="panel"
      tabindex=${selected ? 0 : -1}
      @click=${() => this.#choose(id)}
    >
      <span class="label" data-text=${label}>${label}</span>${count === undefined
        ? nothing
        : html` <span class="count figures">${count}</span>`}
    </button>`;
  }

  #choose(id: string) {
    if (id === this.selected) return;
    if (this.dispatchEvent(new TabChangeEvent(id))) this.selected = id;
  }

  #onKeyDown(event: KeyboardEvent) {
    const last = this.tabs.length - 1;
    const at = this.tabs.findIndex(tab => tab.id === this.selected);
    const forward = getComputedStyle(this).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const to = new Map([
      [forward, at === last ? 0 : at + 1],
      [backward, at <= 0 ? last : at - 1],
      ['Home', 0],
      ['End', last],
    ]).get(event.key);
    const tab = to === undefined ? undefined : this.tabs[to];
    if (!tab || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.#choose(tab.id);
    void this.updateComplete.then(() => this.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-ui-tabs': UiTabs;
  }
}
