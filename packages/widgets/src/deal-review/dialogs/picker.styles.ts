import {css} from 'lit';
import {space, tint, token} from '../../theme/tokens.ts';

export const pickerStyles = css`
  :host {
    display: grid;
    gap: ${space(2)};
  }
  fieldset {
    block-size: 220px;
    max-block-size: 36dvh;
    min-inline-size: 0;
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius')};
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .option {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) auto;
    gap: 0 ${space(2)};
    align-items: center;
    min-block-size: 36px;
    padding: ${space(1)} ${space(3)};
    cursor: pointer;
  }
  .option + .option {
    border-block-start: 1px solid ${token('color-border')};
  }
  .option:hover {
    background: ${token('color-surface-sunken')};
  }
  .option:has(:checked) {
    background: ${tint('color-accent')};
  }
  .option:has(:focus-visible) {
    outline: 2px solid ${token('color-accent-text')};
    outline-offset: -2px;
  }
  input {
    inline-size: 16px;
    block-size: 16px;
    accent-color: ${token('color-accent')};
    outline: none;
  }
  .name {
    overflow-wrap: anywhere;
  }
  .about {
    font-size: ${token('font-size-small')};
    text-align: end;
  }
  .none {
    padding: ${space(4)};
    text-align: center;
  }
  .none:not(:has(*)):empty,
  .problem:empty {
    display: none;
  }
  .problem {
    color: ${token('color-danger')};
    font-size: ${token('font-size-small')};
  }
  @media (pointer: coarse) {
    .option {
      min-block-size: 44px;
    }
  }
`;
