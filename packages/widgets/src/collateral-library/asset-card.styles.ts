import {css} from 'lit';
import {space, tint, token} from '../theme/tokens.ts';

/** Facets, search, and what is in a card. */
export const assetCardStyles = css`
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
  .news {
    flex-wrap: wrap;
    background: ${tint('color-accent')};
  }
  .news .note-text {
    flex: 1 1 14em;
  }
  .rows[data-grid] {
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .grid:last-child {
    padding-block-end: ${space(4)};
  }
  .piece[role]:hover {
    border-color: ${token('color-border-strong')};
  }
  .piece[aria-current] {
    border-color: ${token('color-accent-text')};
    box-shadow: inset 0 0 0 1px ${token('color-accent-text')};
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
  .meta {
    overflow: clip;
  }
  .bit,
  .version-line {
    display: inline-block;
  }
  /* Between two parts of a line; where a line begins, it lies outside. */
  .bit:not(:last-child) {
    margin-inline-end: 0.8em;
  }
  .dot {
    display: inline-block;
    inline-size: 0.8em;
    margin-inline-start: -0.8em;
    text-align: center;
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
