import {css} from 'lit';
import {deskStyles} from '../theme/desk.styles.ts';
import {space, token} from '../theme/tokens.ts';
import {buttonStyles, hostStyles, sharedStyles} from '../theme/shared.styles.ts';
import {windowedListStyles} from '../ui/windowed-list/windowed-list.styles.ts';
import {tableStyles} from './table/table.styles.ts';

// Two versions stand side by side in what is open.
const widthStyles = css`
  :host {
    --desk-open: minmax(400px, 44%);
  }
  .copies {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
  }
  .filters > .button {
    flex: none;
  }
  .filter {
    gap: ${space(1)};
  }
  .filter .count {
    /* Of two figures, so that what comes moves nothing. */
    min-inline-size: 2ch;
  }
  .folders {
    min-block-size: 0;
    border-inline-end: 1px solid ${token('color-border')};
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  /* Beside the list where there is room for both, else in its place; what is open comes before either. */
  @container portico (min-width: 37em) {
    .panes[data-folders]:not([data-open]) {
      grid-template-columns: minmax(180px, 240px) minmax(0, 1fr);
    }
  }
  @container portico (max-width: 36.9em) {
    .panes[data-folders]:not([data-open]) .list {
      display: none;
    }
  }
  @container portico (max-width: 76.9em) {
    .panes[data-open] .folders {
      display: none;
    }
  }
  @container portico (min-width: 77em) {
    .panes[data-folders][data-open] {
      grid-template-columns: 200px minmax(0, 1fr) minmax(400px, 40%);
    }
  }
  @container portico (min-width: 77em) {
    .filters {
      flex-wrap: nowrap;
    }
    .search {
      flex: 1 99 200px;
      min-inline-size: 140px;
    }
    .choices {
      overflow-x: auto;
      scrollbar-width: none;
    }
    .choices > * {
      flex: none;
    }
  }
`;

/** Everything the desk at first sight is styled with. */
export const collateralDeskStyles = [hostStyles, sharedStyles, buttonStyles, windowedListStyles, deskStyles, widthStyles, tableStyles];
