import {css, html, LitElement, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {sharedStyles} from '../../theme/shared.styles.ts';
import {space, tint, token} from '../../theme/tokens.ts';
import {checkIcon} from '../icon/icons.ts';

/** One step. */
export interface Step {
  readonly id: string;
  readonly label: string;
  /** `done` shows a tick, `error` a mark; `note` says the same to screen readers. */
  readonly state?: 'done' | 'error';
  readonly note?: string;
}

/** A step was chosen. */
export class StepSelectEvent extends CustomEvent<null> {
  static readonly type = 'portico-ui-step-select';
  readonly id: string;

  constructor(id: string) {
    super(StepSelectEvent.type, {bubbles: true});
    this.id = id;
  }
}

/**
 * The steps of a form, and where one is. Each can be gone to; where there is little room, only the present one says its name.
 *
 * @tag portico-ui-stepper
 * @fires {StepSelectEvent} portico-ui-step-select - A step was chosen.
 */
export class UiStepper extends LitElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      ol {
        display: flex;
        gap: ${space(1)};
        margin-inline-start: calc(-1 * ${space(2)});
      }
      li {
        flex: 0 1 auto;
        min-inline-size: 0;
      }
      button {
        display: flex;
        align-items: center;
        gap: ${space(2)};
        max-inline-size: 100%;
        min-block-size: ${token('control-height')};
        padding: ${space(1)} ${space(2)};
        border-radius: ${token('radius-small')};
        color: ${token('color-text-muted')};
        font-size: ${token('font-size-small')};
        line-height: ${token('line-height-small')};
      }
      button:hover {
        background: ${token('color-surface-sunken')};
      }
      .mark {
        flex: none;
        display: grid;
        place-items: center;
        inline-size: calc(22px * var(--portico-text-scale, 1));
        block-size: calc(22px * var(--portico-text-scale, 1));
        border: 1px solid ${token('color-border-strong')};
        border-radius: 50%;
        font-variant-numeric: tabular-nums;
      }
      .label {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      [aria-current] {
        color: ${token('color-text')};
        font-weight: ${token('font-weight-strong')};
      }
      [aria-current] .mark {
        border-color: transparent;
        background: ${token('color-accent')};
        color: ${token('color-on-accent')};
      }
      [data-state='done']:not([aria-current]) .mark {
        border-color: transparent;
        background: ${tint('color-success')};
        color: ${token('color-success')};
      }
      [data-state='error']:not([aria-current]) .mark {
        border-color: ${token('color-danger')};
        color: ${token('color-danger')};
        font-weight: ${token('font-weight-strong')};
      }
      @container (max-width: 36em) {
        button:not([aria-current]) .label {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
      @media (pointer: coarse) {
        button {
          min-block-size: 44px;
          min-inline-size: 44px;
        }
      }
      @media (forced-colors: active) {
        [aria-current] .mark {
          border-color: Highlight;
          background: Highlight;
          color: HighlightText;
          forced-color-adjust: none;
        }
      }
    `,
  ];

  @property({attribute: false}) steps: readonly Step[] = [];
  /** Id of the step that is shown. */
  @property() current = '';
  /** Accessible name of the steps. */
  @property() label = '';

  protected override render() {
    return html`<nav aria-label=${this.label || nothing}><ol>${this.steps.map((step, at) => html`<li>${this.#step(step, at)}</li>`)}</ol></nav>`;
  }

  #step({id, label, state, note}: Step, at: number) {
    const isCurrent = id === this.current;
    const mark = isCurrent || !state ? at + 1 : state === 'done' ? checkIcon() : '!';
    return html`<button
      type="button"
      aria-current=${isCurrent ? 'step' : nothing}
      data-state=${state ?? nothing}
      data-step=${id}
      @click=${() => this.dispatchEvent(new StepSelectEvent(id))}
    >
      <span class="mark" aria-hidden="true">${mark}</span><span class="label">${label}</span>${note ? html`<span class="visually-hidden">(${note})</span>` : nothing}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-ui-stepper': UiStepper;
  }
}
