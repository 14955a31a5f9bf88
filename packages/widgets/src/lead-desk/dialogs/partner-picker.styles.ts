import {css} from 'lit';
import {space, tint, token} from '../../theme/tokens.ts';

export const partnerPickerStyles = css`
  :host {
    display: grid;
    gap: ${space(2)};
  }
  fieldset {
    block-size: 264px;
    max-block-size: 40dvh;
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
    min-block-size: ${token('row-height')};
    padding: ${space(2)} ${space(3)};
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
    margin: 0;
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
  .fits,
  .fails {
    grid-column: 2 / -1;
    display: flex;
    gap: ${space(1)};
    font-size: ${token('font-size-small')};
  }
  .fits {
    color: ${token('color-success')};
  }
  .fails {
    color: ${token('color-warning')};
  }
  .icon {
    margin-block: 2px;
  }
  .none {
    padding: ${space(4)};
    text-align: center;
  }
  .none:not(:has(*)):empty {
    display: none;
  }
  .none:has(.visually-hidden) {
    padding: 0;
  }
`;
