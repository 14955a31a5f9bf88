import {css} from 'lit';
import {space, token} from '../theme/tokens.ts';

/** The desk: dense rows with what can be done at their end. */
export const programDeskStyles = css`
  .group {
    padding: ${space(2)} ${space(4)};
    border-block-end: 1px solid ${token('color-border')};
    background: ${token('color-surface-sunken')};
    font-weight: ${token('font-weight-strong')};
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(1)} ${space(4)};
    padding: ${space(2)} ${space(4)};
    border-block-end: 1px solid ${token('color-border')};
  }
  .what {
    flex: 1 1 240px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .tools {
    display: flex;
    justify-content: flex-end;
    padding: ${space(2)} ${space(4)};
    border-block-end: 1px solid ${token('color-border')};
  }
  .acts {
    display: flex;
    gap: ${space(2)};
  }
  /* The words of a quiet button stand on the page's edge. */
  .acts > [data-variant='quiet']:last-child {
    margin-inline-end: calc(-1 * ${space(3)});
  }
`;
