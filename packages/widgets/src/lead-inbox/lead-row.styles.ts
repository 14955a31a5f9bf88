import {css} from 'lit';
import {space, tint, token} from '../theme/tokens.ts';

/** One lead in the list. */
export const leadRowStyles = css`
  .row {
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr);
    align-items: center;
    block-size: calc(2 * ${token('line-height-body')} + 25px);
    padding-inline-end: ${space(4)};
    border-block-end: 1px solid ${token('color-border')};
    cursor: pointer;
    user-select: none;
  }
  :host([density='compact']) .row {
    block-size: calc(2 * ${token('line-height-body')} + 13px);
  }
  .row:hover {
    background: ${token('color-surface-sunken')};
  }
  .row[aria-selected='true'] {
    background: ${tint('color-accent')};
  }
  .row[aria-current] {
    background: ${tint('color-accent')};
    box-shadow: inset 3px 0 0 ${token('color-accent-text')};
  }
  .row[aria-current]:dir(rtl) {
    box-shadow: inset -3px 0 0 ${token('color-accent-text')};
  }
  .row:focus-visible {
    outline-offset: -2px;
  }
  .choose {
    display: grid;
    place-items: center;
    block-size: 100%;
    padding-inline-end: 6px;
  }
  .choose input {
    inline-size: 16px;
    block-size: 16px;
    accent-color: ${token('color-accent')};
    opacity: 0;
  }
  .row:is(:hover, :focus-within, [data-choosing]) .choose input {
    opacity: 1;
  }
  @media (hover: none) {
    .choose input {
      opacity: 1;
    }
  }
  .what {
    display: grid;
    position: relative;
    min-inline-size: 0;
  }
  .line {
    display: flex;
    align-items: center;
    gap: ${space(2)};
    min-inline-size: 0;
    white-space: nowrap;
  }
  .line > portico-ui-deadline-meter {
    flex: 1;
  }
  .dot {
    position: absolute;
    inset-inline-start: -10px;
    inset-block-start: calc(${token('line-height-body')} / 2 - 3px);
    inline-size: 6px;
    block-size: 6px;
    border-radius: 50%;
    background: ${token('color-accent-text')};
    forced-color-adjust: none;
  }
  .title,
  .clip {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .title {
    flex: 1;
  }
  .row[data-unread] .title,
  .strong {
    font-weight: ${token('font-weight-strong')};
  }
  .products {
    font-weight: 400;
    color: ${token('color-text-muted')};
  }
  .at {
    margin-inline-start: auto;
    font-size: ${token('font-size-small')};
  }
  .line .clip {
    font-size: ${token('font-size-small')};
  }
  .brief {
    display: none;
  }
  @container list (max-width: 25.6em) {
    .brief {
      display: inline;
    }
    .full {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  .failure,
  .stored {
    display: flex;
    align-items: center;
    gap: ${space(1)};
    min-inline-size: 0;
    font-size: ${token('font-size-small')};
  }
  .failure {
    color: ${token('color-danger')};
  }
  .stored {
    color: ${token('color-info')};
  }
  @media (forced-colors: active) {
    .row[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .dot {
      background: Highlight;
    }
  }
`;
