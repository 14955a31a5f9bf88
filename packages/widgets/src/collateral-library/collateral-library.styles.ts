import {css} from 'lit';
import {space, token} from '../theme/tokens.ts';

/** The places of tools, facets and cards. */
export const collateralLibraryStyles = css`
  :host {
    --pane-height: var(--portico-collateral-library-height, clamp(420px, 80dvh, 860px));
  }
  .facets {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(1)};
    min-block-size: calc(${token('control-height')} + ${space(2)} + 1px);
    padding: ${space(1)};
    border-block-end: 1px solid ${token('color-border')};
  }
  @container portico (max-width: 40em) {
    .facets:not([data-shown]) {
      display: none;
    }
  }
  span.tool > *,
  .bones i {
    border-radius: ${token('radius-small')};
    background: ${token('color-surface-sunken')};
    color: transparent;
  }
  .panes .rows:has(.bones) {
    display: block;
  }
  .bones i {
    block-size: 12px;
    margin-block-start: 6px;
  }
  .bones i + i {
    inline-size: 60%;
  }
  .bones .about {
    grid-template-rows: auto;
    align-content: start;
    gap: ${space(2)};
    /* As high as most cards are, so that nothing jumps. */
    min-block-size: calc(${token('line-height-body')} + 2 * ${token('line-height-small')} + 42px);
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 22em), 1fr));
    gap: ${space(3)};
    padding: ${space(4)} ${space(4)} 0;
  }
  .piece {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: ${space(3)};
    position: relative;
    padding: ${space(3)};
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-raised')};
  }
  .thumb {
    display: grid;
    place-items: center;
    align-self: start;
    inline-size: 84px;
    block-size: 108px;
    overflow: hidden;
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius-small')};
    background: ${token('color-surface-sunken')};
    color: ${token('color-text-muted')};
  }
  .about {
    display: grid;
    grid-template-rows: auto auto 1fr auto;
    gap: 2px;
    min-inline-size: 0;
  }
  @container list (max-width: 24em) {
    .thumb {
      inline-size: 60px;
      block-size: 78px;
    }
    .grid {
      gap: ${space(2)};
      padding-block-start: ${space(2)};
    }
  }
`;
