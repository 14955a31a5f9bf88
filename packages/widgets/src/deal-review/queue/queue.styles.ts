import {css} from 'lit';
import {deskGridEndStyles, deskGridStyles} from '../../theme/desk-grid.styles.ts';
import {space, token} from '../../theme/tokens.ts';

/**
 * The grid of registrations. Its columns follow the width of the list, not of the page: beside an open registration it is narrow. The widths at which they do are in em of the
 * list, so that larger text leaves columns out as a narrower list does.
 */
export const queueStyles = [
  deskGridStyles,
  css`
    .grid {
      --status: calc(168px * var(--portico-text-scale, 1));
      --deadline: calc(176px * var(--portico-text-scale, 1));
      --amount: calc(92px * var(--portico-text-scale, 1));
      --columns: 40px minmax(0, 2.4fr) minmax(0, 1.3fr) var(--amount) minmax(0, 1fr) var(--status) minmax(0, 1fr) var(--deadline);
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
    @container desk-list (max-width: 74em) {
      .grid {
        --columns: 40px minmax(0, 2.2fr) minmax(0, 1.2fr) var(--amount) var(--status) minmax(0, 0.8fr) var(--deadline);
      }
      .cell.type,
      .waiting i:nth-child(n + 8) {
        display: none;
      }
    }
    @container desk-list (max-width: 66em) {
      .grid {
        --columns: 40px minmax(0, 2fr) minmax(0, 1fr) var(--amount) var(--status) var(--deadline);
      }
      .cell.reviewer,
      .waiting i:nth-child(n + 7) {
        display: none;
      }
    }
    /* Two lines: the customer and the amount, the partner, the status and how long. */
    @container desk-list (max-width: 57em) {
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
    @container desk-list (max-width: 33em) {
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
  `,
  deskGridEndStyles,
];
