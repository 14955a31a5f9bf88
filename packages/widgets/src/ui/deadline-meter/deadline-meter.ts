import {css, html, LitElement} from 'lit';
import {property} from 'lit/decorators.js';
import {sharedStyles} from '../../theme/shared.styles.ts';
import {space, token} from '../../theme/tokens.ts';
import {clockIcon, dangerIcon, warningIcon} from '../icon/icons.ts';
import {toDeadlineState, type Urgency} from './deadline-meter.model.ts';

const shapes = {calm: clockIcon, soon: clockIcon, urgent: warningIcon, over: dangerIcon} as const;

/**
 * A deadline: the sentence that says it, a shape for how pressing it is, and three bars that fill as the time goes.
 * Only the sentence is read aloud, and it is no live region: a countdown that speaks is unbearable.
 *
 * @tag portico-ui-deadline-meter
 * @csspart bars - The three bars.
 * @slot - The sentence: Respond by Fri 14:00 · 3 h left.
 */
export class UiDeadlineMeter extends LitElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: ${space(1)};
        min-inline-size: 0;
        color: ${token('color-text-muted')};
        font-size: ${token('font-size-small')};
        line-height: ${token('line-height-small')};
      }
      :host([urgency='soon']),
      :host([urgency='urgent']) {
        color: ${token('color-warning')};
      }
      :host([urgency='over']) {
        color: ${token('color-danger')};
      }
      .text {
        min-inline-size: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        font-variant-numeric: tabular-nums;
      }
      .bars {
        display: flex;
        gap: 2px;
        margin-inline-start: auto;
        padding-inline-start: ${space(2)};
      }
      i {
        inline-size: 6px;
        block-size: 14px;
        border: 1px solid currentColor;
        border-radius: 2px;
      }
      i[data-full] {
        background: currentColor;
      }
      @media (forced-colors: active) {
        i[data-full] {
          background: CanvasText;
        }
      }
    `,
  ];

  /** When the time began, in milliseconds since 1970. */
  @property({type: Number, attribute: 'start-at'}) startAt = 0;
  /** The deadline, in milliseconds since 1970. */
  @property({type: Number, attribute: 'due-at'}) dueAt = 0;
  /** The time now, in milliseconds since 1970; the widget's clock sets it. */
  @property({type: Number}) now = 0;
  /** How pressing it is; follows from the times. */
  @property({reflect: true}) urgency: Urgency = 'calm';

  protected override willUpdate() {
    this.urgency = toDeadlineState(this.startAt, this.dueAt, this.now).urgency;
  }

  protected override render() {
    const {used} = toDeadlineState(this.startAt, this.dueAt, this.now);
    const full = Math.floor(used * 3 + 0.001);
    return html`${shapes[this.urgency]()}<span class="text"><slot></slot></span
      ><span class="bars" part="bars" aria-hidden="true">${[0, 1, 2].map(bar => html`<i ?data-full=${bar < full}></i>`)}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-ui-deadline-meter': UiDeadlineMeter;
  }
}
