import {css} from 'lit';

/** Belongs into the styles of the element whose template holds a windowed list: its rows are drawn there. */
export const windowedListStyles = css`
  portico-ui-windowed-list {
    display: block;
    position: relative;
    block-size: 100%;
    max-block-size: 100dvh;
    min-block-size: 0;
    overflow-y: auto;
    overflow-x: hidden;
    overflow-anchor: none;
    overscroll-behavior: contain;
    contain: layout style paint;
  }
  [windowed-canvas] {
    position: relative;
    inline-size: 100%;
  }
  [windowed-row] {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    overflow: hidden;
    contain: layout style paint;
  }
`;
