import {css} from 'lit';
import {space, tint, token} from '../../theme/tokens.ts';

/**
 * The grid of registrations. Its columns follow the width of the list, not of the page: beside an open registration it is narrow. The widths at which they do are in em of the
 * list, so that larger text leaves columns out as a narrower list does.
 */
export const queueStyles = css`
  .list {
    container: review-queue / inline-size;
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
  }
  .grid {
    --status: calc(168px * var(--portico-text-scale, 1));
    --deadline: calc(176px * var(--portico-text-scale, 1));
    --amount: calc(92px * var(--portico-text-scale, 1));
    --columns: 40px minmax(0, 2.4fr) minmax(0, 1.3fr) var(--amount) minmax(0, 1fr) var(--status) minmax(0, 1fr) var(--deadline);
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
  .cell.amount {
    justify-content: flex-end;
    text-align: end;
  }
  .cell.customer .name {
    flex: 0 1 auto;
    max-inline-size: 64%;
    font-weight: ${token('font-weight-strong')};
  }
  .cell.customer .title {
    flex: 1 1 0;
    min-inline-size: 0;
  }
  .head .cell.customer {
    font-weight: 400;
  }
  .cell.status portico-ui-badge {
    max-inline-size: 100%;
    overflow: hidden;
  }
  .cell.deadline portico-ui-deadline-meter {
    flex: 1;
  }
  .mark {
    display: inline-flex;
    flex: 0 1 auto;
    align-items: center;
    gap: ${space(1)};
    min-inline-size: 0;
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
  }
  .mark[data-tone] {
    color: ${token('color-warning')};
  }
  .mark span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .small {
    font-size: ${token('font-size-small')};
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
  @container review-queue (max-width: 74em) {
    .grid {
      --columns: 40px minmax(0, 2.2fr) minmax(0, 1.2fr) var(--amount) var(--status) minmax(0, 0.8fr) var(--deadline);
    }
    .cell.type,
    .waiting i:nth-child(n + 8) {
      display: none;
    }
  }
  @container review-queue (max-width: 66em) {
    .grid {
      --columns: 40px minmax(0, 2fr) minmax(0, 1fr) var(--amount) var(--status) var(--deadline);
    }
    .cell.reviewer,
    .waiting i:nth-child(n + 7) {
      display: none;
    }
  }
  /* Two lines: the customer and the amount, the partner, the status and how long. */
  @container review-queue (max-width: 57em) {
    .grid {
      --columns: 36px minmax(0, 1fr) auto auto;
      --row: calc(60px * var(--portico-text-scale, 1));
    }
    .head .row {
      --columns: 36px minmax(0, 1fr);
    }
    .head .cell:not(.select, .customer) {
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
    .body .cell.customer {
      grid-column: 2 / 4;
      align-self: end;
    }
    .body .cell.amount {
      grid-area: 1 / 4;
      align-self: end;
      padding: 0;
    }
    .body .cell.partner {
      grid-area: 2 / 2;
      align-self: start;
      font-size: ${token('font-size-small')};
    }
    .body .cell.status {
      grid-area: 2 / 3;
      align-self: start;
    }
    .body .cell.deadline {
      grid-area: 2 / 4;
      align-self: start;
      padding: 0;
    }
    portico-ui-deadline-meter::part(bars) {
      display: none;
    }
  }
  /* Three lines: the customer, the partner and the amount, the status and how long. */
  @container review-queue (max-width: 33em) {
    .grid {
      --columns: 36px minmax(0, 1fr) auto;
      --row: calc(84px * var(--portico-text-scale, 1));
    }
    .body .row {
      grid-template-rows: repeat(3, 1fr);
      padding-inline-end: ${space(2)};
    }
    .body .cell.select {
      grid-row: 1 / span 3;
    }
    .body .cell.customer {
      grid-column: 2 / -1;
      align-self: center;
      padding: 0;
    }
    .body .cell.partner {
      align-self: center;
    }
    .body .cell.amount {
      grid-area: 2 / 3;
      align-self: center;
    }
    .body .cell.status {
      grid-area: 3 / 2;
      align-self: center;
    }
    .body .cell.deadline {
      grid-area: 3 / 3;
      align-self: center;
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
