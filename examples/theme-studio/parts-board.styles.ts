import {buttonStyles, chartColor, progressStyles, space, tint, token} from '@portico/widgets';
import {css} from 'lit';

export const partsStyles = [
  buttonStyles,
  progressStyles,
  css`
    .board {
      container: board / inline-size;
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
      align-items: start;
      gap: ${space(4)};
      color: ${token('color-text')};
      font: 400 ${token('font-size-body')} / ${token('line-height-body')} ${token('font-family')};
    }
    .card {
      min-inline-size: 0;
      padding: ${space(4)};
      border: 1px solid ${token('color-border')};
      border-radius: ${token('radius')};
      background: ${token('color-surface-raised')};
    }
    .stack {
      display: grid;
      gap: ${space(4)};
      min-inline-size: 0;
    }
    .wide {
      grid-column: 1 / -1;
    }
    .lead {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      justify-content: space-between;
      gap: ${space(4)};
    }
    h3,
    h4,
    p {
      margin: 0;
    }
    h3 {
      font-size: ${token('font-size-figure')};
      line-height: ${token('line-height-figure')};
      font-weight: ${token('font-weight-strong')};
      font-variant-numeric: tabular-nums;
    }
    h4 {
      font-size: ${token('font-size-heading')};
      line-height: ${token('line-height-heading')};
      font-weight: ${token('font-weight-strong')};
    }
    small {
      font-size: ${token('font-size-body')};
      font-weight: 400;
    }
    a {
      color: ${token('color-accent-text')};
      text-underline-offset: 2px;
    }
    .eyebrow,
    .muted,
    small {
      color: ${token('color-text-muted')};
    }
    .eyebrow {
      font-size: ${token('font-size-small')};
    }
    .badges,
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: ${space(2)};
      margin-block-start: ${space(3)};
    }
    .chart {
      inline-size: min(264px, 100%);
      block-size: 96px;
    }
    .now {
      fill: ${chartColor(1)};
    }
    .before {
      fill: ${chartColor(2)};
    }
    .label {
      display: flex;
      justify-content: space-between;
      gap: ${space(2)};
      margin-block-start: ${space(3)};
    }
    .met {
      color: ${token('color-success')};
    }
    b {
      font-weight: ${token('font-weight-strong')};
    }
    .own {
      display: flex;
      gap: ${space(2)};
      margin-block-start: ${space(4)};
      padding: ${space(2)} ${space(3)};
      border-radius: ${token('radius-small')};
      background: ${tint('color-second')};
      box-shadow: inset 3px 0 ${token('color-second')};
    }
    .own span {
      margin-inline-start: auto;
      font-variant-numeric: tabular-nums;
    }
    .form {
      display: grid;
      gap: ${space(3)};
      padding-block-start: ${space(3)};
    }
    .note {
      margin-block-start: ${space(2)};
      padding: ${space(2)} ${space(3)};
      border-radius: ${token('radius-small')};
    }
    .info {
      background: ${tint('color-info')};
      color: ${token('color-info')};
    }
    .warning {
      background: ${tint('color-warning')};
      color: ${token('color-warning')};
    }
    .danger {
      background: ${tint('color-danger')};
      color: ${token('color-danger')};
    }
  `,
];
