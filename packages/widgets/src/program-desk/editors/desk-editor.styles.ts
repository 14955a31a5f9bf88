import {css} from 'lit';
import {space, tint, token} from '../../theme/tokens.ts';

/** The dialogs in which the programme is changed. */
export const editorStyles = css`
  :host {
    display: contents;
  }
  .form,
  .group,
  .list {
    display: grid;
    gap: ${space(3)};
    min-inline-size: 0;
  }
  .form {
    gap: ${space(4)};
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 10em), 1fr));
    align-items: start;
    gap: ${space(3)};
  }
  fieldset {
    display: grid;
    gap: ${space(2)};
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend,
  .heading {
    padding: 0;
    font-weight: ${token('font-weight-strong')};
  }
  legend {
    margin-block-end: ${space(1)};
  }
  .checks {
    display: flex;
    flex-wrap: wrap;
    gap: ${space(1)} ${space(4)};
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: ${space(2)};
  }
  details {
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius-small')};
  }
  summary {
    padding: ${space(2)} ${space(3)};
    min-block-size: 24px;
    font-weight: ${token('font-weight-strong')};
    cursor: pointer;
  }
  summary .muted {
    font-weight: 400;
  }
  details > .group {
    padding: ${space(1)} ${space(3)} ${space(3)};
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: ${space(1)} ${space(3)};
    padding: ${space(2)} ${space(3)};
    border-radius: ${token('radius-small')};
    background: ${tint('color-info')};
  }
  .note[data-tone='danger'] {
    background: ${tint('color-danger')};
    color: ${token('color-danger')};
  }
  .note[data-tone='warning'] {
    background: ${tint('color-warning')};
  }
  .said {
    padding: ${space(3)};
    border-radius: ${token('radius-small')};
    background: ${token('color-surface-sunken')};
  }
  .small {
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
  }
  .wrong {
    color: ${token('color-danger')};
  }
  .link {
    min-block-size: 24px;
    color: ${token('color-accent-text')};
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  /* A brand's colour is readable on surfaces, not on every tint of another. */
  .note .link {
    color: inherit;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  :is(th, td) {
    padding: ${space(1)} ${space(2)};
    border-block-end: 1px solid ${token('color-border')};
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
  }
  thead th {
    color: ${token('color-text-muted')};
  }
  @media (forced-colors: active) {
    .note,
    .said {
      border: 1px solid;
    }
  }
`;
