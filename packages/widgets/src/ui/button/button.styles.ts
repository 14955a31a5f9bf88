import {css} from 'lit';
import {token} from '../../theme/tokens.ts';

export const buttonElementStyles = css`
  :host {
    display: inline-block;
    vertical-align: middle;
  }
  .button {
    inline-size: 100%;
  }
  .button[aria-busy='true'] .content {
    opacity: 0;
  }
  .content {
    display: inline-flex;
    align-items: center;
    gap: inherit;
  }
  /* Three dots that take turns: reads as "working" without a spinning thing. */
  .busy {
    position: absolute;
    display: flex;
    gap: 4px;
  }
  .busy i {
    inline-size: 5px;
    block-size: 5px;
    border-radius: 50%;
    background: currentColor;
    animation: wait 900ms ${token('easing')} infinite alternate;
  }
  .busy i:nth-child(2) {
    animation-delay: 150ms;
  }
  .busy i:nth-child(3) {
    animation-delay: 300ms;
  }
  @media (forced-colors: active) {
    .busy i {
      forced-color-adjust: none;
    }
  }
  @keyframes wait {
    from {
      opacity: 0.25;
    }
  }
`;
