import {css} from 'lit';
import {space, token} from '../../theme/tokens.ts';

/** What levels ask for, in the form: one block for each level, one line for each criterion. */
export const termsStyles = css`
  .level {
    gap: ${space(3)};
    padding: ${space(3)};
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius-small')};
  }
  .level legend {
    margin: 0;
    padding-inline: ${space(1)};
  }
  .criterion {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5em), 1fr));
    align-items: start;
    gap: ${space(2)};
    padding-block-end: ${space(2)};
    border-block-end: 1px solid ${token('color-border')};
  }
  .ends {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: ${space(2)};
    /* Beside the controls, below their labels. */
    padding-block-start: ${space(6)};
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: ${space(2)};
  }
  .number {
    text-align: end;
  }
`;
