import {css} from 'lit';
import {space, token} from '../../theme/tokens.ts';

/** Fields and picture side by side, or one above the other where it is narrow. */
export const cobrandStyles = css`
  .split {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 19em), 1fr));
    align-items: start;
    gap: ${space(4)};
  }
  .split > .picture {
    position: sticky;
    inset-block-start: 0;
  }
  .zone {
    display: grid;
    gap: ${space(1)};
  }
  .label {
    font-weight: ${token('font-weight-strong')};
  }
  .strong {
    font-weight: ${token('font-weight-strong')};
  }
  .logo {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(3)};
    padding: ${space(3)};
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius-small')};
  }
  .logo img {
    max-inline-size: 160px;
    max-block-size: 56px;
    padding: ${space(1)};
    border-radius: ${token('radius-small')};
    object-fit: contain;
    /* Paper, on which most logos are made to stand, in the dark too. */
    background: #fff;
  }
  .logo .button:has(:focus-visible) {
    outline: 2px solid ${token('color-accent-text')};
    outline-offset: 2px;
  }
  .colors {
    display: flex;
    flex-wrap: wrap;
    gap: ${space(1)} ${space(3)};
  }
  .colors legend {
    padding: 0;
  }
  .color {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 24px;
  }
  .swatch {
    inline-size: 16px;
    block-size: 16px;
    forced-color-adjust: none;
  }
  .finding {
    display: flex;
    gap: 6px;
    font-size: ${token('font-size-small')};
    line-height: ${token('line-height-small')};
    color: ${token('color-warning')};
  }
  .finding[data-tone='danger'] {
    color: ${token('color-danger')};
  }
  .finding .icon {
    margin-block-start: 2px;
  }
  .picture {
    display: grid;
    justify-items: center;
    gap: ${space(1)};
    padding: ${space(3)};
    border-radius: ${token('radius')};
    background: ${token('color-surface-sunken')};
  }
  .sheet {
    inline-size: 100%;
    block-size: auto;
    max-block-size: 60dvh;
    object-fit: contain;
    transition: opacity ${token('duration-short')} ${token('easing')};
  }
  .picture[aria-busy='true'] .sheet {
    opacity: 0.7;
  }
  .frame,
  .blank {
    inline-size: 100%;
    block-size: 420px;
    border: 0;
    background: #fff;
  }
  .blank {
    background: none;
  }
  .pages {
    display: flex;
    align-items: center;
    gap: ${space(2)};
    min-block-size: ${token('control-height')};
  }
  .button.next .icon {
    rotate: 180deg;
  }
  .entry .acts {
    display: flex;
    flex-wrap: wrap;
    gap: ${space(1)};
    margin-inline-start: auto;
  }
  .entry .acts .button {
    margin: 0;
  }
`;
