import {css} from 'lit';
import {space, tint, token} from './tokens.ts';

/** What the widgets about points and levels have in common: heads, notes, figures. */
export const standingStyles = css`
  :host {
    min-inline-size: 0;
  }
  .page {
    display: grid;
    gap: ${space(4)};
    padding: ${space(4)};
  }
  .note {
    display: flex;
    align-items: center;
    gap: ${space(2)};
    padding: ${space(2)} ${space(4)};
    border-block-end: 1px solid ${token('color-border')};
    background: ${tint('color-info')};
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
  }
  .note-text {
    flex: 1;
    min-inline-size: 0;
  }
  .title {
    font-size: ${token('font-size-heading')};
    line-height: ${token('line-height-heading')};
    font-weight: ${token('font-weight-strong')};
  }
  .figure {
    font-size: ${token('font-size-figure')};
    line-height: ${token('line-height-figure')};
    font-weight: ${token('font-weight-strong')};
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .small {
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
  }
  .link {
    min-block-size: 24px;
    color: ${token('color-accent-text')};
    text-decoration: underline;
    text-underline-offset: 2px;
  }
`;
