import {css} from 'lit';
import {space, tint, token} from '../theme/tokens.ts';

/** Later steps, notes and the receipt. */
export const laterStyles = css`
  .note[data-tone='warning'] {
    background: ${tint('color-warning')};
  }
  .note[data-tone='warning'] .icon {
    color: ${token('color-warning')};
  }
  .note[data-tone='danger'] {
    background: ${tint('color-danger')};
    color: ${token('color-danger')};
  }
  .request {
    display: grid;
    gap: ${space(1)};
    padding: ${space(3)};
    border-inline-start: 4px solid ${token('color-accent')};
    border-radius: ${token('radius-small')};
    background: ${token('color-surface-sunken')};
  }
  .request h3 {
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
    font-weight: ${token('font-weight-strong')};
  }
  blockquote {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .small,
  .error {
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
  }
  .error {
    color: ${token('color-danger')};
  }
  .claim .domain {
    display: block;
  }
  .claim portico-ui-badge[data-old] {
    opacity: 0.6;
  }
  .lines,
  .choices {
    display: grid;
    gap: ${space(2)};
    min-inline-size: 0;
  }
  legend,
  .label {
    padding: 0;
    margin-block-end: ${space(1)};
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
    font-weight: ${token('font-weight-strong')};
  }
  .line {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    align-items: start;
    gap: ${space(2)} ${space(3)};
    padding-block-end: ${space(3)};
    border-block-end: 1px solid ${token('color-border')};
  }
  .line .product {
    grid-column: 1 / -1;
    margin-inline-end: calc(${token('control-height')} + ${space(2)});
  }
  .line {
    position: relative;
  }
  .line .remove {
    position: absolute;
    inset-block-start: calc(${token('line-height-small')} + ${space(1)});
    inset-inline-end: 0;
  }
  .lines-end {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: ${space(3)};
  }
  .sum {
    margin-inline-start: auto;
    padding-block: 8px;
    font-weight: ${token('font-weight-strong')};
  }
  .sum .muted {
    font-weight: 400;
  }
  .lines-end .currency {
    inline-size: 12em;
  }
  .money {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    align-items: start;
    gap: ${space(2)};
  }
  .read {
    display: grid;
    align-content: start;
  }
  @container portico (min-width: 36em) {
    .line {
      grid-template-columns: minmax(0, 5fr) minmax(0, 2fr) minmax(0, 3fr) minmax(0, 2fr) auto;
    }
    .line .product {
      grid-column: auto;
      margin: 0;
    }
    .line .remove {
      position: static;
      margin-block-start: calc(${token('line-height-small')} + ${space(1)});
    }
  }
  .review,
  .receipt {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${space(4)};
  }
  .part header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    border-block-end: 1px solid ${token('color-border')};
  }
  .part h4 {
    font-weight: ${token('font-weight-strong')};
  }
  dl {
    display: grid;
    gap: ${space(1)};
  }
  .part dl {
    padding-block-start: ${space(2)};
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: ${space(2)};
  }
  @container portico (max-width: 24em) {
    .pair {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }
  dt {
    color: ${token('color-text-muted')};
  }
  dd {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .terms {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(1)} ${space(3)};
  }
  .terms .error {
    flex-basis: 100%;
  }
  .receipt header {
    display: flex;
    align-items: center;
    gap: ${space(3)};
  }
  .receipt h2:focus {
    outline: none;
  }
  .receipt .mark {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    background: ${tint('color-success')};
    color: ${token('color-success')};
  }
`;
