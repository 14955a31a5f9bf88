import {css} from 'lit';
import {space, token} from '../../theme/tokens.ts';

/** Copies of partners, one below the other. */
export const copiesStyles = css`
  :host {
    display: block;
    container: desk-copies / inline-size;
  }
  .pad {
    padding: ${space(4)};
  }
  li {
    display: grid;
    grid-template-columns: 96px minmax(0, 1fr) auto;
    gap: ${space(4)};
    align-items: start;
    padding: ${space(4)};
    border-block-end: 1px solid ${token('color-border')};
  }
  img,
  .blank {
    inline-size: 96px;
    block-size: auto;
    max-block-size: 136px;
    object-fit: contain;
    object-position: top;
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius-small')};
    background: #fff;
  }
  .blank {
    block-size: 120px;
    background: ${token('color-surface-sunken')};
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
  .attention {
    display: flex;
    gap: ${space(2)};
    color: ${token('color-warning')};
  }
  .attention .icon {
    flex: none;
    margin-block: 2px;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: ${space(2)};
  }
  form {
    display: grid;
    gap: ${space(2)};
    margin-block-start: ${space(2)};
  }
  @container desk-copies (max-width: 40em) {
    li {
      grid-template-columns: 72px minmax(0, 1fr);
    }
    li > .acts {
      grid-column: 2;
    }
    img,
    .blank {
      inline-size: 72px;
    }
  }
`;
