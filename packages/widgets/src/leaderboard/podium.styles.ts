import {css} from 'lit';
import {space, tint, token} from '../theme/tokens.ts';

/** The first three: the second before the first, the third after it. */
export const podiumStyles = css`
  .podium {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    align-items: end;
    gap: ${space(2)};
    max-inline-size: 640px;
    margin-inline: auto;
    padding: ${space(2)} ${space(4)} 0;
  }
  .podium .row {
    grid-template-columns: minmax(0, 1fr);
    align-content: end;
    justify-items: center;
    gap: 0;
    padding: 0;
    border: 0;
    background: none;
    text-align: center;
  }
  .podium .row > * {
    inline-size: 100%;
    text-align: center;
  }
  .podium [data-place='1'] {
    order: 2;
  }
  .podium [data-place='2'] {
    order: 1;
  }
  .podium [data-place='3'] {
    order: 3;
  }
  .podium .who {
    order: 1;
  }
  .podium .name {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    padding-inline: ${space(1)};
  }
  .podium .value {
    order: 2;
  }
  .podium .moved {
    order: 3;
    min-block-size: ${token('line-height-small')};
  }
  .podium .rank {
    order: 4;
    display: grid;
    place-content: start center;
    margin-block-start: ${space(1)};
    padding-block-start: ${space(1)};
    border-block-start: 3px solid ${token('color-border-strong')};
    border-start-start-radius: ${token('radius-small')};
    border-start-end-radius: ${token('radius-small')};
    background: ${token('color-surface-sunken')};
    color: ${token('color-text')};
    font-size: ${token('font-size-title')};
    line-height: ${token('line-height-title')};
    font-weight: ${token('font-weight-strong')};
  }
  .podium [data-step='1'] .rank {
    block-size: 88px;
    border-block-start-color: ${token('color-second')};
  }
  .podium [data-step='2'] .rank {
    block-size: 64px;
  }
  .podium [data-step='3'] .rank {
    block-size: 44px;
  }
  .podium .own .rank {
    background: ${tint('color-second')};
  }
  @media (forced-colors: active) {
    .podium .rank {
      border: 1px solid CanvasText;
    }
  }
`;
