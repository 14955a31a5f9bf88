import {css} from 'lit';
import {token} from '../theme/tokens.ts';

/** The tabs without a list of material, and the folders beside the list. */
export const handsStyles = css`
  .copies {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
  }
  .folders {
    min-block-size: 0;
    border-inline-end: 1px solid ${token('color-border')};
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  /* Beside the list where there is room for both, else in its place; what is open comes before either. */
  @container portico (min-width: 37em) {
    .panes[data-folders]:not([data-open]) {
      grid-template-columns: minmax(220px, 240px) minmax(0, 1fr);
    }
  }
  @container portico (max-width: 36.9em) {
    .panes[data-folders]:not([data-open]) .list {
      display: none;
    }
  }
  @container portico (max-width: 76.9em) {
    .panes[data-open] .folders {
      display: none;
    }
  }
  @container portico (min-width: 77em) {
    .panes[data-folders][data-open] {
      grid-template-columns: 232px minmax(0, 1fr) minmax(400px, 40%);
    }
  }
`;
