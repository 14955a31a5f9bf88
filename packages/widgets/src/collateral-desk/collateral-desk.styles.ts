import {css} from 'lit';
import {deskStyles} from '../theme/desk.styles.ts';
import {space} from '../theme/tokens.ts';
import {buttonStyles, hostStyles, sharedStyles} from '../theme/shared.styles.ts';
import {windowedListStyles} from '../ui/windowed-list/windowed-list.styles.ts';
import {tableStyles} from './table/table.styles.ts';

// Two versions stand side by side in what is open.
const widthStyles = css`
  :host {
    --desk-open: minmax(400px, 44%);
  }
  .filter {
    gap: ${space(1)};
  }
  .count {
    /* Of two figures, so that what comes moves nothing. */
    min-inline-size: 2ch;
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
    }
  }
`;

/** Everything the desk at first sight is styled with. */
export const collateralDeskStyles = [hostStyles, sharedStyles, buttonStyles, windowedListStyles, deskStyles, widthStyles, tableStyles];
