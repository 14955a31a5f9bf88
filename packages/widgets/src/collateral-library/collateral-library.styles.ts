import {css} from 'lit';
import {space, tint, token} from '../theme/tokens.ts';

/** The facets, the grid and a card in it. */
export const collateralLibraryStyles = css`
  :host {
    --pane-height: var(--portico-collateral-library-height, clamp(420px, 80dvh, 860px));
  }
  .facets {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(1)};
    min-block-size: calc(${token('control-height')} + ${space(2)} + 1px);
    padding: ${space(1)};
    border-block-end: 1px solid ${token('color-border')};
  }
  .facet {
    --portico-color-accent-text: ${token('color-text')};
    --portico-font-weight-strong: 400;
    max-inline-size: 100%;
  }
  .facet-label {
    display: block;
    max-inline-size: 16em;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .more-facets {
    display: contents;
  }
  .facets .clear {
    margin-inline-start: auto;
  }
  @container portico (max-width: 40em) {
    .facets:not([data-shown]) {
      display: none;
    }
  }
  .news {
    flex-wrap: wrap;
    background: ${tint('color-accent')};
  }

  .news .note-text {
    flex: 1 1 14em;
  }

  /* The grid */
  .rows[data-grid] {
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .bones i {
    block-size: 12px;
    margin-block-start: 6px;
    border-radius: ${token('radius-small')};
    background: ${token('color-surface-sunken')};
  }
  .bones i + i {
    inline-size: 60%;
  }
  .bones .about {
    grid-template-rows: auto;
    align-content: start;
    gap: ${space(2)};
    /* As high as most cards are, so that nothing jumps. */
    min-block-size: calc(${token('line-height-body')} + 2 * ${token('line-height-small')} + 56px);
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 22em), 1fr));
    gap: ${space(3)};
    padding: ${space(4)} ${space(4)} 0;
  }
  .grid:last-child {
    padding-block-end: ${space(4)};
  }
  .piece {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: ${space(3)};
    position: relative;
    padding: ${space(3)};
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-raised')};
  }
  .piece[role]:hover {
    border-color: ${token('color-border-strong')};
  }
  .piece[aria-current] {
    border-color: ${token('color-accent-text')};
    box-shadow: inset 0 0 0 1px ${token('color-accent-text')};
  }
  .thumb {
    display: grid;
    place-items: center;
    align-self: start;
    inline-size: 84px;
    block-size: 108px;
    overflow: hidden;
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius-small')};
    background: ${token('color-surface-sunken')};
    color: ${token('color-text-muted')};
  }
  .thumb img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    object-position: top;
  }
  .thumb img[data-wide] {
    object-fit: contain;
    object-position: center;
  }
  .piece[data-gone] .thumb {
    opacity: 0.6;
  }
  .about {
    display: grid;
    grid-template-rows: auto auto 1fr auto;
    gap: 2px;
    min-inline-size: 0;
  }
  .title {
    min-inline-size: 0;
    font-weight: ${token('font-weight-strong')};
  }
  .open {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
    text-align: start;
    font-weight: inherit;
  }
  /* The whole card opens it; what else can be pressed lies above. */
  .open::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: ${token('radius')};
  }
  .open:focus-visible {
    outline: none;
  }
  .open:focus-visible::after {
    outline: 2px solid ${token('color-focus')};
    outline-offset: -2px;
  }
  .meta,
  .line {
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
    overflow-wrap: anywhere;
  }
  .new {
    color: ${token('color-accent-text')};
    font-weight: ${token('font-weight-strong')};
  }
  .alert {
    display: flex;
    align-items: flex-start;
    gap: 6px;
  }
  .alert .icon {
    margin-block-start: 2px;
  }
  .alert[data-tone='warning'] {
    color: ${token('color-warning')};
  }
  .alert[data-tone='danger'] {
    color: ${token('color-danger')};
  }
  .version-line {
    display: inline-block;
  }
  .acts {
    /* Many buttons of one kind: the titles are what is read. */
    --portico-font-weight-strong: 400;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(1)};
    margin-block-start: ${space(1)};
  }
  .acts .button {
    position: relative;
    min-block-size: 32px;
    padding-block: 3px;
  }
  .search {
    position: relative;
    display: block;
  }
  .search > .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 10px;
    margin-block: auto;
    color: ${token('color-text-muted')};
    pointer-events: none;
  }
  .search > input {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: ${token('control-height')};
    padding: 7px 10px;
    padding-inline-start: calc(18px + 16px * var(--portico-text-scale, 1));
    border: 1px solid ${token('color-border-strong')};
    border-radius: ${token('radius-small')};
    background: ${token('color-surface-raised')};
    color: ${token('color-text')};
    font-size: ${token('font-size-body')};
    line-height: ${token('line-height-body')};
    text-align: start;
    unicode-bidi: plaintext;
    appearance: none;
  }
  @media (pointer: coarse) {
    .search > input {
      min-block-size: 44px;
      /* Below 16 px, phones zoom into the page when the field gets the focus. */
      font-size: max(16px, ${token('font-size-body')});
    }
  }
  .search > input::placeholder {
    color: ${token('color-text-muted')};
    opacity: 1;
  }
  .brand {
    display: inline-flex;
    margin-inline-start: ${space(1)};
    align-items: center;
    color: ${token('color-text-muted')};
  }
  .acts .star {
    min-inline-size: 32px;
    margin-inline-start: auto;
    padding: 3px;
  }
  .star[aria-pressed='true'] {
    color: ${token('color-accent-text')};
  }
  .throw {
    font-size: ${token('font-size-small')};
  }
  @container list (max-width: 24em) {
    .thumb {
      inline-size: 60px;
      block-size: 78px;
    }
    .grid {
      gap: ${space(2)};
      padding: ${space(2)} ${space(2)} 0;
    }
  }
  @media (pointer: coarse) {
    .acts .button {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .piece[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .star[aria-pressed='true'] {
      color: Highlight;
    }
  }
`;
