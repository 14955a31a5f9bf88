import {css} from 'lit';
import {space, tint, token} from '../theme/tokens.ts';

/** An open piece: its pages, its versions, and what can be done with it. */
export const assetDetailStyles = css`
  .head-line .star {
    flex: none;
  }
  .note.stale {
    background: ${tint('color-warning')};
  }
  .note.locked {
    align-items: flex-start;
    background: ${token('color-surface-sunken')};
  }
  .unlocks {
    display: grid;
    gap: 2px;
    padding-inline-start: 1.2em;
  }
  .unlocks li {
    list-style: disc;
  }
  .preview {
    display: grid;
    justify-items: center;
    gap: ${space(1)};
    padding: ${space(3)};
    border-radius: ${token('radius')};
    background: ${token('color-surface-sunken')};
  }
  .preview[data-waiting] {
    min-block-size: 420px;
  }
  .preview img {
    max-inline-size: 100%;
    max-block-size: 360px;
    inline-size: auto;
    block-size: auto;
    background: ${token('color-surface-raised')};
    box-shadow: ${token('shadow')};
  }
  .pages {
    display: flex;
    align-items: center;
    gap: ${space(2)};
  }
  .next .icon {
    rotate: 180deg;
  }
  .no-preview {
    display: flex;
    align-items: center;
    gap: ${space(2)};
    padding: ${space(4)};
    border-radius: ${token('radius')};
    background: ${token('color-surface-sunken')};
  }
  .summary {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .versions {
    display: grid;
  }
  .version {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px ${space(2)};
    padding-block: ${space(2)};
    border-block-start: 1px solid ${token('color-border')};
  }
  .version .button {
    min-block-size: 28px;
    padding-block: 1px;
  }
  .version-when {
    font-size: ${token('font-size-small')};
  }
  .version .button {
    margin-inline-start: auto;
  }
  .version-note {
    flex: 1 0 100%;
    font-size: ${token('font-size-small')};
    overflow-wrap: anywhere;
  }
  .hints {
    flex: 1 0 100%;
    font-size: ${token('font-size-small')};
  }
  .actions > portico-ui-menu {
    margin-inline-start: 0;
  }
  @media (pointer: coarse) {
    .version .button {
      min-block-size: 44px;
    }
  }
`;
