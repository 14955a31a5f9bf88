import {css, html, LitElement} from 'lit';
import {property} from 'lit/decorators.js';
import {sharedStyles} from '../../theme/shared.styles.ts';
import {space, token} from '../../theme/tokens.ts';
import {Localize} from '../../strings/localize.ts';
import {uiStrings} from '../../strings/ui.strings.ts';

/** The layout that content will have: lines of text, rows of a list, or a heading with paragraphs. */
export type SkeletonKind = 'text' | 'list' | 'detail';

/**
 * The place of content that is loading, in the shape it will have. Screen readers hear "Loading…" once.
 *
 * @tag portico-ui-skeleton
 */
export class UiSkeleton extends LitElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
      }
      .row {
        display: grid;
        align-content: center;
        gap: ${space(2)};
        min-block-size: ${token('row-height')};
        padding-block: ${space(3)};
      }
      .list .row {
        padding-inline: ${space(4)};
        border-block-end: 1px solid ${token('color-border')};
      }
      .text .row {
        min-block-size: 0;
        padding-block: ${space(1)};
      }
      i {
        display: block;
        block-size: 12px;
        inline-size: 72%;
        border-radius: ${token('radius-small')};
        background: ${token('color-surface-sunken')};
        animation: breathe 1200ms ease-in-out infinite alternate;
      }
      .row:nth-child(even) i {
        inline-size: 58%;
      }
      i + i {
        inline-size: 40%;
      }
      .row:nth-child(even) i + i {
        inline-size: 48%;
      }
      .detail .row:first-child i:first-child {
        block-size: 20px;
        inline-size: 55%;
      }
      @keyframes breathe {
        to {
          opacity: 0.55;
        }
      }
      @media (forced-colors: active) {
        i {
          border: 1px solid GrayText;
        }
      }
    `,
  ];

  /** The layout that content will have. */
  @property() kind: SkeletonKind = 'text';
  /** How many lines or rows. */
  @property({type: Number}) rows = 3;

  readonly #text = new Localize(this, uiStrings);

  protected override render() {
    const lines = this.kind === 'text' ? html`<i></i>` : html`<i></i><i></i>`;
    const rows = Array<unknown>(this.rows).fill(html`<div class="row">${lines}</div>`);
    return html`<div class="visually-hidden" role="status">${this.#text.term('loading')}</div>
      <div class=${this.kind} aria-hidden="true">${rows}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-ui-skeleton': UiSkeleton;
  }
}
