import {css} from 'lit';
import {space, tint, token} from '../theme/tokens.ts';

/** The frame and the first step. */
export const dealRegistrationStyles = css`
  :host {
    min-inline-size: 0;
  }
  .root {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${space(4)};
    max-inline-size: calc(720px * var(--portico-text-scale, 1));
    padding: ${space(4)};
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: ${space(1)} ${space(3)};
  }
  h2 {
    font-size: ${token('font-size-title')};
    line-height: ${token('line-height-title')};
    font-weight: ${token('font-weight-strong')};
  }
  .save {
    display: flex;
    align-items: center;
    gap: ${space(1)};
    min-block-size: ${token('line-height-small')};
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
  }
  @container portico (max-width: 30em) {
    .save {
      flex-basis: 100%;
    }
  }
  .trouble {
    display: inline-flex;
    align-items: center;
    gap: ${space(1)};
    color: ${token('color-warning')};
  }
  /* As high as the first step of a form that asks for no more than it has to. */
  .pending {
    display: block;
    min-block-size: 904px;
  }
  .step {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: ${space(4)};
  }
  .step-title {
    font-size: ${token('font-size-heading')};
    line-height: ${token('line-height-heading')};
    font-weight: ${token('font-weight-strong')};
  }
  .step-title:focus {
    outline: none;
  }
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
    gap: ${space(4)};
  }
  .group {
    margin-block-start: ${space(1)};
    font-weight: ${token('font-weight-strong')};
  }
  /* Container sizes are in em, so that larger text has the layout of a smaller screen. */
  @container portico (min-width: 36em) {
    .pending {
      min-block-size: 608px;
    }
    .fields {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .wide,
    .group {
      grid-column: 1 / -1;
    }
    .claimed {
      display: grid;
      grid-template-columns: subgrid;
      column-gap: ${space(4)};
    }
    .claimed .claim {
      margin-block-start: ${token('line-height-small')};
    }
  }
  /* Room for the answer and for the domain, so that nothing moves when they come. */
  .claim {
    min-block-size: calc(2 * ${token('line-height-small')} + ${space(1)});
    margin-block-start: ${space(1)};
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
    overflow-wrap: anywhere;
  }
  details summary {
    inline-size: fit-content;
    padding-block: ${space(1)};
    color: ${token('color-accent-text')};
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
    cursor: pointer;
  }
  .more[open] summary {
    margin-block-end: ${space(3)};
  }
  .why p {
    color: ${token('color-text-muted')};
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: ${space(2)};
  }
  .actions .back {
    margin-inline: calc(-1 * ${space(3)}) auto;
  }
  .note {
    display: flex;
    align-items: start;
    gap: ${space(2)};
    padding: ${space(2)} ${space(3)};
    border-radius: ${token('radius-small')};
    background: ${tint('color-info')};
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
  }
  .note .icon {
    margin-block-start: 2px;
  }
  .note > span {
    flex: 1;
    min-inline-size: 0;
  }
  .note .button {
    min-block-size: ${token('line-height-small')};
    padding-block: 0;
    font-size: inherit;
    line-height: inherit;
  }
`;
