import {css} from 'lit';
import {space, tint, token} from '../../theme/tokens.ts';

/** Two sides in two columns, their rows beside each other; on a narrow screen one above the other. */
export const similarStyles = css`
  .pair-choice {
    display: block;
    max-inline-size: 100%;
    margin-block-end: ${space(2)};
  }
  .certainty {
    display: flex;
    flex-wrap: wrap;
    gap: 0 ${space(2)};
  }
  .certainty[data-certainty='certain'] strong {
    color: ${token('color-danger')};
  }
  .certainty[data-certainty='likely'] strong {
    color: ${token('color-warning')};
  }
  .sides {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${space(3)};
    margin-block: ${space(2)};
  }
  .side {
    min-inline-size: 0;
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius')};
    overflow: hidden;
  }
  h5 {
    margin: 0;
    padding: ${space(2)} ${space(3)} 0;
    font-size: inherit;
    font-weight: ${token('font-weight-strong')};
    overflow-wrap: anywhere;
  }
  h5 .number {
    white-space: nowrap;
  }
  .side-status {
    padding: ${space(1)} ${space(3)} ${space(2)};
  }
  .side dl > div {
    padding: ${space(1)} ${space(3)};
    border-block-start: 1px solid ${token('color-border')};
  }
  .side dt {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    column-gap: ${space(2)};
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
  }
  .side [data-match] {
    background: ${tint('color-warning')};
    box-shadow: inset 3px 0 0 ${token('color-warning')};
  }
  .side [data-match]:dir(rtl) {
    box-shadow: inset -3px 0 0 ${token('color-warning')};
  }
  .match {
    display: inline-flex;
    align-items: center;
    gap: ${space(1)};
    color: ${token('color-warning')};
    font-weight: ${token('font-weight-strong')};
  }
  @container review-detail (min-width: 27em) {
    .sides {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0 ${space(2)};
    }
    .side {
      display: grid;
      grid-row: 1 / span 12;
      grid-template-rows: subgrid;
    }
    .side dl {
      display: grid;
      grid-row: 3 / -1;
      grid-template-rows: subgrid;
    }
  }
  @media (forced-colors: active) {
    .side [data-match] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
