import {css} from 'lit';
import {space, tint, token} from './tokens.ts';

/** The grid of a desk, whatever its columns: frame, rows, cells and what stands there while it is read. Before the styles of the columns. */
export const deskGridStyles = css`
  .list {
    container: desk-list / inline-size;
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
  }
  .grid {
    --row: ${token('row-height')};
    flex: 1;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .body {
    flex: 1;
    min-block-size: 0;
  }
  .body portico-ui-windowed-list,
  .head {
    scrollbar-gutter: stable;
  }
  .head {
    flex: none;
    overflow: hidden;
    border-block-end: 1px solid ${token('color-border')};
    background: ${token('color-surface-sunken')};
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
  }
  .head .row {
    block-size: calc(32px * var(--portico-text-scale, 1));
    cursor: auto;
  }
  .row {
    display: grid;
    grid-template-columns: var(--columns);
    align-items: center;
    block-size: var(--row);
    padding-inline-end: ${space(4)};
    cursor: pointer;
  }
  .body .row {
    border-block-end: 1px solid color-mix(in oklab, ${token('color-border')} 60%, transparent);
    background: ${token('color-surface')};
  }
  .body .row:hover {
    background: ${token('color-surface-sunken')};
  }
  .body .row[aria-selected='true'],
  .body .row[aria-current] {
    background: ${tint('color-accent')};
  }
  .body .row[aria-current] {
    box-shadow: inset 2px 0 0 ${token('color-accent-text')};
  }
  .body .row[aria-current]:dir(rtl) {
    box-shadow: inset -2px 0 0 ${token('color-accent-text')};
  }
  /* What somebody else has just changed: seen from the corner of the eye, and gone. */
  .body .row::after {
    content: '';
    position: absolute;
    inset: 0;
    background: ${token('color-accent')};
    opacity: 0;
    pointer-events: none;
    transition: opacity 900ms ease-out;
  }
  .body .row[data-changed]::after {
    opacity: 0.14;
    transition-duration: 0ms;
  }
  .row:focus-visible {
    outline-offset: -2px;
  }
  .cell {
    display: flex;
    align-items: center;
    gap: ${space(2)};
    min-inline-size: 0;
    padding-inline-end: ${space(3)};
    white-space: nowrap;
  }
  .cell > span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .cell.select {
    justify-content: center;
    padding-inline: ${space(1)} 0;
    align-self: stretch;
  }
  .cell.status portico-ui-badge {
    max-inline-size: 100%;
    overflow: hidden;
  }
  .cell.deadline portico-ui-deadline-meter {
    flex: 1;
  }
  .row input {
    inline-size: 16px;
    block-size: 16px;
    accent-color: ${token('color-accent')};
    cursor: inherit;
  }
  .waiting {
    overflow: hidden;
  }
  .waiting > .row {
    flex: none;
    border-block-end: 1px solid color-mix(in oklab, ${token('color-border')} 60%, transparent);
  }
  .waiting i {
    grid-column: auto;
    block-size: 10px;
    inline-size: 70%;
    border-radius: ${token('radius-small')};
    background: ${token('color-surface-sunken')};
  }
  .waiting i:first-child {
    inline-size: 16px;
    justify-self: center;
  }
  .waiting .row:nth-child(even) i:not(:first-child) {
    inline-size: 52%;
  }
`;

/** What has the last word over the columns: fingers and forced colours. After them. */
export const deskGridEndStyles = css`
  @media (pointer: coarse) {
    /* As high as a finger needs; rows of several lines are higher anyway. */
    .row {
      block-size: max(44px, var(--row));
    }
    .row input {
      inline-size: 24px;
      block-size: 24px;
    }
  }
  @media (forced-colors: active) {
    .body .row[aria-current],
    .body .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .body .row[data-changed] {
      border-block-end: 2px solid Highlight;
    }
  }
`;
