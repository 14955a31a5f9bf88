import {css} from 'lit';
import {space, tint, token} from '../../theme/tokens.ts';

/** What is open: its head, its versions, two of them beside each other, and who holds them. */
export const detailStyles = css`
  :host {
    display: block;
    container: desk-detail / inline-size;
  }
  .bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: ${space(1)};
    min-block-size: 44px;
    padding-block: 6px;
    padding-inline: ${space(4)} ${space(2)};
    border-block-end: 1px solid ${token('color-border')};
    background: ${token('color-surface')};
  }
  .actions {
    display: flex;
    flex: 1 1 0;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(2)};
    order: -1;
    min-inline-size: 0;
  }
  .back {
    display: none;
  }
  .leave {
    margin-inline-start: auto;
  }
  /* Of the marks of Arabic, these turn with what is said. */
  q:lang(ar) {
    quotes: '«' '»';
  }
  .pad {
    padding: ${space(4)};
  }
  .top,
  section {
    padding: ${space(4)};
  }
  .top {
    display: grid;
    gap: ${space(2)};
  }
  section + section,
  .top + section {
    padding-block-start: 0;
  }
  h3 {
    font-size: ${token('font-size-title')};
    line-height: ${token('line-height-title')};
    font-weight: ${token('font-weight-strong')};
    overflow-wrap: anywhere;
  }
  h3:focus-visible {
    outline: none;
  }
  h4 {
    margin-block-end: ${space(2)};
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
  }
  strong {
    font-weight: ${token('font-weight-strong')};
  }
  q {
    display: block;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(1)} ${space(3)};
    color: ${token('color-text-muted')};
  }
  .tags strong {
    color: ${token('color-text')};
  }
  .tags bdi {
    overflow-wrap: anywhere;
  }
  .attention {
    display: flex;
    gap: ${space(2)};
    color: ${token('color-warning')};
  }
  .attention .icon {
    margin-block: 2px;
  }
  .facts {
    display: grid;
    gap: ${space(1)};
  }
  .facts div {
    display: grid;
    grid-template-columns: minmax(96px, 30%) minmax(0, 1fr);
    gap: ${space(3)};
  }
  dt {
    color: ${token('color-text-muted')};
  }
  dd,
  .need {
    margin-block-end: ${space(2)};
    white-space: pre-line;
  }
  .small {
    font-size: ${token('font-size-small')};
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding-block: ${space(1)};
    padding-inline: 0 ${space(3)};
    border-block-end: 1px solid ${token('color-border')};
    text-align: start;
    font-weight: 400;
    white-space: nowrap;
  }
  th {
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
  }
  @container portico (max-width: 61.4em) {
    .back {
      display: inline-flex;
      margin-inline-start: calc(${space(1)} * -1);
    }
    .leave {
      display: none;
    }
    .actions {
      order: 0;
      flex-basis: 100%;
    }
    .bar {
      padding-inline: ${space(2)};
    }
  }
  .top {
    grid-template-columns: minmax(0, 1fr) auto;
  }
  .top > :not(.title, .cover) {
    grid-column: 1 / -1;
  }
  .title {
    display: grid;
    align-content: start;
    gap: ${space(2)};
    min-inline-size: 0;
  }
  .title > p {
    overflow-wrap: anywhere;
  }
  .cover {
    inline-size: 96px;
    block-size: auto;
    max-block-size: 140px;
    object-fit: contain;
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius-small')};
  }
  .bad {
    display: flex;
    gap: ${space(2)};
    color: ${token('color-danger')};
    overflow-wrap: anywhere;
  }
  .bad .icon,
  .attention .icon {
    flex: none;
    margin-block: 2px;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(1)} ${space(2)};
  }
  .line h4 {
    margin: 0;
  }
  .push {
    margin-inline-start: auto;
  }
  .tools {
    display: flex;
    align-items: center;
    margin-inline-start: auto;
  }
  .versions,
  .holders {
    display: grid;
  }
  .versions li,
  .holders li {
    padding-block: ${space(2)};
    border-block-end: 1px solid ${token('color-border')};
  }
  .versions .small {
    overflow-wrap: anywhere;
  }
  .holders li {
    display: grid;
    grid-template-columns: minmax(0, 1.4fr) minmax(0, 1fr) auto minmax(0, 0.8fr);
    align-items: center;
    gap: ${space(1)} ${space(3)};
  }
  .holders li > span {
    overflow-wrap: anywhere;
  }
  .person {
    display: block;
  }
  .holders li > :last-child {
    text-align: end;
  }
  .filter[aria-pressed='true'] {
    border-color: ${token('color-accent-text')};
    background: ${tint('color-accent')};
    color: ${token('color-accent-text')};
  }
  .said {
    display: grid;
    gap: ${space(1)};
    margin-block-end: ${space(2)};
  }
  .said li {
    overflow-wrap: anywhere;
  }
  .long {
    max-block-size: 160px;
    overflow-y: auto;
    white-space: pre-line;
  }
  @container desk-detail (max-width: 34em) {
    .holders li {
      grid-template-columns: minmax(0, 1fr) auto;
    }
  }
  @media (forced-colors: active) {
    .filter[aria-pressed='true'] {
      border: 2px solid Highlight;
      color: Highlight;
    }
  }
`;
