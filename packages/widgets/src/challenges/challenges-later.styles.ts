import {css} from 'lit';
import {space, tint, token} from '../theme/tokens.ts';

/** Badges and rewards side by side, and the dialog in which points are redeemed. */
export const laterStyles = css`
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr));
    gap: ${space(4)};
    padding: ${space(4)};
  }
  .tile {
    display: flex;
    align-items: flex-start;
    gap: ${space(3)};
    padding: ${space(3)};
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-raised')};
  }
  .tile .what {
    flex: 1;
    display: grid;
    gap: ${space(1)};
    justify-items: start;
  }
  .mark {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 50%;
    background: ${tint('color-accent')};
    color: ${token('color-accent-text')};
  }
  .mark[data-open],
  :is([data-status='expired'], [data-status='revoked']) > .mark {
    background: ${token('color-surface-sunken')};
    color: ${token('color-text-muted')};
  }
  .validity[data-status='valid'] {
    color: ${token('color-success')};
  }
  .validity:is([data-status='expired'], [data-status='revoked']) {
    color: ${token('color-warning')};
  }
  .form {
    display: grid;
    gap: ${space(4)};
  }
  .bill > div {
    display: flex;
    justify-content: space-between;
    gap: ${space(4)};
    padding-block: ${space(1)};
  }
  .bill .sum {
    border-block-start: 1px solid ${token('color-border')};
    font-weight: ${token('font-weight-strong')};
  }
`;

/** The dialog in which a proof is written. */
export const proofStyles = css`
  :host {
    display: contents;
  }
  form {
    display: grid;
    gap: ${space(4)};
    min-inline-size: 0;
  }
  .files {
    display: grid;
    gap: ${space(1)};
  }
  .label {
    font-size: ${token('font-size-small')};
    font-weight: ${token('font-weight-strong')};
  }
  .about {
    white-space: pre-line;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .small {
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
  }
  .note {
    padding: ${space(2)} ${space(3)};
    border-radius: ${token('radius-small')};
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .note[data-tone='danger'] {
    background: ${tint('color-danger')};
    color: ${token('color-danger')};
  }
  .note[data-tone='warning'] {
    background: ${tint('color-warning')};
  }
`;
