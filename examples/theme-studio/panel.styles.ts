import {css} from 'lit';

export const panelStyles = css`
  .side section {
    display: grid;
    gap: 12px;
    padding: 16px 20px;
  }
  .side section + section {
    border-block-start: 1px solid var(--line);
  }
  .presets {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: 6px;
  }
  .presets button {
    display: grid;
    justify-items: start;
    gap: 4px;
    inline-size: 100%;
    padding: 8px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: none;
    font-size: 13px;
    text-align: start;
    cursor: pointer;
  }
  .presets button:hover {
    border-color: var(--edge);
  }
  .presets button[aria-pressed='true'] {
    border-color: var(--ink);
    box-shadow: inset 0 0 0 1px var(--ink);
  }
  .chips {
    display: block;
    overflow: visible;
  }
  .chips circle {
    stroke: var(--sheet);
    stroke-width: 1.5;
    filter: drop-shadow(0 0 0.6px var(--edge));
    forced-color-adjust: none;
  }
  .drop {
    display: grid;
    place-items: center;
    gap: 2px;
    min-block-size: 88px;
    padding: 12px;
    border: 1px dashed var(--edge);
    border-radius: 8px;
    text-align: center;
    cursor: pointer;
  }
  .drop b {
    font-weight: 600;
  }
  .drop:hover,
  .drop[data-over] {
    background: var(--pressed);
  }
  .drop:focus-within {
    outline: 2px solid var(--ink);
    outline-offset: 2px;
  }
  .drop img {
    max-inline-size: 100%;
    max-block-size: 64px;
    /* Logos are made for paper. */
    padding: 8px;
    border-radius: 6px;
    background: #fff;
  }
  .found,
  .row {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }
  .found div {
    display: flex;
    gap: 4px;
  }
  .swatch {
    padding: 6px;
    border: 1px solid transparent;
    border-radius: 8px;
    background: none;
    cursor: pointer;
  }
  .swatch:hover {
    background: var(--pressed);
  }
  .swatch[aria-pressed='true'] {
    border-color: var(--ink);
  }
  .link {
    min-block-size: 24px;
    padding: 2px 4px;
    border: 0;
    background: none;
    color: var(--quiet);
    font-size: 13px;
    text-decoration: underline;
    text-underline-offset: 2px;
    cursor: pointer;
  }
  .color {
    display: grid;
    grid-template-columns: 36px minmax(0, 1fr) auto;
    align-items: start;
    gap: 4px 10px;
  }
  .well {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    margin-block-start: 24px;
    border: 1px solid var(--edge);
    border-radius: 6px;
    overflow: hidden;
    cursor: pointer;
  }
  .well input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .well:focus-within {
    outline: 2px solid var(--ink);
    outline-offset: 2px;
  }
  .none {
    inline-size: 20px;
    border-block-start: 2px solid light-dark(#b3261e, #ff9a90);
    rotate: -45deg;
  }
  .color .link {
    margin-block-start: 30px;
  }
  .field {
    display: grid;
    gap: 4px;
    min-inline-size: 0;
  }
  .name {
    font-weight: 500;
  }
  output {
    float: inline-end;
    color: var(--quiet);
    font-variant-numeric: tabular-nums;
    font-weight: 400;
  }
  .field :is(input[type='text'], select) {
    inline-size: 100%;
    min-block-size: 36px;
    padding: 5px 10px;
    border: 1px solid var(--edge);
    border-radius: 6px;
    background: var(--sheet);
    text-overflow: ellipsis;
  }
  .field [aria-invalid] {
    border-color: light-dark(#b3261e, #ff9a90);
  }
  input[type='range'] {
    inline-size: 100%;
    margin: 4px 0;
    accent-color: var(--ink);
  }
`;
