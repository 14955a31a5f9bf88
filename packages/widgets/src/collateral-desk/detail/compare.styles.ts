import {css} from 'lit';
import {space, token} from '../../theme/tokens.ts';

/** Two versions beside each other, and what they differ in. */
export const compareStyles = css`
  .sides {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: ${space(3)};
  }
  .side {
    display: grid;
    align-content: start;
    gap: ${space(2)};
    min-inline-size: 0;
  }
  .side img {
    inline-size: 100%;
    block-size: auto;
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius-small')};
    background: #fff;
  }
  .none {
    display: grid;
    place-items: center;
    min-block-size: 160px;
    border: 1px dashed ${token('color-border-strong')};
    border-radius: ${token('radius-small')};
    text-align: center;
  }
  .pager {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: ${space(2)};
    margin-block-start: ${space(2)};
  }
  .next .icon {
    rotate: 180deg;
  }
  table {
    margin-block-start: ${space(3)};
  }
  td,
  th {
    white-space: normal;
    overflow-wrap: anywhere;
    vertical-align: top;
  }
`;
