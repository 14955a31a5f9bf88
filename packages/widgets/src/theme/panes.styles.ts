import {css} from 'lit';
import {space, tint, token} from './tokens.ts';

/** A list beside what is open of it, or one over the other where it is narrow; `--pane-height` is its height below the tabs. */
export const panesStyles = css`
  :host {
    min-inline-size: 0;
  }
  /* Container sizes are in em, so that larger text has the layout of a smaller screen: 720 px are 51.4 em at 14 px. */
  .tools {
    flex: 1 1 auto;
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: ${space(1)};
    min-inline-size: 0;
  }
  .tools .search {
    flex: 1 1 auto;
    min-inline-size: 0;
    inline-size: 8em;
    max-inline-size: 17em;
  }
  .tools :is(.tool, portico-ui-menu) {
    --portico-color-accent-text: ${token('color-text-muted')};
    --portico-font-weight-strong: 400;
  }
  .tools .tool[data-on] {
    color: ${token('color-text')};
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .tools .tool[data-on] {
      border-color: Highlight;
      color: Highlight;
    }
  }
  @container portico (max-width: 40em) {
    .tools .search {
      max-inline-size: none;
    }
    .tool-label {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  /* One page at a time: what searches the list goes with the list. */
  @container portico (max-width: 51.4em) {
    .tools[data-open] {
      display: none;
    }
  }
  .page {
    display: flex;
    flex-direction: column;
    block-size: var(--pane-height, clamp(420px, 76dvh, 760px));
  }
  .panes {
    flex: 1;
    display: grid;
    min-block-size: 0;
  }
  .list-pane,
  .detail-pane {
    grid-area: 1 / 1;
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
  }
  .list-pane {
    container: list / inline-size;
  }
  /* Covered rather than taken away, so that the list keeps its place and its size. */
  .panes[data-open] > .list-pane,
  .panes:not([data-open]) > .detail-pane {
    visibility: hidden;
  }
  @container portico (min-width: 51.4em) {
    .panes {
      grid-template-columns: minmax(320px, 5fr) minmax(0, 6fr);
    }
    .panes > .detail-pane {
      grid-column: 2;
      border-inline-start: 1px solid ${token('color-border')};
    }
    .panes[data-open] > .list-pane,
    .panes:not([data-open]) > .detail-pane {
      visibility: visible;
    }
  }
  /* Nothing to choose from: what is said instead has the whole width. */
  .panes[data-single] {
    grid-template-columns: minmax(0, 1fr);
  }
  .panes[data-single] > .detail-pane {
    display: none;
  }
  .rows portico-ui-skeleton {
    --portico-row-height: calc(2 * ${token('line-height-body')} + 25px);
    padding-inline-start: ${space(6)};
  }
  .rows {
    flex: 1;
    min-block-size: 0;
    overflow: hidden;
  }
  .rows:has(portico-ui-empty-state) {
    overflow-y: auto;
  }
  .centre,
  .panes[data-single] portico-ui-empty-state {
    margin-block: auto;
  }
  .panes[data-single] .rows {
    display: grid;
  }

  /* Above the rows */
  .note {
    display: flex;
    align-items: center;
    gap: ${space(2)};
    padding: ${space(2)} ${space(4)};
    border-block-end: 1px solid ${token('color-border')};
    background: ${tint('color-info')};
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
  }
  .note[data-tone='danger'] {
    background: ${tint('color-danger')};
    color: ${token('color-danger')};
  }
  .note-text {
    flex: 1;
    min-inline-size: 0;
  }

  /* Beside the list */
  .detail-pane {
    container: detail / inline-size;
    background: ${token('color-surface')};
  }
  .detail-bar {
    flex: none;
    padding: ${space(1)} ${space(2)};
    border-block-end: 1px solid ${token('color-border')};
  }
  .back .icon:dir(rtl) {
    transform: scaleX(-1);
  }
  @container portico (min-width: 51.4em) {
    .detail-bar {
      display: none;
    }
  }
  .scroll {
    flex: 1;
    display: grid;
    align-content: start;
    gap: ${space(4)};
    min-block-size: 0;
    padding: ${space(4)};
    overflow-y: auto;
    overscroll-behavior: contain;
  }
`;
