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
`;

/** Everything the desk at first sight is styled with. */
export const collateralDeskStyles = [hostStyles, sharedStyles, buttonStyles, windowedListStyles, deskStyles, widthStyles, tableStyles];
