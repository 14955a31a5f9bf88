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
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: ${space(2)};
    padding-block-end: ${space(2)};
    border-block-end: 1px solid ${token('color-border')};
  }
  .criterion > portico-ui-field {
    flex: 1 1 6.5em;
    min-inline-size: 0;
  }
  .criterion > portico-ui-field:is([name$='/metric'], [name$='/window'], [name$='/event']) {
    flex: 3 1 10em;
  }
  .criterion > portico-ui-field[name$='/weight'] {
    flex: 0 1 4.5em;
  }
  .ends {
    display: flex;
    flex: 0 0 auto;
    align-items: center;
    align-self: flex-end;
    gap: ${space(1)};
    min-block-size: ${token('control-height')};
  }
  .halves {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
  }
  .short {
    max-inline-size: 18em;
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
