import {css} from 'lit';
import {space, tint, token} from './tokens.ts';

/** The frame of a vendor's desk: what is above the table, and the table beside the open record, which is `--desk-open` wide. */
export const deskStyles = css`
  :host {
    --portico-row-height: ${token('row-height-compact')};
    --portico-control-height: calc(32px * var(--portico-text-scale, 1));
    block-size: 720px;
  }
  :host([density='comfortable']) {
    --portico-row-height: calc(44px * var(--portico-text-scale, 1));
    --portico-control-height: calc(36px * var(--portico-text-scale, 1));
  }
  .desk,
  .panel {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
  }
  .desk > portico-ui-tabs {
    flex: 1;
    min-block-size: 0;
  }
  .choices {
    display: flex;
    align-items: center;
    gap: ${space(1)};
    flex: 1 1 auto;
    min-inline-size: 0;
    scrollbar-width: none;
  }
  .choices > *,
  .filters > .button {
    flex: none;
  }
  .filters {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(1)};
    min-block-size: 44px;
    padding: ${space(1)} ${space(4)};
    border-block-end: 1px solid ${token('color-border')};
  }
  .search {
    flex: 0 1 240px;
    min-inline-size: 140px;
    margin-inline-end: ${space(2)};
  }
  .sort,
  .end {
    margin-inline-start: auto;
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: ${space(2)};
  }
  /* What narrows nothing is quiet. */
  .filters .choices :not([aria-pressed='true'], [data-on]) {
    --portico-color-accent-text: ${token('color-text-muted')};
    --portico-font-weight-strong: 400;
  }
  .choices [aria-pressed='true'] {
    border-color: ${token('color-accent-text')};
    background: ${tint('color-accent')};
  }
  .clip {
    max-inline-size: 18ch;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .count {
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
  }
  .selected {
    margin-inline-end: ${space(2)};
    font-weight: ${token('font-weight-strong')};
  }
  .bulk {
    background: ${tint('color-accent')};
  }
  .note {
    display: flex;
    flex: none;
    align-items: center;
    gap: ${space(2)};
    padding: ${space(2)} ${space(4)};
    border-block-end: 1px solid ${token('color-border')};
    background: ${tint('color-warning')};
    color: ${token('color-warning')};
    font-size: ${token('font-size-small')};
  }
  .note button {
    margin-inline-start: auto;
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .panes {
    flex: 1;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
    min-block-size: 0;
  }
  .detail {
    min-inline-size: 0;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    border-inline-start: 1px solid ${token('color-border')};
    background: ${token('color-surface')};
  }
  .detail:not(:defined) {
    display: block;
    padding: ${space(4)};
  }
  @container portico (min-width: 61.5em) {
    .panes[data-open] {
      grid-template-columns: minmax(0, 1fr) var(--desk-open);
    }
  }
  /* Narrow: the open record is a page of its own. */
  @container portico (max-width: 61.4em) {
    .panes[data-open] .list,
    .desk[data-open] .filters {
      display: none;
    }
    .detail {
      border: 0;
    }
  }
  /* The filters become a line of their own that scrolls aside. */
  @container portico (max-width: 77em) {
    .choices {
      order: 1;
      flex-basis: 100%;
      /* The words of quiet buttons stand on the page's edges. */
      margin-inline: calc(var(--portico-space, 4px) * -3);
      overflow-x: auto;
    }
    .search {
      flex: 1 1 120px;
    }
  }
  @container portico (max-width: 37em) {
    .filters {
      column-gap: ${space(2)};
      padding-inline: ${space(2)};
    }
    .choices {
      margin-inline: calc(var(--portico-space, 4px) * -2);
    }
    /* Keys are for those who have room for a keyboard. */
    .help {
      display: none;
    }
    .search {
      min-inline-size: 0;
      margin-inline-end: 0;
    }
    .bulk {
      flex-wrap: nowrap;
      overflow-x: auto;
    }
    .bulk > * {
      flex: none;
    }
  }
  @media (forced-colors: active) {
    .choices [aria-pressed='true'] {
      border: 2px solid Highlight;
      color: Highlight;
    }
  }
`;
