import {html, LitElement, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {sharedStyles} from '../../theme/shared.styles.ts';
import type {Icon} from '../icon/icon.ts';
import {clockIcon, dangerIcon, infoIcon, successIcon, warningIcon} from '../icon/icons.ts';
import {badgeStyles} from './badge.styles.ts';

/** What a status means to the reader. `accent` is for what is new, `waiting` for what takes its time. */
export type Tone = 'neutral' | 'accent' | 'waiting' | 'info' | 'success' | 'warning' | 'danger';

/** The shape that goes with a tone, so that a status is never told by colour alone. */
export const toneIcons: Readonly<Partial<Record<Tone, Icon>>> = {
  waiting: clockIcon,
  info: infoIcon,
  success: successIcon,
  warning: warningIcon,
  danger: dangerIcon,
};

/**
 * A status in a word and a shape.
 *
 * @tag portico-ui-badge
 * @slot - The word.
 */
export class UiBadge extends LitElement {
  static override styles = [sharedStyles, badgeStyles];

  /** What the status means. */
  @property({reflect: true}) tone: Tone = 'neutral';

  protected override render() {
    const shape = toneIcons[this.tone]?.() ?? (this.tone === 'accent' ? html`<i class="dot"></i>` : nothing);
    return html`${shape}<span><slot></slot></span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portico-ui-badge': UiBadge;
  }
}
