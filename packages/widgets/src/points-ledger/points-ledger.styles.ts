import {css} from 'lit';
import {space, tint, token} from '../theme/tokens.ts';

/** The ledger: the sum above, months below it. */
export const pointsLedgerStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: ${space(2)} ${space(4)};
    padding: ${space(4)} ${space(4)} ${space(3)};
  }
  /* Its place is kept until it is read. */
  .more {
    min-block-size: ${token('line-height-small')};
  }
  .head.bones {
    min-block-size: 112px;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: ${space(1)};
    /* The words of quiet buttons stand on the page's edges. */
    margin-inline: calc(-1 * ${space(3)});
  }
  .filters portico-ui-menu {
    --portico-color-accent-text: ${token('color-text-muted')};
    --portico-font-weight-strong: 400;
    max-inline-size: 100%;
  }
  .body {
    transition: opacity ${token('duration')} ${token('easing')};
  }
  .body[data-loading] {
    opacity: 0.55;
  }
  /* What is far out of view is not laid out. */
  .month {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 400px;
  }
  .month-head {
    display: flex;
    justify-content: space-between;
    gap: ${space(3)};
    padding: ${space(2)} ${space(4)};
    border-block: 1px solid ${token('color-border')};
    background: ${token('color-surface-sunken')};
    font-weight: ${token('font-weight-strong')};
  }
  .entry {
    display: grid;
    grid-template-columns: 4.4em minmax(0, 1fr) auto;
    gap: 0 ${space(3)};
    align-items: baseline;
    padding: ${space(3)} ${space(4)};
  }
  .entry + .entry {
    border-block-start: 1px solid ${token('color-border')};
  }
  .entry:focus {
    outline: 2px solid ${token('color-focus')};
    outline-offset: -2px;
    background: ${tint('color-accent')};
  }
  .what {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .what .icon {
    display: inline;
    vertical-align: -3px;
  }
  .points {
    font-weight: ${token('font-weight-strong')};
    text-align: end;
  }
  .entry[data-reversed] :is(.points, strong) {
    color: ${token('color-text-muted')};
    font-weight: 400;
  }
  .capped {
    color: ${token('color-warning')};
  }
  .more {
    display: flex;
    margin: ${space(3)} auto;
  }
  .end {
    padding: ${space(3)} ${space(4)};
    border-block-start: 1px solid ${token('color-border')};
    text-align: end;
  }
  @container portico (max-width: 29em) {
    .entry {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .day {
      grid-column: 1 / -1;
    }
  }
`;
