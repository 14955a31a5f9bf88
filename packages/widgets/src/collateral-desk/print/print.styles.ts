import {css} from 'lit';
import {space, token} from '../../theme/tokens.ts';

/** Orders, one below the other. */
export const printStyles = css`
  :host {
    display: block;
    container: desk-print / inline-size;
  }
  .bar {
    padding: ${space(3)} ${space(4)};
    border-block-end: 1px solid ${token('color-border')};
  }
  .bar portico-ui-field {
    max-inline-size: 240px;
  }
  .pad {
    padding: ${space(4)};
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: ${space(2)} ${space(4)};
    align-items: start;
    padding: ${space(4)};
    border-block-end: 1px solid ${token('color-border')};
  }
  .about {
    display: grid;
    gap: ${space(1)};
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  h3,
  strong {
    font-weight: ${token('font-weight-strong')};
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: ${space(2)};
  }
  form .acts {
    justify-content: flex-start;
  }
  .attention,
  .problem {
    display: flex;
    gap: ${space(2)};
    color: ${token('color-warning')};
  }
  .problem {
    color: ${token('color-danger')};
  }
  .problem:not(:has(*)) {
    display: none;
  }
  .attention .icon,
  .problem .icon {
    flex: none;
    margin-block: 2px;
  }
  summary {
    color: ${token('color-accent-text')};
    font-size: ${token('font-size-small')};
    cursor: pointer;
  }
  dl {
    display: grid;
    gap: ${space(2)};
    padding-block: ${space(2)};
  }
  dl div {
    display: grid;
    grid-template-columns: minmax(96px, 20%) minmax(0, 1fr);
    gap: ${space(3)};
  }
  dt {
    color: ${token('color-text-muted')};
  }
  address {
    display: grid;
    font-style: normal;
  }
  form {
    display: grid;
    gap: ${space(3)};
    max-inline-size: 560px;
    padding-block: ${space(3)};
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
    gap: ${space(3)};
    align-items: start;
  }
  @container desk-print (max-width: 40em) {
    li {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    li > .acts {
      grid-column: 1 / -1;
      justify-content: flex-start;
    }
  }
`;
