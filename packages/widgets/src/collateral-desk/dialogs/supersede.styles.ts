import {css} from 'lit';
import {space, token} from '../../theme/tokens.ts';

/** What can be chosen, one below the other. */
export const supersedeStyles = css`
  .choices {
    display: grid;
    grid-auto-rows: max-content;
    max-block-size: 280px;
    overflow-y: auto;
  }
  .choice {
    display: flex;
    gap: ${space(2)};
    align-items: baseline;
    padding-block: ${space(2)};
    border-block-end: 1px solid ${token('color-border')};
    overflow-wrap: anywhere;
    cursor: pointer;
  }
`;
