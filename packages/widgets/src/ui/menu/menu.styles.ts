import {css} from 'lit';
import {space, token} from '../../theme/tokens.ts';

export const menuStyles = css`
  :host {
    display: inline-block;
    vertical-align: middle;
  }
  .trigger {
    anchor-name: --trigger;
  }
  [role='menu'] {
    position: fixed;
    position-anchor: --trigger;
    position-area: block-end span-inline-end;
    position-try-fallbacks: flip-block, flip-inline, flip-block flip-inline;
    inset: auto;
    min-inline-size: 180px;
    max-inline-size: min(320px, 100vw - 16px);
    max-block-size: 60vh;
    margin: 4px 0;
    padding: ${space(1)};
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-raised')};
    color: ${token('color-text')};
    box-shadow: ${token('shadow')};
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  [role='menu']:focus {
    outline: none;
  }
  .item {
    display: flex;
    align-items: center;
    gap: ${space(2)};
    inline-size: 100%;
    min-block-size: ${token('control-height')};
    padding: 7px ${space(2)};
    border-radius: ${token('radius-small')};
    font-size: ${token('font-size-body')};
    line-height: ${token('line-height-body')};
  }
  .item .mark {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
  }
  .item:is(:hover, :focus-visible) {
    background: ${token('color-surface-sunken')};
  }
  .item:focus-visible {
    outline-offset: -2px;
  }
  .item[data-danger] {
    color: ${token('color-danger')};
  }
  .item[aria-disabled='true'] {
    color: ${token('color-text-muted')};
    cursor: not-allowed;
  }
  hr {
    margin: ${space(1)} 0;
    border: 0;
    border-block-start: 1px solid ${token('color-border')};
  }
  @media (pointer: coarse) {
    .item {
      min-block-size: 44px;
    }
  }
`;
