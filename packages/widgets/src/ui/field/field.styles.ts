import {css} from 'lit';
import {space, token} from '../../theme/tokens.ts';

export const fieldStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  .label {
    display: block;
    margin-block-end: ${space(1)};
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
    font-weight: ${token('font-weight-strong')};
  }
  .label .muted {
    font-weight: 400;
  }
  .box {
    position: relative;
    display: block;
  }
  .box > .icon {
    position: absolute;
    inset-block: 0;
    margin-block: auto;
    inset-inline-start: 10px;
    color: ${token('color-text-muted')};
    pointer-events: none;
  }
  .chevron {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 10px;
    display: grid;
    align-items: center;
    color: ${token('color-text-muted')};
    pointer-events: none;
  }
  .control {
    display: block;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: ${token('control-height')};
    padding: 7px 10px;
    border: 1px solid ${token('color-border-strong')};
    border-radius: ${token('radius-small')};
    background: ${token('color-surface-raised')};
    color: ${token('color-text')};
    font-size: ${token('font-size-body')};
    line-height: ${token('line-height-body')};
    text-align: start;
    text-overflow: ellipsis;
    appearance: none;
  }
  .control::placeholder {
    color: ${token('color-text-muted')};
    opacity: 1;
  }
  .control::-webkit-datetime-edit,
  .control::-webkit-datetime-edit-fields-wrapper {
    padding: 0;
  }
  .control::-webkit-calendar-picker-indicator {
    block-size: 16px;
    padding: 0;
  }
  .control::-webkit-search-cancel-button {
    cursor: pointer;
  }
  input.control[type='search'] {
    padding-inline-start: calc(18px + 16px * var(--portico-text-scale, 1));
  }
  select.control {
    padding-inline-end: calc(18px + 16px * var(--portico-text-scale, 1));
  }
  select.control option {
    background: ${token('color-surface-raised')};
    color: ${token('color-text')};
  }
  input.control,
  textarea.control {
    unicode-bidi: plaintext;
  }
  textarea.control {
    min-block-size: calc(${token('line-height-body')} * 3 + 16px);
    resize: vertical;
    field-sizing: content;
    max-block-size: 40vh;
  }
  .control:focus-visible {
    outline-offset: -1px;
    border-color: ${token('color-accent-text')};
  }
  .control:disabled {
    border-color: ${token('color-border')};
    background: ${token('color-surface-sunken')};
    color: ${token('color-text-muted')};
    opacity: 1;
    cursor: not-allowed;
  }
  .control[aria-invalid='true'] {
    border-color: ${token('color-danger')};
  }
  .note {
    display: flex;
    gap: ${space(1)};
    margin-block-start: ${space(1)};
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
  }
  .note:empty {
    display: none;
  }
  .note .icon {
    margin-block-start: 2px;
  }
  .error {
    color: ${token('color-danger')};
  }
  @media (pointer: coarse) {
    .control {
      min-block-size: 44px;
      /* Below 16 px, phones zoom into the page when the field gets the focus. */
      font-size: max(16px, ${token('font-size-body')});
    }
  }
`;
