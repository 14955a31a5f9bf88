import {css} from 'lit';
import {space, tint, token} from '../../theme/tokens.ts';

export const badgeStyles = css`
  :host {
    display: inline-flex;
    align-items: center;
    gap: ${space(1)};
    max-inline-size: 100%;
    padding-inline: 6px;
    border: 1px solid transparent;
    border-radius: ${token('radius-small')};
    background: ${token('color-surface-sunken')};
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
    white-space: nowrap;
    vertical-align: middle;
  }
  span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  :host([tone='accent']) {
    background: ${tint('color-accent-text')};
    color: ${token('color-accent-text')};
  }
  :host([tone='info']) {
    background: ${tint('color-info')};
    color: ${token('color-info')};
  }
  :host([tone='success']) {
    background: ${tint('color-success')};
    color: ${token('color-success')};
  }
  :host([tone='warning']) {
    background: ${tint('color-warning')};
    color: ${token('color-warning')};
  }
  :host([tone='danger']) {
    background: ${tint('color-danger')};
    color: ${token('color-danger')};
  }
  .icon {
    inline-size: calc(14px * var(--portico-text-scale, 1));
    block-size: calc(14px * var(--portico-text-scale, 1));
  }
  .dot {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: currentColor;
  }
  @media (forced-colors: active) {
    :host {
      border-color: CanvasText;
    }
    .dot {
      background: CanvasText;
    }
  }
`;
