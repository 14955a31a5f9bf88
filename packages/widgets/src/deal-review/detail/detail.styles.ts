import {css} from 'lit';
import {space, tint, token} from '../../theme/tokens.ts';

/** The open registration. */
export const detailStyles = css`
  :host {
    display: block;
    container: review-detail / inline-size;
  }
  .bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: ${space(1)};
    min-block-size: 44px;
    padding-block: 6px;
    padding-inline: ${space(4)} ${space(2)};
    border-block-end: 1px solid ${token('color-border')};
    background: ${token('color-surface')};
  }
  .actions {
    display: flex;
    flex: 1 1 0;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(2)};
    order: -1;
    min-inline-size: 0;
  }
  .back {
    display: none;
  }
  .leave {
    margin-inline-start: auto;
  }
  /* Of the marks of Arabic, these turn with what is said. */
  q:lang(ar) {
    quotes: '«' '»';
  }
  .pad {
    padding: ${space(4)};
  }
  .top,
  section {
    padding: ${space(4)};
  }
  .top {
    display: grid;
    gap: ${space(2)};
  }
  section + section,
  .top + section {
    padding-block-start: 0;
  }
  h3 {
    font-size: ${token('font-size-title')};
    line-height: ${token('line-height-title')};
    font-weight: ${token('font-weight-strong')};
    overflow-wrap: anywhere;
  }
  h3:focus-visible {
    outline: none;
  }
  h4 {
    margin-block-end: ${space(2)};
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
  }
  strong {
    font-weight: ${token('font-weight-strong')};
  }
  q {
    display: block;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(1)} ${space(3)};
    color: ${token('color-text-muted')};
  }
  .tags strong {
    color: ${token('color-text')};
  }
  .tags bdi {
    overflow-wrap: anywhere;
  }
  .deadline portico-ui-deadline-meter {
    inline-size: fit-content;
    max-inline-size: 100%;
  }
  .attention {
    display: flex;
    gap: ${space(2)};
    color: ${token('color-warning')};
  }
  .late-text {
    color: ${token('color-danger')};
  }
  .attention .icon {
    margin-block: 2px;
  }
  .asked,
  .card {
    display: grid;
    gap: ${space(2)};
    padding: ${space(3)};
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius')};
  }
  .asked {
    border: 0;
    background: ${tint('color-warning')};
  }
  .card + .card {
    margin-block-start: ${space(2)};
  }
  .row-actions {
    display: flex;
    flex-wrap: wrap;
    gap: ${space(2)};
    margin-block-start: ${space(1)};
  }
  .facts {
    display: grid;
    gap: ${space(1)};
  }
  .facts div {
    display: grid;
    grid-template-columns: minmax(96px, 30%) minmax(0, 1fr);
    gap: ${space(3)};
  }
  .facts dt:only-child {
    grid-column: 1 / -1;
    color: inherit;
  }
  dt {
    color: ${token('color-text-muted')};
  }
  dd,
  .need {
    overflow-wrap: anywhere;
  }
  .need {
    margin-block-end: ${space(2)};
    white-space: pre-line;
  }
  .reach {
    display: flex;
    flex-wrap: wrap;
    gap: ${space(1)} ${space(4)};
    margin-block-start: ${space(1)};
  }
  .reach a {
    display: inline-flex;
    align-items: center;
    gap: ${space(1)};
    min-block-size: 24px;
    overflow-wrap: anywhere;
  }
  .small {
    font-size: ${token('font-size-small')};
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding-block: ${space(1)};
    padding-inline: 0 ${space(3)};
    border-block-end: 1px solid ${token('color-border')};
    text-align: start;
    font-weight: 400;
    white-space: nowrap;
  }
  th {
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
  }
  td:first-child {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .end {
    text-align: end;
  }
  .end:last-child {
    padding-inline-end: 0;
  }
  .files {
    display: grid;
    gap: ${space(1)};
  }
  .files li {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto auto;
    align-items: center;
    gap: ${space(2)};
  }
  .files .icon {
    color: ${token('color-text-muted')};
  }
  .files .button .icon {
    color: inherit;
  }
  .file {
    overflow-wrap: anywhere;
  }
  .steps {
    counter-reset: step;
    display: grid;
    gap: ${space(2)};
  }
  .step {
    position: relative;
    padding-inline-start: ${space(8)};
    padding-block-end: ${space(1)};
  }
  .step::before {
    content: attr(value);
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    inline-size: 20px;
    block-size: 20px;
    border: 1px solid ${token('color-border-strong')};
    border-radius: 50%;
    font-size: ${token('font-size-small')};
    line-height: 18px;
    text-align: center;
  }
  .step[data-status='pending']::before {
    border-color: ${token('color-accent-text')};
    color: ${token('color-accent-text')};
    font-weight: ${token('font-weight-strong')};
  }
  .step:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 22px -4px;
    inset-inline-start: 10px;
    border-inline-start: 1px solid ${token('color-border')};
  }
  .step-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(1)} ${space(2)};
  }
  .entries {
    display: grid;
    gap: ${space(2)};
    padding-inline-start: ${space(3)};
    border-inline-start: 2px solid ${token('color-border')};
  }
  @container portico (max-width: 61.4em) {
    .back {
      display: inline-flex;
      margin-inline-start: calc(${space(1)} * -1);
    }
    .leave {
      display: none;
    }
    .actions {
      order: 0;
      flex-basis: 100%;
    }
    .bar {
      padding-inline: ${space(2)};
    }
  }
  @media (forced-colors: active) {
    .step[data-status='pending']::before {
      border-color: Highlight;
    }
  }
`;
