import {createMockBackend, type MockBackend} from '@portico/mocks';
import {type Brand, brandTheme, defineElement, tokens} from '@portico/widgets';
import {css, html, LitElement, nothing} from 'lit';
import type {View} from './choices.ts';
import {partsBoard} from './parts-board.view.ts';
import {partsStyles} from './parts-board.styles.ts';

/** A page of a partner or of the vendor in one mode, with one widget in it on a pretend backend: no server, no service worker. */
class PreviewPane extends LitElement {
  static override styles = [
    partsStyles,
    css`
      :host {
        display: block;
        min-inline-size: 0;
        overflow: hidden;
        background: var(--ground);
        border: 1px solid light-dark(#d7dbe2, #343a43);
        border-radius: 12px;
        box-shadow: 0 1px 2px light-dark(#1018280f, #0006);
      }
      :host([mode='light']) {
        color-scheme: light;
      }
      :host([mode='dark']) {
        color-scheme: dark;
      }
      .page {
        min-block-size: 720px;
        padding: 16px;
      }
      portico-portal::part(logo) {
        margin: 16px 24px 0;
        max-block-size: 48px;
      }
      [hidden] {
        display: none !important;
      }
    `,
  ];
  static override properties = {brand: {attribute: false}, mode: {reflect: true}, view: {attribute: false}};

  declare brand: Brand;
  declare mode: 'light' | 'dark';
  declare view: View;

  readonly #backends = new Map<View['as'], MockBackend>();
  /** Kept once made, so that going back to a widget finds it as it was left. */
  readonly #widgets = new Map<string, HTMLElement>();

  protected override willUpdate() {
    // The page around the widgets is of their surface, as that of a partner would be.
    this.style.setProperty('--ground', brandTheme(this.brand)['--portico-color-surface'] ?? tokens['color-surface']);
  }

  protected override render() {
    this.#backendOf(this.view.as);
    return [...this.#backends].map(([as, {fetch, fetchSession}]) => {
      const isHere = as === this.view.as;
      return html`<portico-portal api-url="http://mock.test" locale="en" theme=${this.mode} .brand=${this.brand} .fetch=${fetch} .fetchSession=${fetchSession}>
        <div class="page" lang="en" ?hidden=${!isHere}>${isHere ? (this.view.id === 'parts' ? partsBoard() : this.#widgetOf(this.view.id)) : nothing}</div>
      </portico-portal>`;
    });
  }

  #backendOf(as: View['as']): MockBackend {
    const known = this.#backends.get(as);
    if (known) return known;
    const backend = createMockBackend({as});
    // Something for every widget: places, a promotion that waits, points that are held.
    backend.act.standing();
    backend.act.challenges();
    if (as === 'vendor') {
      backend.act.reachLevel();
      backend.act.burst();
    }
    this.#backends.set(as, backend);
    return backend;
  }

  #widgetOf(id: string): HTMLElement {
    const widget = this.#widgets.get(id) ?? document.createElement(`portico-${id}`);
    this.#widgets.set(id, widget);
    return widget;
  }
}

defineElement('preview-pane', PreviewPane);
