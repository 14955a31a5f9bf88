import {css} from 'lit';
import {token} from '../theme/tokens.ts';

/** How high the inbox is, and the place of its tools while they load. */
export const frameStyles = css`
  :host {
    --pane-height: var(--portico-lead-inbox-height);
  }
  .bone {
    min-block-size: ${token('control-height')};
    border-color: transparent;
    border-radius: ${token('radius-small')};
    background: ${token('color-surface-sunken')};
    cursor: default;
  }
  .bone > span {
    visibility: hidden;
  }
  .bone::before,
  .bone b {
    content: '';
    inline-size: 16px;
  }
  @media (pointer: coarse) {
    .bone {
      min-block-size: 44px;
    }
  }
`;
