import {css} from 'lit';

/** The studio is the frame of somebody else's colours: it has none of its own. */
export const studioStyles = css`
  :host {
    --ground: light-dark(#f4f5f7, #0e1014);
    --sheet: light-dark(#ffffff, #16191e);
    --ink: light-dark(#171b22, #eceef1);
    --quiet: light-dark(#565e6b, #a5adb9);
    --line: light-dark(#e1e4e9, #2c323a);
    --edge: light-dark(#868d99, #767f8c);
    --pressed: light-dark(#eceef2, #262b33);
    --portico-color-accent: light-dark(#171b22, #eceef1);
    --portico-color-accent-hover: light-dark(#343a46, #ffffff);
    --portico-color-on-accent: light-dark(#ffffff, #0d1016);
    --portico-font-weight-strong: 600;
    background: var(--ground);
    color: var(--ink);
    font-size: 14px;
    line-height: 20px;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  p,
  ul,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    list-style: none;
  }
  h1 {
    font-size: 20px;
    line-height: 28px;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  h2 {
    font-size: 14px;
    font-weight: 600;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--ink);
    outline-offset: 2px;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .hint {
    color: var(--quiet);
    font-size: 13px;
  }
  .problem {
    color: light-dark(#b3261e, #ff9a90);
    font-size: 13px;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 24px;
    padding: 16px 24px;
    border-block-end: 1px solid var(--line);
    background: var(--sheet);
  }
  .top p {
    color: var(--quiet);
  }
  .top a {
    padding: 7px 14px;
    border-radius: 6px;
    background: var(--ink);
    color: var(--sheet);
    font-weight: 600;
    text-decoration: none;
  }
  .columns {
    display: grid;
    grid-template-columns: 312px minmax(0, 1fr);
    align-items: start;
  }
  .side {
    position: sticky;
    inset-block-start: 0;
    max-block-size: 100dvh;
    overflow: auto;
    border-inline-end: 1px solid var(--line);
    background: var(--sheet);
    min-block-size: calc(100dvh - 81px);
  }
  .main {
    display: grid;
    gap: 24px;
    min-inline-size: 0;
    padding: 16px 24px 32px;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-block-end: 12px;
  }
  .switches {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-inline-start: auto;
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    margin-inline-start: -8px;
  }
  nav button {
    padding: 5px 8px;
    border: 0;
    border-radius: 6px;
    background: none;
    color: var(--quiet);
    cursor: pointer;
  }
  nav button:hover {
    background: var(--pressed);
  }
  nav button[aria-current] {
    background: var(--pressed);
    color: var(--ink);
    font-weight: 600;
  }
  .pick {
    display: none;
  }
  .pick select {
    min-block-size: 36px;
    padding-inline: 8px;
    border: 1px solid var(--edge);
    border-radius: 6px;
    background: var(--sheet);
  }
  .segments {
    display: inline-flex;
    padding: 2px;
    border-radius: 8px;
    background: var(--pressed);
  }
  .segments label {
    position: relative;
    cursor: pointer;
  }
  .segments input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .segments span {
    display: block;
    padding: 3px 10px;
    border: 1px solid transparent;
    border-radius: 6px;
    color: var(--quiet);
  }
  .segments input:checked + span {
    border-color: var(--line);
    background: var(--sheet);
    color: var(--ink);
    box-shadow: 0 1px 2px light-dark(#1018281a, #0006);
  }
  .segments input:focus-visible + span {
    outline: 2px solid var(--ink);
    outline-offset: 1px;
  }
  .panes {
    display: grid;
    gap: 16px;
    justify-content: center;
    grid-template-columns: minmax(0, 1fr);
  }
  .panes[data-count='2'] {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .panes[data-width='tablet'] {
    grid-template-columns: repeat(auto-fit, minmax(0, 720px));
  }
  .panes[data-width='phone'] {
    grid-template-columns: repeat(auto-fit, minmax(0, 376px));
  }
  @media (width < 1500px) {
    nav {
      display: none;
    }
    .pick {
      display: block;
    }
  }
  @media (width < 860px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .side {
      position: static;
      max-block-size: none;
      min-block-size: 0;
      border-inline-end: 0;
      border-block-end: 1px solid var(--line);
    }
    .top,
    .main {
      padding-inline: 16px;
    }
    .panes[data-count='2'] {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    .segments input:checked + span,
    nav button[aria-current] {
      border: 1px solid Highlight;
    }
  }
`;
