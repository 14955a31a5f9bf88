import {css} from 'lit';
import {space, tint, token} from '../../theme/tokens.ts';

/** What stands in the dialogs of the desk. */
export const dialogStyles = css`
  :host {
    display: contents;
  }
  form {
    display: grid;
    gap: ${space(4)};
  }
  fieldset {
    display: grid;
    gap: ${space(3)};
    min-inline-size: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-block-end: ${space(2)};
    font-weight: ${token('font-weight-strong')};
  }
  strong {
    font-weight: ${token('font-weight-strong')};
    overflow-wrap: anywhere;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
    gap: ${space(3)};
    align-items: start;
  }
  .checks {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(180px, 100%), 1fr));
    gap: 0 ${space(3)};
  }
  .said {
    padding: ${space(3)};
    border-radius: ${token('radius-small')};
    background: ${token('color-surface-sunken')};
  }
  .said ul {
    display: grid;
    gap: ${space(1)};
    margin-block: ${space(1)};
  }
  .said li {
    overflow-wrap: anywhere;
  }
  .warning {
    padding: ${space(3)};
    border-radius: ${token('radius-small')};
    background: ${tint('color-danger')};
    color: ${token('color-danger')};
  }
  .problem {
    display: flex;
    gap: ${space(2)};
    color: ${token('color-danger')};
  }
  .problem .icon {
    flex: none;
    margin-block: 2px;
  }
  .problem:not(:has(*)) {
    display: none;
  }
  @media (forced-colors: active) {
    .warning,
    .said {
      border: 1px solid;
    }
  }
`;
