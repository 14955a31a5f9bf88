import {css} from 'lit';
import {deskGridEndStyles, deskGridStyles} from '../../theme/desk-grid.styles.ts';
import {space, token} from '../../theme/tokens.ts';

/**
 * The grid of material. Its columns follow the width of the list, not of the page: beside what is open it is narrow. The widths at which they do are in em of the list,
 * so that larger text leaves columns out as a narrower list does.
 */
export const tableStyles = [
  deskGridStyles,
  css`
    .grid {
      --status: calc(168px * var(--portico-text-scale, 1));
      --number: calc(76px * var(--portico-text-scale, 1));
      --columns: 40px minmax(0, 3fr) var(--status) var(--number) minmax(0, 1.2fr) var(--number) calc(var(--number) * 1.3) calc(var(--number) * 1.7);
    }
    .cell.asset .name {
      flex: 0 1 auto;
      font-weight: ${token('font-weight-strong')};
    }
    .head .cell.asset {
      font-weight: 400;
    }
    .cell.asset .kind {
      flex: none;
      font-size: ${token('font-size-small')};
    }
    .mark {
      display: inline-flex;
      flex: 0 1 auto;
      align-items: center;
      gap: ${space(1)};
      min-inline-size: 0;
      color: ${token('color-warning')};
      font-size: ${token('font-size-small')};
    }
    .mark span {
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .cell.holders,
    .cell.stale,
    .cell.changed {
      justify-content: flex-end;
      text-align: end;
    }
    .cell.stale[data-some] {
      color: ${token('color-warning')};
    }
    .cell.changed {
      padding-inline-end: 0;
      font-size: ${token('font-size-small')};
    }
    @container desk-list (max-width: 66em) {
      .grid {
        --columns: 40px minmax(0, 3fr) var(--status) var(--number) minmax(0, 1fr) calc(var(--number) * 1.3);
      }
      .cell.changed,
      .cell.holders,
      .waiting i:nth-child(n + 7) {
        display: none;
      }
    }
    .few {
      display: none;
    }
    /* Two lines: the title and its status; which version in which languages, and who has an old copy. */
    @container desk-list (max-width: 50em) {
      .grid {
        --columns: 36px auto minmax(0, 1fr) auto;
        --row: calc(60px * var(--portico-text-scale, 1));
      }
      .head .row {
        --columns: 36px minmax(0, 1fr);
      }
      .body .row {
        grid-template-rows: 1fr 1fr;
        padding-block: ${space(1)};
        row-gap: 0;
      }
      .head .cell:not(.select, .asset),
      .body .cell.asset .kind,
      .waiting i:nth-child(n + 4) {
        display: none;
      }
      .body .cell.select {
        grid-row: 1 / span 2;
      }
      .body .cell.asset {
        grid-column: 2 / 4;
        align-self: end;
      }
      .body .cell.status {
        grid-area: 1 / 4;
        place-self: end;
        padding: 0;
      }
      .body .cell:is(.versions, .languages, .stale) {
        align-self: start;
        font-size: ${token('font-size-small')};
      }
      .body .cell.versions {
        grid-area: 2 / 2;
        padding-inline-end: ${space(2)};
      }
      .body .cell.versions:empty {
        padding: 0;
      }
      .body .cell.languages {
        grid-area: 2 / 3;
      }
      .body .cell.stale {
        grid-area: 2 / 4;
        padding: 0;
      }
      .body .few {
        display: inline;
      }
    }
    /* Three: the title has the first to itself. */
    @container desk-list (max-width: 30em) {
      .grid {
        --row: calc(84px * var(--portico-text-scale, 1));
      }
      .body .row {
        grid-template-rows: repeat(3, 1fr);
        padding-inline-end: ${space(2)};
      }
      .body .cell.select {
        grid-row: 1 / span 3;
      }
      .body .cell.asset {
        grid-column: 2 / -1;
        padding: 0;
      }
      .body .cell.status {
        grid-area: 2 / 2 / 3 / -1;
        place-self: center start;
      }
      .body .cell:is(.versions, .languages, .stale) {
        grid-row: 3;
      }
    }
  `,
  deskGridEndStyles,
];
