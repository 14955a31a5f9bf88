import {css} from 'lit';
import {space, tint, token} from '../../theme/tokens.ts';

/** The list of zones, their fields, and notes. */
export const zoneSideStyles = css`
  .body {
    container: zone-editor / inline-size;
    block-size: 100%;
  }
  h3 {
    font-weight: ${token('font-weight-strong')};
  }
  .list {
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius-small')};
    max-block-size: 220px;
    overflow-y: auto;
  }
  .list li + li {
    border-block-start: 1px solid ${token('color-border')};
  }
  .entry {
    display: flex;
    align-items: center;
    gap: ${space(2)};
    inline-size: 100%;
    min-block-size: ${token('control-height')};
    padding: ${space(1)} ${space(3)};
  }
  .entry[aria-pressed='true'] {
    background: ${tint('color-accent')};
    color: ${token('color-accent-text')};
  }
  .entry:focus-visible {
    outline-offset: -2px;
  }
  .entry .what {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .entry > .icon {
    color: ${token('color-danger')};
  }
  .list,
  .side h3 {
    margin-block-end: ${space(2)};
  }
  .whose {
    inline-size: 190px;
  }
  .small {
    font-size: ${token('font-size-small')};
  }
  .fields {
    display: grid;
    gap: ${space(3)};
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(130px, 100%), 1fr));
    gap: ${space(3)};
    align-items: start;
  }
  .four {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(72px, 1fr));
    gap: ${space(2)};
    align-items: start;
  }
  .with-menu {
    display: grid;
    justify-items: start;
  }
  .with-menu portico-ui-field {
    inline-size: 100%;
  }
  .colors {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(2)};
  }
  .colors legend {
    padding: 0;
    margin-block-end: ${space(1)};
    font-size: ${token('font-size-small')};
    font-weight: ${token('font-weight-strong')};
  }
  .color {
    display: inline-flex;
    align-items: center;
    gap: ${space(1)};
    font-size: ${token('font-size-small')};
  }
  .labelled {
    display: grid;
    gap: ${space(1)};
    font-size: ${token('font-size-small')};
    font-weight: ${token('font-weight-strong')};
  }
  input[type='color'] {
    inline-size: 32px;
    block-size: 28px;
    padding: 0;
    border: 1px solid ${token('color-border-strong')};
    border-radius: ${token('radius-small')};
    background: none;
  }
  summary {
    padding-block: ${space(2)};
    font-weight: ${token('font-weight-strong')};
    cursor: pointer;
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(2)};
    padding: ${space(3)};
    border-radius: ${token('radius-small')};
    background: ${tint('color-info')};
  }
  .note[data-tone='warning'] {
    background: ${tint('color-warning')};
    color: ${token('color-warning')};
  }
  .findings {
    display: grid;
    gap: ${space(1)};
  }
  .findings li {
    display: flex;
    gap: ${space(2)};
    color: ${token('color-warning')};
  }
  .findings li[data-tone='danger'] {
    color: ${token('color-danger')};
  }
  .findings span {
    color: ${token('color-text')};
  }
  .findings .icon {
    flex: none;
    margin-block: 2px;
  }
  .state {
    margin-inline-end: auto;
    align-self: center;
    color: ${token('color-text-muted')};
  }
  .state[data-tone='danger'] {
    color: ${token('color-danger')};
  }
`;
