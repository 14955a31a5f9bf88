import {css} from 'lit';
import {space, tint, token} from './tokens.ts';

/** Filters, and what is done with the rows that are chosen. */
export const listToolsStyles = css`
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(132px, 1fr));
    gap: ${space(2)} ${space(3)};
    padding: ${space(3)} ${space(4)};
    border-block-end: 1px solid ${token('color-border')};
  }
  .filter-end {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: ${space(2)};
  }
  .bulk {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(1)};
    padding: ${space(2)};
    padding-inline-start: ${space(1)};
    border-block-end: 1px solid ${token('color-border')};
    background: ${tint('color-accent')};
  }
  .bulk[data-running] {
    min-block-size: calc(${token('control-height')} + ${space(4)});
    padding-inline: ${space(4)};
  }
  .bulk .button {
    min-inline-size: 0;
    padding-inline: ${space(2)};
  }
  .bulk-count {
    flex: 1;
    font-weight: ${token('font-weight-strong')};
  }
`;
