import {css} from 'lit';
import {space, token} from '../theme/tokens.ts';

/** The leaderboard before there is anything to show: tabs, a head, three steps and rows. */
export const bonesStyles = css`
  .bones {
    animation: breathe 1200ms ease-in-out infinite alternate;
  }
  .bones p {
    display: flex;
    align-items: center;
    justify-content: space-between;
    block-size: ${token('row-height')};
    padding-inline: ${space(4)};
    border-block-start: 1px solid ${token('color-border')};
  }
  .bones p::before,
  .bones p::after {
    content: '';
    block-size: 12px;
    inline-size: 32%;
    border-radius: ${token('radius-small')};
    background: ${token('color-surface-sunken')};
  }
  .bones p::after {
    inline-size: 48px;
  }
  .bones .tabs {
    block-size: calc(${token('row-height')} + 1px);
    border-block: 0 solid ${token('color-border')};
    border-block-end-width: 1px;
  }
  .bones .head {
    block-size: calc(${token('control-height')} + ${space(4)});
    border: 0;
  }
  .bones :is(.tabs, .head) {
    gap: ${space(4)};
    justify-content: start;
  }
  .bones div {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    align-items: end;
    gap: ${space(2)};
    max-inline-size: 640px;
    block-size: 160px;
    margin-inline: auto;
    padding-inline: ${space(4)};
  }
  .bones i {
    border-block-start: 3px solid ${token('color-border-strong')};
    border-radius: ${token('radius-small')} ${token('radius-small')} 0 0;
    background: ${token('color-surface-sunken')};
    block-size: 44px;
  }
  .bones [data-step='1'] {
    block-size: 88px;
  }
  .bones [data-step='2'] {
    block-size: 64px;
  }
  @keyframes breathe {
    to {
      opacity: 0.55;
    }
  }
`;
