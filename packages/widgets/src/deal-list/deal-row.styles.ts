import {css} from 'lit';
import {space, tint, token} from '../theme/tokens.ts';

/** The height of the list, and one registration in it. */
export const dealRowStyles = css`
  :host {
    --pane-height: var(--portico-deal-list-height);
  }
  .row {
    display: grid;
    align-items: center;
    block-size: calc(2 * ${token('line-height-body')} + 25px);
    padding-inline: ${space(6)} ${space(4)};
    border-block-end: 1px solid ${token('color-border')};
    cursor: pointer;
    user-select: none;
  }
  :host([density='compact']) .row {
    block-size: calc(2 * ${token('line-height-body')} + 13px);
  }
  .row:hover {
    background: ${token('color-surface-sunken')};
  }
  .row[aria-current] {
    background: ${tint('color-accent')};
    box-shadow: inset 3px 0 0 ${token('color-accent-text')};
  }
  .row[aria-current]:dir(rtl) {
    box-shadow: inset -3px 0 0 ${token('color-accent-text')};
  }
  .row:focus-visible {
    outline-offset: -2px;
  }
  .what {
    display: grid;
    position: relative;
    min-inline-size: 0;
  }
  .line {
    display: flex;
    align-items: center;
    gap: ${space(2)};
    min-inline-size: 0;
    white-space: nowrap;
  }
  .line > portico-ui-badge {
    flex: none;
  }
  .dot {
    position: absolute;
    inset-inline-start: -14px;
    inset-block-start: calc(${token('line-height-body')} / 2 - 4px);
    inline-size: 8px;
    block-size: 8px;
    border: 2px solid ${token('color-accent-text')};
    border-radius: 50%;
    forced-color-adjust: none;
  }
  .dot[data-need] {
    background: ${token('color-accent-text')};
  }
  .title,
  .clip {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .title {
    flex: 1;
  }
  .value {
    flex: none;
    text-align: end;
  }
  .row[data-unread] .title,
  .strong {
    font-weight: ${token('font-weight-strong')};
  }
  .products {
    font-weight: 400;
    color: ${token('color-text-muted')};
  }
  .line .clip,
  .at {
    font-size: ${token('font-size-small')};
  }
  .stage {
    flex: 1 1 0;
  }
  .at {
    flex: none;
    margin-inline-start: auto;
  }
  .brief {
    display: none;
  }
  @container list (max-width: 34em) {
    .brief {
      display: inline;
    }
    .full {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @container list (max-width: 30em) {
    .line > portico-ui-deadline-meter::part(bars) {
      display: none;
    }
  }
  .failure {
    display: flex;
    align-items: center;
    gap: ${space(1)};
    min-inline-size: 0;
    color: ${token('color-danger')};
    font-size: ${token('font-size-small')};
  }
  .failure[data-tone='info'] {
    color: ${token('color-info')};
  }

  /* Above the rows */
  .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: ${space(1)} ${space(3)};
    min-block-size: calc(${token('control-height')} + 17px);
    padding: ${space(2)} ${space(4)};
    border-block-end: 1px solid ${token('color-border')};
  }
  .top .muted {
    font-size: ${token('font-size-small')};
  }
  .top .register {
    flex: none;
    margin-inline-start: auto;
  }
  @media (forced-colors: active) {
    .row[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .dot {
      border-color: Highlight;
    }
    .dot[data-need] {
      background: Highlight;
    }
  }
`;
