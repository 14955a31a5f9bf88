import {css} from 'lit';
import {deskStyles} from '../theme/desk.styles.ts';
import {space} from '../theme/tokens.ts';

/** The desk of leads. */
export const leadDeskStyles = [
  deskStyles,
  css`
    :host {
      --desk-open: minmax(380px, 38%);
    }
    .tools {
      display: flex;
      align-items: center;
      gap: ${space(1)};
    }
    [slot='actions'].choices {
      flex-wrap: wrap;
      justify-content: center;
      gap: ${space(2)};
      margin-inline: 0;
    }
    [slot='actions'] > p {
      flex: 1 0 100%;
      margin-block-start: ${space(2)};
    }
    @container portico (max-width: 77em) {
      .filters .import {
        display: none;
      }
    }
  `,
];
