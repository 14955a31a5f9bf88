import {css} from 'lit';
import {space, tint, token} from '../../theme/tokens.ts';

/** The tree of folders, and what is asked about one. */
export const folderTreeStyles = css`
  :host {
    display: block;
  }
  header {
    display: flex;
    align-items: center;
    gap: ${space(1)};
    min-block-size: 40px;
    padding-inline: ${space(3)} ${space(1)};
  }
  header .button {
    flex: none;
    padding-inline: ${space(2)};
  }
  h3 {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    font-weight: ${token('font-weight-strong')};
  }
  .tree {
    padding-block-end: ${space(4)};
  }
  .row {
    display: flex;
    align-items: center;
    gap: ${space(1)};
    min-block-size: ${token('row-height')};
    padding-inline: ${space(2)} ${space(2)};
    cursor: pointer;
  }
  .row:hover {
    background: ${token('color-surface-sunken')};
  }
  .row[aria-selected='true'] {
    background: ${tint('color-accent')};
    color: ${token('color-accent-text')};
    font-weight: ${token('font-weight-strong')};
  }
  .row:focus-visible {
    outline-offset: -2px;
  }
  .row[data-id=''] {
    padding-inline-start: calc(${space(3)} + 16px);
  }
  .row[data-level='2'] {
    padding-inline-start: ${space(6)};
  }
  .row[data-level='3'] {
    padding-inline-start: ${space(10)};
  }
  .row[data-level='4'] {
    padding-inline-start: ${space(14)};
  }
  .row:is([data-level='5'], [data-level='6'], [data-level='7'], [data-level='8']) {
    padding-inline-start: ${space(18)};
  }
  .fold {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 20px;
    block-size: 100%;
    min-block-size: 24px;
  }
  .fold .icon {
    rotate: 180deg;
  }
  .fold[data-open] .icon {
    rotate: -90deg;
  }
  .fold[data-open]:dir(rtl) .icon {
    rotate: 90deg;
  }
  .name {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .count {
    font-size: ${token('font-size-small')};
    font-weight: 400;
  }
  .none {
    padding: 0 ${space(4)};
  }
  form {
    display: grid;
    gap: ${space(4)};
  }
  .problem {
    display: flex;
    gap: ${space(2)};
    color: ${token('color-danger')};
  }
  .problem:not(:has(*)) {
    display: none;
  }
  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      border-inline-start: 4px solid Highlight;
    }
  }
`;
