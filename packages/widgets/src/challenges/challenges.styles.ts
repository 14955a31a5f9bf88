import {css} from 'lit';
import {space, tint, token} from '../theme/tokens.ts';

/** Challenges: what the partner has, then a row for each with how far it is at its end. */
export const challengesStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: ${space(3)} ${space(6)};
    padding: ${space(4)} ${space(4)} ${space(2)};
  }
  .head.bones {
    min-block-size: 104px;
  }
  .level {
    flex: 0 1 300px;
    min-inline-size: min(100%, 180px);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 ${space(4)};
  }
  .group {
    padding: ${space(2)} ${space(4)};
    border-block-end: 1px solid ${token('color-border')};
    background: ${token('color-surface-sunken')};
    font-weight: ${token('font-weight-strong')};
  }
  .group .muted {
    font-weight: 400;
  }
  .challenge {
    display: grid;
    gap: ${space(2)} ${space(6)};
    padding: ${space(3)} ${space(4)};
    border-block-end: 1px solid ${token('color-border')};
  }
  @container portico (min-width: 51.4em) {
    .challenge {
      grid-template-columns: minmax(0, 1fr) minmax(0, 300px);
      align-items: center;
    }
  }
  .what,
  .how {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .how {
    display: grid;
    justify-items: start;
    gap: ${space(1)};
  }
  .name {
    font-weight: ${token('font-weight-strong')};
  }
  .description {
    max-inline-size: 80ch;
    white-space: pre-line;
    text-wrap: pretty;
  }
  .time {
    display: inline-flex;
    align-items: baseline;
    gap: ${space(1)};
    font-variant-numeric: tabular-nums;
  }
  :is(.time, .state, .gap) .icon {
    align-self: center;
  }
  .progress {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 ${space(3)};
    inline-size: 100%;
  }
  .progress > :is(.small:first-child, progress) {
    grid-column: 1 / -1;
  }
  .gap {
    display: inline-flex;
    align-items: baseline;
    gap: ${space(1)};
    font-weight: ${token('font-weight-strong')};
    text-align: end;
  }
  .gap[data-met] {
    color: ${token('color-success')};
  }
  .state {
    display: inline-flex;
    align-items: baseline;
    gap: ${space(1)};
    font-weight: ${token('font-weight-strong')};
  }
  .state.muted {
    font-weight: 400;
  }
  .state:is([data-state='approved'], [data-state='fulfilled']) {
    color: ${token('color-success')};
  }
  .state[data-state='rejected'] {
    color: ${token('color-warning')};
  }
  .state:is([data-state='revoked'], [data-state='failed']) {
    color: ${token('color-danger')};
  }
  .reason {
    padding: ${space(1)} ${space(2)};
    border-radius: ${token('radius-small')};
    background: ${tint('color-warning')};
    white-space: pre-line;
  }
  .how .button[data-variant='quiet'] {
    padding-inline: 0;
    min-inline-size: 0;
  }
`;
