import {css} from 'lit';
import {space, tint, token} from '../theme/tokens.ts';

/** The way between levels: a head, what a level asks for, and what it brings beside it. */
export const tierProgressStyles = css`
  .head {
    display: grid;
    gap: 0;
    padding: ${space(4)} ${space(4)} ${space(2)};
  }
  /* As high as the way to a level usually is, and what can be tried of it. */
  .bones {
    display: block;
    min-block-size: 712px;
    padding: ${space(4)};
  }
  .side portico-ui-skeleton {
    display: block;
    min-block-size: 314px;
  }
  .notice {
    display: flex;
    align-items: flex-start;
    gap: ${space(2)};
    margin-block-start: ${space(2)};
    padding: ${space(2)} ${space(3)};
    border-radius: ${token('radius-small')};
    background: ${tint('color-info')};
  }
  .notice .icon {
    margin-block-start: 2px;
  }
  .notice[data-tone='warning'] {
    background: ${tint('color-warning')};
    color: ${token('color-warning')};
  }
  .columns {
    display: grid;
    gap: ${space(6)};
    padding: ${space(4)};
  }
  @container portico (min-width: 51.4em) {
    .columns {
      grid-template-columns: minmax(0, 6fr) minmax(0, 5fr);
      align-items: start;
    }
  }
  .side,
  .part {
    display: grid;
    gap: ${space(2)};
    min-inline-size: 0;
  }
  .side {
    gap: ${space(6)};
  }
  .card {
    padding: ${space(4)};
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-raised')};
  }
  .met {
    display: inline-flex;
    align-items: baseline;
    gap: 4px;
    color: ${token('color-success')};
  }
  .criterion {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: baseline;
    gap: 0 ${space(3)};
    padding-block: ${space(3)};
    border-block-start: 1px solid ${token('color-border')};
  }
  .criterion:first-child {
    border: 0;
  }
  .tags {
    display: inline-flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0 ${space(2)};
  }
  .tag {
    padding-inline: ${space(2)};
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius-small')};
  }
  progress {
    grid-column: 1 / -1;
  }
  .gap {
    display: inline-flex;
    align-items: baseline;
    gap: 4px;
    justify-self: end;
    font-weight: ${token('font-weight-strong')};
    text-align: end;
  }
  :is(.gap, .met) .icon {
    align-self: center;
  }
  .gap[data-met] {
    color: ${token('color-success')};
  }
  .added {
    color: ${token('color-success')};
  }
  .when {
    grid-column: 1 / -1;
  }
  .benefits {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .benefits th,
  .benefits td {
    padding: ${space(2)} ${space(2)};
    border-block-end: 1px solid ${token('color-border')};
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
    overflow-wrap: anywhere;
  }
  .benefits thead th {
    font-weight: ${token('font-weight-strong')};
  }
  .benefits :is(th, td):first-child {
    padding-inline-start: 0;
    color: ${token('color-text-muted')};
  }
  .benefits td[data-better] {
    font-weight: ${token('font-weight-strong')};
  }
`;
