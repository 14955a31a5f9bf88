import {css, html, LitElement, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {sharedStyles} from '../../theme/shared.styles.ts';
import {space, token} from '../../theme/tokens.ts';

/**
 * What stands where content would be: nothing yet, nothing found, offline, forbidden, failed. Says what is the case,
 * what will come or what is safe, and what to do.
 *
 * @tag portico-ui-empty-state
 * @slot icon - A 20 px icon.
 * @slot - More text, after `text`.
 * @slot actions - Buttons.
 */
export class UiEmptyState extends LitElement {
  // Widgets take the margins of their buttons away, and theirs is the last word about what they put here: hence the one `!important`.
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: ${space(1)};
        padding: ${space(8)} ${space(4)};
        text-align: center;
      }
      .mark {
        display: grid;
        place-items: center;
        inline-size: 44px;
        block-size: 44px;
        margin-block-end: ${space(2)};
        border-radius: 50%;
        background: ${token('color-surface-sunken')};
        color: ${token('color-text-muted')};
      }
      :host([tone='danger']) .mark {
        color: ${token('color-danger')};
      }
      h2 {
        font-size: ${token('font-size-heading')};
        line-height: ${token('line-height-heading')};
        font-weight: ${token('font-weight-strong')};
        text-wrap: balance;
      }
      .text {
        max-inline-size: 46ch;
        color: ${token('color-text-muted')};
        text-wrap: pretty;
      }
      ::slotted([slot='actions']) {
        margin-block-start: ${space(3)} !important;
      }
    `,
  ];

  /** One short sentence: what is the case. */
  @property() heading = '';
  /** What it means for the reader, what is safe, what comes next. */
  @property() text?: string;
  /** `danger` when something failed. A failure is also announced. */
  @property({reflect: true}) tone: 'neutral' | 'danger' = 'neutral';

  protected override render() {
    return html`<div class="mark" aria-hidden="true"><slot name="icon"></slot></div>
      <div role=${this.tone === 'danger' ? 'alert' : nothing}>
        <h2>${this.heading}</h2>
        <p class="text">${this.text ?? nothing}<slot></slot></p>
      </div>
      <slot name="actions"></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-ui-empty-state': UiEmptyState;
  }
}
