import {css} from 'lit';
import {space, tint, token} from '../../theme/tokens.ts';

/** What stands in the dialogs of the desk. */
export const actDialogStyles = css`
  :host {
    display: contents;
  }
  form {
    display: grid;
    gap: ${space(4)};
  }
  strong {
    font-weight: ${token('font-weight-strong')};
  }
  legend {
    padding: 0;
    margin-block-end: ${space(1)};
    font-weight: ${token('font-weight-strong')};
  }
  .fields {
    min-inline-size: 0;
  }
  .checks {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(180px, 100%), 1fr));
    gap: 0 ${space(3)};
  }
  .check {
    display: flex;
    align-items: baseline;
    gap: ${space(2)};
    min-block-size: 28px;
    padding-block: ${space(1)};
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .check input {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    accent-color: ${token('color-accent')};
    align-self: center;
  }
  .gap,
  .problem {
    color: ${token('color-danger')};
  }
  .problem {
    display: flex;
    gap: ${space(2)};
  }
  .problem .icon {
    margin-block: 2px;
  }
  .gap:empty,
  .problem:not(:has(*)),
  [role='status']:not(:has(*)):empty {
    display: none;
  }
  .changed {
    display: grid;
    gap: ${space(2)};
    padding: ${space(3)};
    border-radius: ${token('radius-small')};
    background: ${tint('color-warning')};
  }
  .changed dl {
    display: grid;
    gap: ${space(1)};
  }
  .changed dl div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 ${space(3)};
  }
  .changed dt {
    font-weight: ${token('font-weight-strong')};
  }
  ins {
    text-decoration: none;
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
  @media (pointer: coarse) {
    .check {
      min-block-size: 44px;
    }
  }
`;
