import {css} from 'lit';
import {space, tint, token} from '../theme/tokens.ts';

/** The parts of an open deal that other open things do not have. */
export const dealDetailStyles = css`
  .deal-head {
    display: grid;
    justify-items: start;
    gap: ${space(1)};
  }
  .deal-head .tags > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .asked {
    border-color: ${token('color-warning')};
    background: ${tint('color-warning')};
  }
  .asked ul,
  .findings {
    padding-inline-start: ${space(4)};
    list-style: disc;
  }
  .request {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(2)} ${space(3)};
  }
  .request > .words {
    flex: 1 1 200px;
    min-inline-size: 0;
  }
  .answers {
    display: flex;
    gap: ${space(2)};
    margin-inline-start: auto;
  }
  .scroll > .part,
  .scroll-x {
    min-inline-size: 0;
  }
  .scroll-x {
    overflow-x: auto;
  }
  .lines {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .lines :is(th, td) {
    padding: ${space(1)} ${space(2)};
    border-block-end: 1px solid ${token('color-border')};
    text-align: end;
    white-space: nowrap;
  }
  .lines :is(th, td):first-child {
    padding-inline-start: 0;
    text-align: start;
    min-inline-size: 7em;
    white-space: normal;
    overflow-wrap: break-word;
  }
  .lines :is(th, td):last-child {
    padding-inline-end: 0;
  }
  .lines thead th {
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
    font-weight: 400;
  }
  .files {
    display: grid;
    gap: ${space(1)};
  }
  .file {
    display: flex;
    align-items: center;
    gap: ${space(2)};
    min-inline-size: 0;
  }
  .file > bdi {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .verdict {
    display: flex;
    align-items: flex-start;
    gap: ${space(1)};
  }
  .verdict[data-tone='success'] {
    color: ${token('color-success')};
  }
  .verdict[data-tone='danger'] {
    color: ${token('color-danger')};
  }
  .offers {
    display: grid;
    gap: ${space(2)};
    padding: ${space(3)} ${space(4)};
    border-block-end: 1px solid ${token('color-border')};
  }
  .line-form {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 1fr) minmax(0, 2fr) auto;
    align-items: end;
    gap: ${space(2)};
  }
  @container portico (max-width: 30em) {
    .line-form {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
    }
    .line-form > :first-child {
      grid-column: 1 / -1;
    }
  }
`;
