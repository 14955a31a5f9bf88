import {css, html, LitElement} from 'lit';
import {property} from 'lit/decorators.js';
import {sharedStyles} from '../../theme/shared.styles.ts';
import {space, tint, token} from '../../theme/tokens.ts';
import {dangerIcon} from '../icon/icons.ts';

/** One thing to mend. */
export interface Issue {
  readonly id: string;
  /** The field. */
  readonly label: string;
  /** What is wrong with it. */
  readonly text: string;
}

/** Somebody wants to go to the field of an issue. */
export class IssueSelectEvent extends CustomEvent<null> {
  static readonly type = 'portico-ui-issue-select';
  readonly id: string;

  constructor(id: string) {
    super(IssueSelectEvent.type, {bubbles: true});
    this.id = id;
  }
}

/**
 * Everything that keeps a form from being sent, in one place above it, each a way to its field. Call `focus()` after an attempt failed: what is said is then read aloud.
 *
 * @tag portico-ui-error-summary
 * @fires {IssueSelectEvent} portico-ui-issue-select - Go to this field.
 */
export class UiErrorSummary extends LitElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
      }
      .summary {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: ${space(1)} ${space(2)};
        padding: ${space(3)};
        border-inline-start: 4px solid ${token('color-danger')};
        border-radius: ${token('radius-small')};
        background: ${tint('color-danger')};
      }
      .icon {
        margin-block-start: 2px;
        color: ${token('color-danger')};
      }
      h3 {
        color: ${token('color-danger')};
        font-weight: ${token('font-weight-strong')};
      }
      ul {
        grid-column: 2;
      }
      button {
        min-block-size: 24px;
        color: ${token('color-text')};
        text-decoration: underline;
        text-underline-offset: 2px;
      }
      @media (pointer: coarse) {
        button {
          min-block-size: 44px;
        }
      }
    `,
  ];

  /** How many there are, as a sentence. */
  @property() heading = '';
  @property({attribute: false}) issues: readonly Issue[] = [];

  override focus(options?: FocusOptions) {
    this.renderRoot.querySelector<HTMLElement>('.summary')?.focus(options);
  }

  protected override render() {
    return html`<div class="summary" tabindex="-1" role="group" aria-labelledby="heading">
      ${dangerIcon()}
      <h3 id="heading">${this.heading}</h3>
      <ul>
        ${this.issues.map(
          ({id, label, text}) =>
            html`<li><button type="button" data-issue=${id} @click=${() => this.dispatchEvent(new IssueSelectEvent(id))}><bdi>${label}</bdi>: ${text}</button></li>`,
        )}
      </ul>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-ui-error-summary': UiErrorSummary;
  }
}
