import {css} from 'lit';
import {space, tint, token} from '../theme/tokens.ts';

/** The leaderboard: a head, three that stand higher, and rows in four columns. */
export const leaderboardStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 ${space(3)};
    padding: ${space(2)} ${space(4)};
    min-block-size: ${token('row-height')};
  }
  .switch {
    display: inline-flex;
    align-items: center;
    gap: ${space(1)};
    margin-inline-start: calc(${space(2)} * -1);
  }
  .later .icon {
    transform: scaleX(-1);
  }
  .later:disabled {
    visibility: hidden;
  }
  .period {
    font-weight: ${token('font-weight-strong')};
  }
  .facts {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 ${space(1)};
  }
  .facts > span + span::before {
    content: '· ' / '';
  }
  .news {
    margin-inline-start: auto;
  }
  .body {
    transition: opacity ${token('duration')} ${token('easing')};
  }
  .body[data-loading] {
    opacity: 0.55;
  }
  .scroll {
    max-block-size: var(--portico-leaderboard-height, clamp(360px, 76dvh, 760px));
    overflow-y: auto;
    overscroll-behavior: contain;
    scroll-padding-block: ${token('row-height')};
  }
  .scroll:focus-visible {
    outline-offset: -2px;
  }
  table,
  tbody,
  .rest {
    display: block;
    inline-size: 100%;
    border-spacing: 0;
  }
  td,
  th {
    padding: 0;
    font-weight: inherit;
    text-align: start;
  }

  /* Rows. Those far out of view are not laid out. */
  .row {
    display: grid;
    grid-template-columns: 2.2em minmax(0, 1fr) 3em minmax(0, 10em);
    align-items: center;
    gap: ${space(3)};
    min-block-size: ${token('row-height')};
    padding: ${space(1)} ${space(4)};
    border-block-start: 1px solid ${token('color-border')};
    background: ${token('color-surface')};
  }
  .rest .row:nth-child(n + 16):not(.own) {
    content-visibility: auto;
    /* Without padding and border. */
    contain-intrinsic-block-size: auto calc(${token('row-height')} - ${space(2)} - 1px);
  }
  .rank {
    color: ${token('color-text-muted')};
  }
  .rank,
  .value {
    text-align: end;
  }
  .value {
    font-weight: ${token('font-weight-strong')};
    overflow-wrap: anywhere;
  }
  .who {
    min-inline-size: 0;
  }
  .name {
    overflow-wrap: anywhere;
  }
  .rest .name {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .rest .own .name {
    display: inline;
  }
  .distance {
    display: block;
  }
  .mark {
    display: inline-flex;
    gap: 2px;
    white-space: nowrap;
    color: ${token('color-text-muted')};
  }
  .mark[data-way='up'] {
    color: ${token('color-success')};
  }
  .new {
    color: ${token('color-text-muted')};
  }
  .gap {
    display: block;
    padding: ${space(1)} ${space(4)};
    border-block-start: 1px solid ${token('color-border')};
    background: ${token('color-surface-sunken')};
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
    text-align: center;
  }
  .gap td {
    display: block;
    text-align: center;
  }
  /* One's own row stays in view, at the edge behind which it would be. */
  .rest .own {
    position: sticky;
    z-index: 1;
    inset-block: 0 0;
    border-block: 1px solid ${token('color-border')};
    background: ${tint('color-second')};
    box-shadow: inset 3px 0 ${token('color-second')};
  }
  .rest .own:dir(rtl) {
    box-shadow: inset -3px 0 ${token('color-second')};
  }
  .own .rank,
  .own .name.muted {
    color: ${token('color-text')};
  }
  .own .name.muted {
    font-weight: 400;
  }
  .more {
    display: flex;
    margin: ${space(2)} auto;
  }
  @container portico (max-width: 29em) {
    .row {
      gap: ${space(2)};
      padding-inline: ${space(3)};
    }
    .podium {
      padding-inline: ${space(3)};
    }
    .rest .row {
      grid-template-columns: 1.6em minmax(0, 1fr) 2.6em 6.2em;
    }
  }

  /* Without a rank */
  .alone {
    display: grid;
    gap: ${space(1)};
    padding: ${space(4)};
  }
  .why {
    max-inline-size: 60ch;
    text-wrap: pretty;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: ${space(1)} ${space(4)};
    padding: ${space(3)} ${space(4)};
    border-block-start: 1px solid ${token('color-border')};
  }
  .foot a {
    min-block-size: 24px;
  }
  .how[open] {
    flex: 1 0 100%;
  }
  .how > summary {
    inline-size: fit-content;
    min-block-size: 24px;
    color: ${token('color-accent-text')};
    cursor: pointer;
  }
  .rules {
    display: grid;
    gap: ${space(2)};
    padding-block: ${space(2)};
  }
  .rules li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 ${space(2)};
  }
  @media (forced-colors: active) {
    .rest .own {
      border: 2px solid Highlight;
    }
  }
`;
