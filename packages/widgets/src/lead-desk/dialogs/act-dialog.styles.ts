import {css} from 'lit';
import {space, tint, token} from '../../theme/tokens.ts';

/** What stands in the dialogs of the desk. */
export const dialogFormStyles = css`
  :host {
    display: contents;
  }
  form {
    display: grid;
    gap: ${space(4)};
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(160px, 1fr));
    gap: ${space(4)};
  }
  legend {
    padding: 0;
    font-weight: ${token('font-weight-strong')};
  }
  strong {
    font-weight: ${token('font-weight-strong')};
  }
  .small {
    font-size: ${token('font-size-small')};
  }
  .problem:empty,
  [role='status']:empty {
    display: none;
  }
  .problem {
    display: flex;
    gap: ${space(2)};
    color: ${token('color-danger')};
  }
  .problem:not(:has(*)),
  [role='status']:not(:has(*)):empty {
    display: none;
  }
  .problem .icon {
    margin-block: 2px;
  }
  .report {
    display: grid;
    gap: ${space(2)};
    max-block-size: 40dvh;
    overflow-y: auto;
  }
  .report li {
    display: grid;
    overflow-wrap: anywhere;
  }
  .override {
    display: grid;
    gap: ${space(2)};
    padding: ${space(3)};
    border-radius: ${token('radius-small')};
    background: ${tint('color-warning')};
  }
  .override ul {
    padding-inline-start: ${space(4)};
    list-style: disc;
  }
  .override li {
    list-style: inherit;
  }
`;
