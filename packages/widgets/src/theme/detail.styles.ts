import {css} from 'lit';
import {space, token} from './tokens.ts';

/** What is open: facts, cards, where an activity is logged, and the story. */
export const detailStyles = css`
  .scroll:focus-visible {
    outline-offset: -2px;
  }
  .scroll > .note {
    margin: calc(${space(4)} * -1) calc(${space(4)} * -1) 0;
  }
  .head {
    display: grid;
    justify-items: start;
    gap: ${space(1)};
  }
  .head-line {
    justify-self: stretch;
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: ${space(2)};
  }
  .name {
    flex: 1 1 200px;
    padding-block: 4px;
    font-size: ${token('font-size-title')};
    line-height: ${token('line-height-title')};
    font-weight: ${token('font-weight-strong')};
    overflow-wrap: anywhere;
  }
  .name:focus-visible {
    outline: none;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(1)} ${space(3)};
  }
  .tags:empty {
    display: none;
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
    gap: ${space(3)} ${space(4)};
  }
  .fact {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .fact[data-wide] {
    grid-column: 1 / -1;
    white-space: pre-line;
  }
  .fact dt {
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
  }
  .more > summary {
    inline-size: fit-content;
    min-block-size: 24px;
    color: ${token('color-text-muted')};
    cursor: pointer;
  }
  .more > .facts {
    padding-block-start: ${space(3)};
  }
  .teaser {
    padding-block: ${space(1)};
  }
  .card {
    display: grid;
    gap: ${space(3)};
    padding: ${space(4)};
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-raised')};
  }
  .person {
    display: flex;
    align-items: flex-start;
    gap: ${space(2)};
    overflow-wrap: anywhere;
  }
  .person .icon {
    color: ${token('color-text-muted')};
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: ${space(1)} ${space(6)};
  }
  .ways a {
    display: inline-flex;
    align-items: center;
    gap: ${space(2)};
    min-block-size: 24px;
    overflow-wrap: anywhere;
  }
  .part {
    display: grid;
    gap: ${space(2)};
  }
  .part-title {
    font-size: ${token('font-size-heading')};
    line-height: ${token('line-height-heading')};
    font-weight: ${token('font-weight-strong')};
  }
  .step {
    display: flex;
    align-items: center;
    gap: ${space(2)};
  }
  .step-text {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .step-form {
    display: grid;
    gap: ${space(3)};
  }
  .form-end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(2)} ${space(3)};
  }

  /* Logging and history */
  .composer {
    display: grid;
    gap: ${space(2)};
    margin-block-end: ${space(2)};
  }
  .kinds {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    justify-self: start;
    padding: 2px;
    border-radius: ${token('radius')};
    background: ${token('color-surface-sunken')};
  }
  .kind {
    display: inline-flex;
    position: relative;
    align-items: center;
    gap: 6px;
    min-block-size: 28px;
    padding-inline: ${space(2)};
    border: 1px solid transparent;
    border-radius: 6px;
    color: ${token('color-text-muted')};
    cursor: pointer;
  }
  .kind:hover {
    color: ${token('color-text')};
  }
  .kind:has(:checked) {
    border-color: ${token('color-border')};
    background: ${token('color-surface-raised')};
    color: ${token('color-text')};
  }
  .kind:has(:focus-visible) {
    outline: 2px solid ${token('color-accent-text')};
    outline-offset: 1px;
  }
  .story {
    display: grid;
  }
  .entry {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: ${space(3)};
    position: relative;
    padding-block-end: ${space(4)};
  }
  .entry:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: 22px 2px;
    inset-inline-start: 7.5px;
    border-inline-start: 1px solid ${token('color-border')};
  }
  .entry .mark {
    padding-block-start: 2px;
  }
  .entry-head {
    overflow-wrap: anywhere;
  }
  .entry-head time {
    white-space: nowrap;
  }
  .entry[data-kind='event'] .entry-head {
    color: ${token('color-text-muted')};
  }
  .unsent {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .internal {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    margin-inline-start: ${space(1)};
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
  }
  .internal .icon {
    inline-size: 14px;
    block-size: 14px;
  }
  .words {
    text-align: start;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .actions {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(2)};
    padding: ${space(3)} ${space(4)};
    border-block-start: 1px solid ${token('color-border')};
    background: ${token('color-surface')};
  }
  .actions portico-ui-menu {
    margin-inline-start: auto;
  }
  .head-line .actions {
    flex: 0 1 auto;
    flex-wrap: nowrap;
    padding: 0;
    border: 0;
  }
  .head-line .actions .button {
    min-inline-size: 0;
    white-space: normal;
    text-align: start;
  }
  @media (pointer: coarse) {
    .kind {
      min-block-size: 44px;
    }
    .ways a {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .kind:has(:checked) {
      border-color: Highlight;
      color: Highlight;
    }
  }
`;
