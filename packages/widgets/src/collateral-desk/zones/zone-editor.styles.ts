import {css} from 'lit';
import {space, tint, token} from '../../theme/tokens.ts';

/** The page with its zones, and beside it what is said of them. */
export const zoneEditorStyles = css`
  :host {
    display: contents;
  }
  .editor {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(300px, 380px);
    gap: ${space(6)};
    block-size: 100%;
  }
  .stage {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    gap: ${space(3)};
    min-inline-size: 0;
    min-block-size: 0;
  }
  .side {
    display: grid;
    align-content: start;
    gap: ${space(4)};
    min-inline-size: 0;
    padding-inline-end: ${space(2)};
    overflow-y: auto;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(2)};
  }
  .bar .turn {
    display: flex;
    align-items: center;
    gap: ${space(1)};
    margin-inline-start: auto;
  }
  .turn .next .icon {
    rotate: 180deg;
  }
  .button[aria-pressed='true'] {
    border-color: ${token('color-accent-text')};
    background: ${tint('color-accent')};
    color: ${token('color-accent-text')};
  }
  .ground {
    min-block-size: 0;
    padding: ${space(4)};
    border-radius: ${token('radius-small')};
    background: ${token('color-surface-sunken')};
    overflow: auto;
  }
  /* The whole page is in sight, and never so small that it could not be worked on. */
  .sheet {
    position: relative;
    inline-size: min(100%, max(280px, (100dvh - 300px) * var(--shape)));
    margin-inline: auto;
    aspect-ratio: var(--shape);
    background: #fff;
    box-shadow: ${token('shadow')};
  }
  .sheet img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: fill;
    user-select: none;
  }
  .sheet .none {
    padding: ${space(6)};
    color: #4b5563;
    text-align: center;
  }
  .frame {
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 420px;
    border: 0;
    background: #fff;
  }
  /* On paper, whatever the theme: the colours of the page under it decide, so a zone brings its own. */
  .zones {
    position: absolute;
    inset: 0;
    direction: ltr;
  }
  /* Where the small print will be; it is placed by its fields. */
  .print {
    position: absolute;
    border: 1px dotted #3c4043;
    background: rgb(255 255 255 / 72%);
  }
  .sheet[data-drawn] .print {
    display: none;
  }
  .zone {
    --zone: #0b57d0;
    position: absolute;
    display: block;
    min-inline-size: 0;
    border: 1.5px dashed var(--zone);
    background: rgb(255 255 255 / 72%);
    color: #062e6f;
    cursor: move;
    overflow: visible;
    user-select: none;
    -webkit-user-select: none;
  }
  .zone[data-fixed] {
    cursor: default;
  }
  .zone[data-type='logo'] {
    --zone: #7627bb;
  }
  .zone[data-type='cta_link'] {
    --zone: #0d652d;
  }
  .zone[data-type='qr'] {
    --zone: #3c4043;
  }
  .zone[data-wrong] {
    --zone: #b3261e;
  }
  .zone[aria-pressed='true'] {
    z-index: 1;
    border-style: solid;
    border-width: 2px;
    touch-action: none;
  }
  .zone:focus-visible {
    outline: 2px solid var(--zone);
    outline-offset: 2px;
  }
  .zone .name {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    padding: 1px 4px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 11px;
    line-height: 14px;
  }
  /* With a brand on it what is drawn is to be seen, not the frames. */
  .sheet[data-drawn] .zone {
    background: none;
    border-color: transparent;
  }
  .sheet[data-drawn] .zone:is(:hover, [aria-pressed='true'], [data-wrong]) {
    border-color: var(--zone);
  }
  .sheet[data-drawn] .zone .name {
    display: none;
  }
  .handle {
    position: absolute;
    inline-size: 10px;
    block-size: 10px;
    border: 2px solid var(--zone);
    border-radius: 2px;
    background: #fff;
    translate: -50% -50%;
  }
  /* A finger needs more room than a mouse. */
  .handle::after {
    content: '';
    position: absolute;
    inset: -6px;
  }
  @media (pointer: coarse) {
    .handle::after {
      inset: -14px;
    }
  }
  /* To the outside only: the inside of a small zone is there to move it. */
  .handle[data-edge*='n']::after {
    bottom: 0;
  }
  .handle[data-edge*='s']::after {
    top: 0;
  }
  .handle[data-edge$='w']::after {
    right: 0;
  }
  .handle[data-edge$='e']::after {
    left: 0;
  }
  .handle[data-edge='nw'],
  .handle[data-edge='se'] {
    cursor: nwse-resize;
  }
  .handle[data-edge='ne'],
  .handle[data-edge='sw'] {
    cursor: nesw-resize;
  }
  .handle[data-edge='n'],
  .handle[data-edge='s'] {
    left: 50%;
    cursor: ns-resize;
  }
  .handle[data-edge='e'],
  .handle[data-edge='w'] {
    top: 50%;
    cursor: ew-resize;
  }
  .handle[data-edge*='n'] {
    top: 0;
  }
  .handle[data-edge*='s'] {
    top: 100%;
  }
  .handle[data-edge$='w'] {
    left: 0;
  }
  .handle[data-edge$='e'] {
    left: 100%;
  }
  @container zone-editor (max-width: 760px) {
    .editor {
      grid-template-columns: minmax(0, 1fr);
      block-size: auto;
    }
    .side {
      padding: 0;
      overflow: visible;
    }
    .ground {
      padding: ${space(2)};
    }
    .sheet {
      inline-size: min(100%, max(260px, 70dvh * var(--shape)));
    }
  }
  @media (forced-colors: active) {
    .zone,
    .handle {
      forced-color-adjust: none;
    }
  }
`;
