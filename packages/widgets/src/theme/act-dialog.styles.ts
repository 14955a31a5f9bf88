import {css} from 'lit';
import {space, token} from './tokens.ts';

/** What is filled in for an act, and the list of keys. */
export const actDialogStyles = css`
  .keys {
    display: grid;
    gap: ${space(2)};
  }
  .key-row {
    display: flex;
    justify-content: space-between;
    gap: ${space(4)};
  }
  kbd {
    display: inline-block;
    min-inline-size: 24px;
    padding-inline: 6px;
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius-small')};
    background: ${token('color-surface-sunken')};
    font-family: inherit;
    font-size: ${token('font-size-small')};
    text-align: center;
  }
  .fields {
    display: grid;
    gap: ${space(3)};
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
    gap: ${space(3)};
  }
`;
