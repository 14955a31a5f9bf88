import {css} from 'lit';
import {deskStyles} from '../theme/desk.styles.ts';
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
  @container portico (min-width: 77em) {
    .filters {
      flex-wrap: nowrap;
    }
    .search {
      flex-basis: 200px;
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
