import {css} from 'lit';
import {space, token} from '../../theme/tokens.ts';

export const toastStyles = css`
  :host {
    display: contents;
  }
  [popover] {
    position: fixed;
    inset: auto 0 ${space(4)};
    display: grid;
    gap: ${space(2)};
    justify-items: center;
    inline-size: fit-content;
    max-inline-size: min(480px, 100vw - 32px);
    margin: 0 auto;
    padding: 0;
    border: 0;
    background: none;
    overflow: visible;
  }
  [popover]:not(:popover-open) {
    display: none;
  }
  .toast {
    display: flex;
    align-items: center;
    gap: ${space(2)};
    padding-block: ${space(2)};
    padding-inline: ${space(4)} ${space(2)};
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-raised')};
    color: ${token('color-text')};
    font-size: ${token('font-size-body')};
    line-height: ${token('line-height-body')};
    box-shadow: ${token('shadow')};
    animation: rise ${token('duration-long')} ${token('easing')};
  }
  .toast > .icon {
    color: ${token('color-text-muted')};
  }
  .toast[data-tone='success'] > .icon {
    color: ${token('color-success')};
  }
  .toast[data-tone='danger'] > .icon {
    color: ${token('color-danger')};
  }
  .text {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .button {
    flex: none;
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
`;
