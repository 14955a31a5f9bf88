import {css} from 'lit';
import {space, tint, token} from '../../theme/tokens.ts';

/**
 * The grid of leads. Its columns follow the width of the list, not of the page: beside an open lead it is narrow. The widths at which they do are in em of the
 * list, so that larger text leaves columns out as a narrower list does.
 */
export const tableStyles = css`
  .list {
    container: desk-list / inline-size;
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
  }
  .grid {
    --status: calc(138px * var(--portico-text-scale, 1));
    --deadline: calc(186px * var(--portico-text-scale, 1));
    --value: calc(104px * var(--portico-text-scale, 1));
    --columns: 40px minmax(0, 2.4fr) var(--status) minmax(0, 1.3fr) var(--deadline) calc(56px * var(--portico-text-scale, 1)) var(--value) minmax(0, 1.2fr);
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
  .cell.score,
  .cell.value {
    justify-content: flex-end;
  }
  .cell.lead .name {
    flex: 0 1 auto;
    max-inline-size: 64%;
    font-weight: ${token('font-weight-strong')};
  }
  .cell.lead .title {
    flex: 1 1 0;
    min-inline-size: 0;
  }
  .head .cell.lead {
    font-weight: 400;
  }
  .hot {
    flex: none;
    padding-inline: 6px;
    border-radius: ${token('radius-small')};
    background: ${tint('color-danger')};
    color: ${token('color-danger')};
    font-size: ${token('font-size-small')};
  }
  .cell.partner .name {
    flex: 0 1 auto;
    max-inline-size: 72%;
  }
  .cell.partner .name:only-child {
    max-inline-size: none;
  }
  .cell.status portico-ui-badge {
    max-inline-size: 100%;
    overflow: hidden;
  }
  .attention {
    display: flex;
    align-items: center;
    gap: ${space(1)};
    color: ${token('color-warning')};
  }
  .attention span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .cell.deadline portico-ui-deadline-meter {
    flex: 1;
  }
  .cell.last {
    font-size: ${token('font-size-small')};
  }
  .cell.last time {
    flex: none;
    margin-inline-start: auto;
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
  @container desk-list (max-width: 74em) {
    .grid {
      --columns: 40px minmax(0, 2.2fr) var(--status) minmax(0, 1.2fr) var(--deadline) var(--value);
    }
    .cell.score,
    .cell.last,
    .waiting i:nth-child(n + 7) {
      display: none;
    }
  }
  @container desk-list (max-width: 60em) {
    .grid {
      --columns: 40px minmax(0, 2fr) var(--status) minmax(0, 1.1fr) var(--deadline);
    }
    .cell.value,
    .waiting i:nth-child(n + 6) {
      display: none;
    }
  }
  /* Two lines: the lead and its status, who has it and how long. */
  @container desk-list (max-width: 47em) {
    .grid {
      --columns: 36px minmax(0, 1fr) auto;
      --row: calc(60px * var(--portico-text-scale, 1));
    }
    .head .row {
      --columns: 36px minmax(0, 1fr);
    }
    .head .cell:not(.select, .lead) {
      display: none;
    }
    .body .row {
      grid-template-rows: 1fr 1fr;
      padding-block: ${space(1)};
      row-gap: 0;
    }
    .waiting i:nth-child(n + 4) {
      display: none;
    }
    .body .cell.select {
      grid-row: 1 / span 2;
    }
    .body .cell.lead {
      align-self: end;
    }
    .body .cell.status {
      align-self: end;
      padding: 0;
    }
    .body .cell.partner {
      grid-column: 2;
      align-self: start;
      font-size: ${token('font-size-small')};
    }
    .body .cell.deadline {
      align-self: start;
      padding: 0;
    }
  }
  /* Three lines: the lead, who has it, its status and how long. */
  @container desk-list (max-width: 31em) {
    .grid {
      --columns: 36px auto minmax(0, 1fr);
      --row: calc(84px * var(--portico-text-scale, 1));
    }
    .body .row {
      grid-template-rows: repeat(3, 1fr);
    }
    .body .cell.select {
      grid-row: 1 / span 3;
    }
    .body :is(.cell.lead, .cell.partner) {
      grid-column: 2 / -1;
      align-self: center;
    }
    .body .cell.status {
      grid-area: 3 / 2;
      align-self: center;
      padding-inline-end: ${space(2)};
    }
    .body .cell.deadline {
      grid-area: 3 / 3;
      align-self: center;
    }
    portico-ui-deadline-meter::part(bars) {
      display: none;
    }
  }
  @media (pointer: coarse) {
    .grid {
      --row: max(44px, ${token('row-height')});
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
