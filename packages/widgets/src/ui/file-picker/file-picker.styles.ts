import {css} from 'lit';
import {space, tint, token} from '../../theme/tokens.ts';

export const filePickerStyles = css`
  :host {
    display: grid;
    gap: ${space(2)};
    min-inline-size: 0;
  }
  .drop {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(3)};
    padding: ${space(4)};
    border: 1px dashed ${token('color-border-strong')};
    border-radius: ${token('radius')};
  }
  .drop[data-over] {
    border-color: ${token('color-accent-text')};
    background: ${tint('color-accent')};
  }
  input:focus-visible + .button {
    outline: 2px solid ${token('color-accent-text')};
    outline-offset: 2px;
  }
  input:disabled + .button {
    color: ${token('color-text-muted')};
    cursor: not-allowed;
  }
  .help,
  .error,
  .status {
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
  }
  .help,
  .status {
    color: ${token('color-text-muted')};
  }
  .error {
    color: ${token('color-danger')};
  }
  .error:empty {
    display: none;
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 ${space(2)};
    min-block-size: ${token('row-height')};
    padding-block: ${space(2)};
    border-block-end: 1px solid ${token('color-border')};
  }
  .name {
    overflow-wrap: anywhere;
  }
  .status {
    grid-area: 2 / 1;
    display: flex;
    align-items: start;
    gap: ${space(1)};
  }
  .status .icon {
    margin-block-start: 2px;
  }
  .status[data-tone='danger'] {
    color: ${token('color-danger')};
  }
  .status[data-tone='warning'] {
    color: ${token('color-warning')};
  }
  .status[data-tone='success'] {
    color: ${token('color-success')};
  }
  .acts {
    grid-area: 1 / 2 / 3 / 3;
    display: flex;
  }
  progress {
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: 4px;
    margin-block-start: ${space(1)};
    border: 0;
    border-radius: 2px;
    background: ${token('color-surface-sunken')};
    appearance: none;
  }
  progress::-webkit-progress-bar {
    border-radius: 2px;
    background: ${token('color-surface-sunken')};
  }
  progress::-webkit-progress-value {
    border-radius: 2px;
    background: ${token('color-accent')};
  }
  progress::-moz-progress-bar {
    background: ${token('color-accent')};
  }
  @media (forced-colors: active) {
    .drop[data-over] {
      border: 2px solid Highlight;
    }
    input:disabled + .button {
      border-color: GrayText;
      color: GrayText;
    }
    progress {
      outline: 1px solid CanvasText;
    }
    progress::-webkit-progress-value {
      background: Highlight;
      forced-color-adjust: none;
    }
    progress::-moz-progress-bar {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  @media (pointer: coarse) {
    .can-drop {
      display: none;
    }
  }
`;
