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
  .copies > li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
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
  .picture {
    position: relative;
    inline-size: 96px;
  }
  .picture[data-found],
  .picture[data-found] img {
    inline-size: 180px;
    max-block-size: none;
  }
  .picture img {
    display: block;
  }
  .frames {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    fill: rgb(179 38 30 / 18%);
    stroke: #b3261e;
    stroke-width: 2px;
  }
  .frames rect {
    vector-effect: non-scaling-stroke;
  }
  .findings {
    display: grid;
    gap: ${space(1)};
  }
  .findings li {
    display: flex;
    gap: ${space(2)};
    padding: 0;
    border: 0;
    color: ${token('color-warning')};
  }
  .findings li[data-tone='danger'] {
    color: ${token('color-danger')};
  }
  .findings span {
    color: ${token('color-text')};
  }
  .kept {
    display: flex;
    gap: ${space(2)};
    color: ${token('color-text-muted')};
  }
  :is(.findings, .kept) .icon {
    flex: none;
    margin-block: 2px;
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
    .copies > li {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .copies > li > .acts {
      grid-column: 2;
    }
    .picture,
    img,
    .blank {
      inline-size: 72px;
    }
    .picture[data-found],
    .picture[data-found] img {
      inline-size: 112px;
    }
  }
`;
