import {css} from 'lit';
import {chartColor} from '../../theme/chart-tokens.ts';
import {space, tint, token} from '../../theme/tokens.ts';

/** Bars and figures, as in an open piece. */
export const chartStyles = css`
  .chart {
    /* The figures for screen readers stay inside. */
    position: relative;
    display: grid;
    gap: ${space(1)};
    margin: 0;
  }
  figcaption,
  .axis {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 ${space(3)};
  }
  svg:not(.icon) {
    inline-size: 100%;
    block-size: 96px;
    border-block-end: 1px solid ${token('color-border-strong')};
    /* Days go the way that the reader reads. */
    fill: ${chartColor(1)};
  }
  :host(:dir(rtl)) svg:not(.icon) {
    transform: scaleX(-1);
  }
  .small {
    font-size: ${token('font-size-small')};
  }
  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .sums {
    display: flex;
    flex-wrap: wrap;
    gap: ${space(2)};
  }
  @media (forced-colors: active) {
    svg:not(.icon) {
      fill: CanvasText;
    }
  }
`;

/** The whole report. */
export const reportStyles = css`
  :host {
    display: block;
    container: desk-report / inline-size;
    position: relative;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: ${space(2)} ${space(3)};
    padding: ${space(3)} ${space(4)};
    border-block-end: 1px solid ${token('color-border')};
  }
  .bar > portico-ui-field {
    flex: 0 1 200px;
    min-inline-size: 140px;
  }
  .push {
    margin-inline-start: auto;
  }
  .only {
    display: flex;
    flex-wrap: wrap;
    gap: ${space(2)};
    padding: ${space(2)} ${space(4)} 0;
  }
  .only .button {
    max-inline-size: 100%;
  }
  .only bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  section {
    padding: ${space(4)};
  }
  section + section {
    padding-block-start: 0;
  }
  h3 {
    margin-block-end: ${space(2)};
    font-size: ${token('font-size-heading')};
    line-height: ${token('line-height-heading')};
    font-weight: ${token('font-weight-strong')};
  }
  .sums .button {
    display: grid;
    justify-content: start;
    justify-items: start;
    gap: 0;
    block-size: auto;
    min-inline-size: 104px;
    padding: ${space(2)} ${space(3)};
    border: 1px solid ${token('color-border')};
    text-align: start;
    white-space: normal;
  }
  .sums .button[aria-pressed='true'] {
    border-color: ${token('color-accent-text')};
    background: ${tint('color-accent')};
  }
  .sums strong {
    font-size: ${token('font-size-title')};
    line-height: ${token('line-height-title')};
    font-weight: ${token('font-weight-strong')};
    font-variant-numeric: tabular-nums;
  }
  .sums span {
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
    font-weight: 400;
  }
  details {
    margin-block-start: ${space(1)};
  }
  summary {
    color: ${token('color-accent-text')};
    font-size: ${token('font-size-small')};
    cursor: pointer;
  }
  .scroll {
    max-inline-size: 100%;
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: ${space(2)};
    border-block-end: 1px solid ${token('color-border')};
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  th.number,
  td.number {
    text-align: end;
    white-space: nowrap;
  }
  thead th {
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
    vertical-align: bottom;
  }
  tr > :first-child {
    padding-inline-start: 0;
  }
  tbody th {
    min-inline-size: 160px;
    overflow-wrap: anywhere;
  }
  .link {
    padding: 0;
    border: 0;
    background: none;
    color: ${token('color-accent-text')};
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .link:hover {
    text-decoration: underline;
  }
  .events li {
    display: grid;
    grid-template-columns: minmax(0, 1.4fr) minmax(0, 1fr) minmax(0, 1.6fr) minmax(0, 0.8fr);
    gap: ${space(1)} ${space(3)};
    padding-block: ${space(2)};
    border-block-end: 1px solid ${token('color-border')};
    overflow-wrap: anywhere;
  }
  .events time {
    text-align: end;
  }
  @container desk-report (max-width: 44em) {
    .events li {
      grid-template-columns: minmax(0, 1.5fr) minmax(0, 1fr);
    }
    .events li > :nth-child(2) {
      text-align: end;
    }
    .push {
      margin-inline-start: 0;
    }
  }
`;
