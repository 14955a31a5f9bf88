import {css} from 'lit';
import {space, token} from '../../theme/tokens.ts';

export const tabsStyles = css`
  /* Given a height, the panel takes what the bar leaves. */
  :host {
    display: flex;
    flex-direction: column;
    container-type: inline-size;
  }
  .panel {
    flex: 1 1 auto;
    min-block-size: 0;
  }
  .bar {
    display: flex;
    flex: none;
    overflow: hidden;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 ${space(3)};
    padding-inline: ${space(4)};
    border-block-end: 1px solid ${token('color-border')};
  }
  .tabs {
    display: flex;
    gap: ${space(4)};
    flex: 1 0 auto;
    max-inline-size: 100%;
    overflow-x: auto;
    scrollbar-width: none;
  }
  [role='tab'] {
    display: inline-flex;
    align-items: center;
    gap: ${space(1)};
    flex: none;
    min-block-size: ${token('row-height')};
    border-block: 2px solid transparent;
    color: ${token('color-text-muted')};
    white-space: nowrap;
  }
  [role='tab']:hover {
    color: ${token('color-text')};
  }
  [role='tab'][aria-selected='true'] {
    border-block-end-color: ${token('color-accent-text')};
    color: ${token('color-text')};
    font-weight: ${token('font-weight-strong')};
  }
  [role='tab']:focus-visible {
    outline-offset: -2px;
    border-radius: ${token('radius-small')};
  }
  /* Keeps the width of the bold label, so choosing a tab moves nothing. */
  .label::after {
    content: attr(data-text) / '';
    display: block;
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
    font-weight: ${token('font-weight-strong')};
  }
  .count {
    /* Of two figures, so that what comes or counts moves nothing. */
    min-inline-size: 28px;
    padding-inline: 6px;
    border-radius: 10px;
    background: ${token('color-surface-sunken')};
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
    text-align: center;
  }
  .count:empty {
    visibility: hidden;
  }
  ::slotted([slot='tools']) {
    margin-block: ${space(1)};
  }
  @container (max-width: 519px) {
    .bar {
      padding-inline: 0;
    }
    .tabs {
      flex: 1 1 100%;
      padding-inline: ${space(4)};
    }
    ::slotted([slot='tools']) {
      flex: 1 1 100%;
      margin: 0;
      padding: ${space(2)} ${space(4)};
      border-block-start: 1px solid ${token('color-border')};
    }
  }
  @media (forced-colors: active) {
    [role='tab'] {
      border-color: Canvas;
    }
    [role='tab'][aria-selected='true'] {
      border-block-end-color: Highlight;
    }
  }
`;
