import {css} from 'lit';
import {space, tint, token} from '../../theme/tokens.ts';

/** The report on turnover: its head, the curve, and the table beside it. */
export const paretoStyles = css`
  :host {
    display: block;
    container: pareto / inline-size;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: ${space(2)} ${space(3)};
    padding: ${space(3)} ${space(4)};
    border-block-end: 1px solid ${token('color-border')};
  }
  .bar > portico-ui-field {
    flex: 1 1 130px;
    min-inline-size: 0;
    max-inline-size: 200px;
  }
  .body {
    display: grid;
    gap: ${space(4)};
    padding: ${space(4)};
  }
  .body[data-loading] {
    opacity: 0.6;
  }
  .lead {
    font-size: ${token('font-size-heading')};
    line-height: ${token('line-height-heading')};
    font-weight: ${token('font-weight-strong')};
    text-wrap: balance;
  }
  figcaption {
    margin-block-end: 8px;
  }
  .curve {
    display: grid;
    gap: ${space(1)};
    align-content: start;
    margin: 0;
    min-inline-size: 0;
  }
  .plot {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: ${space(1)} ${space(2)};
  }
  svg:not(.icon) {
    inline-size: 100%;
    block-size: clamp(180px, 48cqi, 280px);
    border-inline-start: 1px solid ${token('color-border-strong')};
    border-block-end: 1px solid ${token('color-border-strong')};
    overflow: visible;
    fill: none;
  }
  /* Partners go the way that the reader reads. */
  :host(:dir(rtl)) svg:not(.icon) {
    transform: scaleX(-1);
    border-inline: 1px solid ${token('color-border-strong')};
    border-inline-start: 0;
  }
  path {
    vector-effect: non-scaling-stroke;
  }
  .grid {
    stroke: ${token('color-border')};
  }
  .area {
    fill: ${tint('color-accent')};
  }
  .mark,
  .drop {
    stroke: ${token('color-text-muted')};
    stroke-dasharray: 4 4;
  }
  .line {
    stroke: ${token('color-accent')};
    stroke-width: 2;
    stroke-linejoin: round;
  }
  .dot {
    stroke: ${token('color-accent')};
    stroke-width: 9;
    stroke-linecap: round;
  }
  .ticks {
    display: grid;
    align-content: space-between;
    text-align: end;
    margin-block: -0.7em;
  }
  .across {
    grid-column: 2;
    display: flex;
    justify-content: space-between;
    gap: ${space(2)};
  }
  .across :nth-child(2) {
    text-align: center;
  }
  .legend {
    display: flex;
    align-items: center;
    gap: ${space(2)};
  }
  .dash {
    flex: none;
    inline-size: 24px;
    border-block-start: 1px dashed ${token('color-text-muted')};
  }
  .rows {
    min-inline-size: 0;
    max-block-size: 480px;
    overflow: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  :is(th, td) {
    padding: ${space(1)} ${space(2)};
    border-block-end: 1px solid ${token('color-border')};
    font-weight: 400;
    text-align: end;
    vertical-align: top;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    background: ${token('color-surface')};
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
    white-space: nowrap;
  }
  .who {
    inline-size: 100%;
    text-align: start;
    overflow-wrap: anywhere;
  }
  /* Where the core ends. */
  .last-core :is(th, td) {
    border-block-end: 2px solid ${token('color-accent')};
  }
  .tag {
    margin-inline-start: ${space(1)};
    padding-inline: 6px;
    border-radius: ${token('radius-small')};
    background: ${token('color-surface-sunken')};
    color: ${token('color-text')};
    font-size: ${token('font-size-small')};
    white-space: nowrap;
  }
  @container pareto (min-width: 720px) {
    .body {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    }
    .lead {
      grid-column: 1 / -1;
    }
    svg:not(.icon) {
      block-size: 280px;
    }
  }
  @container pareto (max-width: 419px) {
    .share {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .line,
    .dot {
      stroke: Highlight;
    }
    .mark,
    .drop {
      stroke: CanvasText;
    }
    .tag {
      border: 1px solid;
    }
  }
`;
