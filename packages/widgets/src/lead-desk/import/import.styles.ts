import {css} from 'lit';
import {space, tint, token} from '../../theme/tokens.ts';

export const importStyles = css`
  :host {
    display: contents;
  }
  .import {
    display: grid;
    gap: ${space(4)};
    min-block-size: 280px;
    align-content: start;
  }
  .import > :empty,
  p:empty {
    display: none;
  }
  h3 {
    margin-block-end: ${space(2)};
    font-weight: ${token('font-weight-strong')};
  }
  strong {
    font-weight: ${token('font-weight-strong')};
  }
  .small,
  .step {
    font-size: ${token('font-size-small')};
  }
  .drop {
    display: grid;
    justify-items: center;
    gap: ${space(2)};
    padding: ${space(8)} ${space(4)};
    border: 1px dashed ${token('color-border-strong')};
    border-radius: ${token('radius')};
    color: ${token('color-text-muted')};
    text-align: center;
    cursor: pointer;
  }
  .drop:hover,
  [data-dragging] .drop {
    border-color: ${token('color-accent-text')};
    background: ${tint('color-accent')};
  }
  .drop:focus-within {
    outline: 2px solid ${token('color-accent-text')};
    outline-offset: 2px;
  }
  .choose {
    color: ${token('color-accent-text')};
    font-weight: ${token('font-weight-strong')};
  }
  .link {
    min-block-size: 24px;
    color: ${token('color-accent-text')};
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .earlier {
    display: grid;
    gap: ${space(1)};
  }
  .earlier li,
  .file {
    display: flex;
    flex-wrap: wrap;
    gap: 0 ${space(3)};
    align-items: baseline;
    overflow-wrap: anywhere;
  }
  .problem,
  .hint {
    display: flex;
    gap: ${space(2)};
    padding: ${space(2)} ${space(3)};
    border-radius: ${token('radius-small')};
  }
  .problem {
    background: ${tint('color-danger')};
    color: ${token('color-danger')};
  }
  .problem .button {
    margin-inline-start: auto;
  }
  .hint {
    background: ${tint('color-warning')};
    color: ${token('color-warning')};
  }
  .icon {
    margin-block: 2px;
  }
  .button .icon,
  .drop .icon {
    margin: 0;
  }
  .scroll {
    max-block-size: 320px;
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius')};
    overflow: auto;
    overscroll-behavior: contain;
  }
  .issues {
    max-block-size: 240px;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: ${token('font-size-small')};
  }
  th,
  td {
    padding: ${space(2)} ${space(3)};
    border-block-end: 1px solid ${token('color-border')};
    text-align: start;
    vertical-align: top;
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  tbody th {
    font-weight: ${token('font-weight-strong')};
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    background: ${token('color-surface-sunken')};
    color: ${token('color-text-muted')};
  }
  tbody tr:last-child :is(th, td) {
    border: 0;
  }
  .columns :is(th, td) {
    vertical-align: middle;
    min-inline-size: 96px;
  }
  .samples {
    color: ${token('color-text-muted')};
  }
  [data-out] th {
    color: ${token('color-text-muted')};
    font-weight: 400;
  }
  .columns portico-ui-field {
    min-inline-size: 170px;
  }
  .settings {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
    gap: ${space(3)} ${space(4)};
  }
  .settings:not(:has(*)) {
    display: none;
  }
  .consent {
    grid-column: 1 / -1;
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: ${space(1)} ${space(4)};
    min-block-size: 20px;
  }
  .counts span {
    display: inline-flex;
    gap: ${space(1)};
  }
  .good {
    color: ${token('color-success')};
  }
  .bad,
  .what[data-severity='warning'] .icon {
    color: ${token('color-warning')};
  }
  .fault {
    display: flex;
    gap: ${space(2)};
  }
  .what[data-severity='error'] .icon {
    color: ${token('color-danger')};
  }
  .what .icon {
    flex: none;
  }
  details {
    margin-block-start: ${space(3)};
  }
  summary {
    margin-block-end: ${space(2)};
    color: ${token('color-accent-text')};
    cursor: pointer;
  }
  progress {
    inline-size: 100%;
    block-size: 8px;
    border: 0;
    border-radius: 4px;
    overflow: hidden;
    appearance: none;
    background: ${token('color-surface-sunken')};
  }
  progress::-webkit-progress-bar {
    background: ${token('color-surface-sunken')};
  }
  progress::-webkit-progress-value {
    background: ${token('color-accent')};
  }
  progress::-moz-progress-bar {
    background: ${token('color-accent')};
  }
  .totals {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(96px, 1fr));
    gap: ${space(3)};
    margin-block: ${space(4)};
  }
  .totals dt {
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
  }
  .totals dd {
    font-size: ${token('font-size-title')};
    line-height: ${token('line-height-title')};
  }
  section > .button {
    margin-block-start: ${space(3)};
  }
  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
    }
  }
`;
