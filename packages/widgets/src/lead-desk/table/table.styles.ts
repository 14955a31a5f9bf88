import {css} from 'lit';
import {deskGridEndStyles, deskGridStyles} from '../../theme/desk-grid.styles.ts';
import {space, tint, token} from '../../theme/tokens.ts';

/**
 * The grid of leads. Its columns follow the width of the list, not of the page: beside an open lead it is narrow. The widths at which they do are in em of the
 * list, so that larger text leaves columns out as a narrower list does.
 */
export const tableStyles = [
  deskGridStyles,
  css`
    .grid {
      --status: calc(138px * var(--portico-text-scale, 1));
      --deadline: calc(186px * var(--portico-text-scale, 1));
      --value: calc(104px * var(--portico-text-scale, 1));
      --columns: 40px minmax(0, 2.4fr) var(--status) minmax(0, 1.3fr) var(--deadline) calc(56px * var(--portico-text-scale, 1)) var(--value) minmax(0, 1.2fr);
    }
    .cell.score,
    .cell.value {
      justify-content: flex-end;
    }
    /* One line: a title that has no room for some letters is not in it. */
    .names {
      flex: 1;
      display: flex;
      flex-wrap: wrap;
      gap: 0 ${space(2)};
      block-size: ${token('line-height-body')};
    }
    .names > * {
      max-inline-size: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .cell.lead .name {
      font-weight: ${token('font-weight-strong')};
    }
    .cell.lead .title {
      flex: 1 1 7ch;
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
    .cell.last {
      font-size: ${token('font-size-small')};
    }
    .cell.last time {
      flex: none;
      margin-inline-start: auto;
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
  `,
  deskGridEndStyles,
];
