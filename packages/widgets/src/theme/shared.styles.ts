import {css} from 'lit';
import {space, token} from './tokens.ts';

/**
 * For the host element of a widget: the page's font, our own sizes, light or dark, and a query container.
 *
 * Inherited text properties are set with `!important` because a page's `* { letter-spacing: … }` beats a plain `:host`
 * rule; a page changes them by tokens instead. `theme` is read here: `light`, `dark` or `auto` (the visitor's setting);
 * without it the widget follows the `color-scheme` of the page around it. `density="compact"` makes rows 36 px.
 */
export const hostStyles = css`
  :host {
    display: block;
    container: portico / inline-size;
    contain-intrinsic-inline-size: 320px;
    color: ${token('color-text')};
    background: ${token('color-surface')};
    font-family: ${token('font-family')};
    font-size: ${token('font-size-body')} !important;
    font-style: normal !important;
    font-weight: 400 !important;
    line-height: ${token('line-height-body')} !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-transform: none !important;
    white-space: normal !important;
    /* Japanese lines end between phrases, Korean ones between words; it is nothing to other languages. */
    word-break: auto-phrase;
    cursor: auto;
    -webkit-tap-highlight-color: transparent;
  }
  :host(:lang(ko)) {
    word-break: keep-all;
    overflow-wrap: break-word;
  }
  :host([hidden]) {
    display: none !important;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='auto']) {
    color-scheme: light dark;
  }
  :host([density='compact']) {
    --portico-row-height: ${token('row-height-compact')};
    --portico-control-height: calc(32px * var(--portico-text-scale, 1));
  }
`;

/** For every shadow root: reset, focus ring, hidden text, icons, motion. */
export const sharedStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  /* Stored text is written in its own direction and cut at its own end, and stands where the page's lines begin. */
  :where([dir='auto']) {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    font-size: inherit;
    font-weight: inherit;
    list-style: none;
    /* The way back stands above what takes the focus; a page that is scrolled there shows both. */
    scroll-margin-block-start: 64px;
  }
  button,
  input,
  select,
  textarea {
    margin: 0;
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
  }
  /* The engine's own button colours fail contrast in some browsers. */
  button {
    padding: 0;
    border: 0;
    background: none;
    text-align: inherit;
    cursor: pointer;
    touch-action: manipulation;
  }
  a {
    color: ${token('color-accent-text')};
    text-underline-offset: 2px;
  }
  :focus-visible {
    outline: 2px solid ${token('color-focus')};
    outline-offset: 2px;
  }
  .icon {
    flex: none;
    display: block;
    inline-size: calc(16px * var(--portico-text-scale, 1));
    block-size: calc(16px * var(--portico-text-scale, 1));
  }
  .icon[width='20'] {
    inline-size: calc(20px * var(--portico-text-scale, 1));
    block-size: calc(20px * var(--portico-text-scale, 1));
  }
  .directed:dir(rtl) {
    scale: -1 1;
  }
  .visually-hidden {
    position: absolute !important;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .muted {
    color: ${token('color-text-muted')};
  }
  .figures {
    font-variant-numeric: tabular-nums;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after,
    ::backdrop {
      animation: none !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
`;

/**
 * For native `<button class="button">` and `<a class="button">` in any shadow root.
 * `data-variant`: `primary`, `secondary` (the default), `quiet` or `danger`. `data-icon-only` makes it square.
 */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: ${space(2)};
    position: relative;
    min-block-size: ${token('control-height')};
    min-inline-size: ${token('control-height')};
    padding: 5px ${space(3)};
    border: 1px solid color-mix(in oklab, ${token('color-border-strong')} 40%, ${token('color-border')});
    border-radius: ${token('radius-small')};
    background: ${token('color-surface-raised')};
    color: ${token('color-text')};
    font-size: ${token('font-size-body')};
    font-weight: ${token('font-weight-strong')};
    line-height: ${token('line-height-body')};
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition: background-color ${token('duration-short')} ${token('easing')};
  }
  .button:hover {
    background: ${token('color-surface-sunken')};
  }
  .button[data-variant='primary'] {
    border-color: transparent;
    background: ${token('color-accent')};
    color: ${token('color-on-accent')};
  }
  .button[data-variant='danger'] {
    border-color: transparent;
    background: ${token('color-danger')};
    color: ${token('color-on-danger')};
  }
  .button[data-variant='primary']:hover {
    background: ${token('color-accent-hover')};
  }
  .button[data-variant='danger']:hover {
    background: color-mix(in oklab, ${token('color-danger')} 85%, ${token('color-text')});
  }
  .button[data-variant='quiet'] {
    border-color: transparent;
    background: none;
    color: ${token('color-accent-text')};
  }
  .button[data-variant='quiet']:hover {
    background: ${token('color-surface-sunken')};
  }
  .button[data-icon-only] {
    padding: 5px;
    color: ${token('color-text-muted')};
  }
  .button:is(:disabled, [aria-disabled='true']) {
    cursor: not-allowed;
  }
  .button:disabled {
    border-color: ${token('color-border')};
    background: ${token('color-surface-sunken')};
    color: ${token('color-text-muted')};
  }
  @media (pointer: coarse) {
    .button {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .button,
    .button[data-variant] {
      border-color: ButtonBorder;
    }
    .button:is([data-variant='primary'], [data-variant='danger']):not(:disabled) {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    .button:disabled {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
