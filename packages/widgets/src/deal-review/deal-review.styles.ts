import {css} from 'lit';
import {deskStyles} from '../theme/desk.styles.ts';
import {buttonStyles, hostStyles, sharedStyles} from '../theme/shared.styles.ts';
import {queueStyles} from './queue/queue.styles.ts';

// Two registrations stand side by side in the open one.
const widthStyles = css`
  :host {
    --desk-open: minmax(420px, 46%);
  }
`;

/** Everything the desk at first sight is styled with. */
export const dealReviewStyles = [hostStyles, sharedStyles, buttonStyles, deskStyles, widthStyles, queueStyles];
