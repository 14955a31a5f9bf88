import {css} from 'lit';
import {token} from './tokens.ts';

/** A bar that says how much of something is done: `<progress>`; what is reached is `data-met` on its parent. */
export const progressStyles = css`
  progress {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 8px;
    margin-block: 4px;
    border: 0;
    border-radius: 4px;
    overflow: hidden;
    background: ${token('color-surface-sunken')};
    color: ${token('color-second')};
  }
  progress::-webkit-progress-bar {
    background: ${token('color-surface-sunken')};
  }
  progress::-webkit-progress-value {
    border-radius: 4px;
    background: ${token('color-second')};
    transition: inline-size ${token('duration')} ${token('easing')};
  }
  progress::-moz-progress-bar {
    border-radius: 4px;
    background: ${token('color-second')};
  }
  [data-met] > progress::-webkit-progress-value {
    background: ${token('color-success')};
  }
  [data-met] > progress::-moz-progress-bar {
    background: ${token('color-success')};
  }
  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
    }
    progress::-webkit-progress-value {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
