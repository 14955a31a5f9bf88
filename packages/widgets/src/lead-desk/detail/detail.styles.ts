import {css} from 'lit';
import {space, tint, token} from '../../theme/tokens.ts';

/** The open lead. */
export const detailStyles = css`
  :host {
    display: block;
    container: desk-detail / inline-size;
  }
  .bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(1)};
    min-block-size: 44px;
    padding-block: ${space(1)};
    padding-inline: ${space(4)} ${space(2)};
    border-block-end: 1px solid ${token('color-border')};
    background: ${token('color-surface')};
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(2)};
    order: -1;
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
  section + section {
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
  .tags {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(1)} ${space(3)};
    margin-block-start: ${space(2)};
    color: ${token('color-text-muted')};
  }
  .tag[data-priority='hot'] {
    padding-inline: 6px;
    border-radius: ${token('radius-small')};
    background: ${tint('color-danger')};
    color: ${token('color-danger')};
    font-size: ${token('font-size-small')};
  }
  .attention {
    display: flex;
    align-items: center;
    gap: ${space(2)};
    margin-block-start: ${space(3)};
    padding: ${space(2)} ${space(3)};
    border-radius: ${token('radius-small')};
    background: ${tint('color-warning')};
    color: ${token('color-warning')};
  }
  .card {
    margin: 0 ${space(4)} ${space(4)};
    padding: ${space(3)};
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius')};
  }
  .card + section {
    padding-block-start: 0;
  }
  .card[data-over] {
    background: ${token('color-surface-sunken')};
  }
  .card > * + * {
    margin-block-start: ${space(2)};
  }
  .card h4 {
    margin: 0;
  }
  .card h4 + .who {
    margin-block-start: 0;
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    gap: 0 ${space(2)};
    overflow-wrap: anywhere;
  }
  .points {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
    gap: ${space(2)};
    font-size: ${token('font-size-small')};
  }
  dt {
    color: ${token('color-text-muted')};
  }
  .facts {
    display: grid;
    gap: ${space(1)};
    margin-block-start: ${space(1)};
  }
  .facts div {
    display: grid;
    grid-template-columns: minmax(88px, 30%) minmax(0, 1fr);
    gap: ${space(3)};
  }
  dd {
    overflow-wrap: anywhere;
  }
  .need {
    text-align: start;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .reach {
    display: flex;
    flex-wrap: wrap;
    gap: ${space(1)} ${space(4)};
    margin-block: ${space(1)};
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
  .step {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: ${space(2)};
    padding-block-start: ${space(2)};
    border-block-start: 1px solid ${token('color-border')};
    overflow-wrap: anywhere;
  }
  .plan {
    display: block;
    font-weight: ${token('font-weight-strong')};
  }
  .step[data-none] .plan {
    color: ${token('color-text-muted')};
    font-weight: inherit;
  }
  .earlier .who {
    align-items: center;
  }
  .warn {
    color: ${token('color-warning')};
  }
  .comment {
    display: block;
    margin-block-start: 2px;
    color: ${token('color-text-muted')};
    overflow-wrap: anywhere;
  }
  .lines {
    display: grid;
    gap: ${space(3)};
  }
  details {
    margin-block-start: ${space(1)};
  }
  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    color: ${token('color-accent-text')};
    cursor: pointer;
  }
  .candidates {
    display: grid;
    gap: ${space(1)};
    margin-block-start: ${space(1)};
  }
  .candidates li {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) minmax(0, 1.4fr);
    align-items: start;
    gap: ${space(2)};
  }
  .candidates .icon {
    margin-block-start: 2px;
    color: ${token('color-text-muted')};
  }
  .candidates [data-fits] .icon {
    color: ${token('color-success')};
  }
  @container portico (max-width: 61.4em) {
    .back {
      display: inline-flex;
      /* Its sign stands where the title begins. */
      margin-inline-start: calc(${space(1)} * -1);
    }
    .leave {
      display: none;
    }
    .actions {
      order: 0;
      margin-inline-start: auto;
    }
    .bar {
      padding-inline: ${space(2)};
    }
  }
`;
