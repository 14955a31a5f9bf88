import {css} from 'lit';
import {space, tint, token} from '../theme/tokens.ts';

/** Sliders and what comes of them. */
export const whatIfStyles = css`
  .line {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: ${space(2)};
  }
  .knob {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 ${space(2)};
    padding-block-start: ${space(1)};
  }
  .knob output {
    color: ${token('color-success')};
  }
  .control {
    grid-column: 1 / -1;
    display: flex;
    align-items: center;
    gap: ${space(2)};
  }
  .control input {
    flex: 1;
    min-inline-size: 0;
    block-size: 24px;
    margin: 0;
    appearance: none;
    background: none;
    cursor: pointer;
  }
  .control input::-webkit-slider-runnable-track {
    block-size: 4px;
    border-radius: 2px;
    background: ${token('color-border-strong')};
  }
  .control input::-moz-range-track {
    block-size: 4px;
    border-radius: 2px;
    background: ${token('color-border-strong')};
  }
  .control input::-webkit-slider-thumb {
    appearance: none;
    inline-size: 20px;
    block-size: 20px;
    margin-block-start: -8px;
    border: 2px solid ${token('color-surface-raised')};
    border-radius: 50%;
    background: ${token('color-accent')};
  }
  .control input::-moz-range-thumb {
    inline-size: 20px;
    block-size: 20px;
    border: 2px solid ${token('color-surface-raised')};
    border-radius: 50%;
    background: ${token('color-accent')};
  }
  @media (forced-colors: active) {
    .control input {
      appearance: auto;
    }
  }
  /* What can be tried, and then what came of it, in one place: nothing moves. */
  .answer {
    display: grid;
    align-items: center;
  }
  .answer > * {
    grid-area: 1 / 1;
  }
  .answer:has(.result:not(:empty)) .hint {
    visibility: hidden;
  }
  .result {
    display: flex;
    align-items: center;
    gap: ${space(2)};
    min-block-size: ${token('row-height')};
    padding: ${space(1)} ${space(3)};
    border-radius: ${token('radius-small')};
    background: ${token('color-surface-sunken')};
  }
  .result:empty {
    visibility: hidden;
  }
  .result[data-better] {
    background: ${tint('color-success')};
    color: ${token('color-success')};
  }
`;
