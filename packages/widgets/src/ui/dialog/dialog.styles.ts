import {css} from 'lit';
import {space, token} from '../../theme/tokens.ts';

export const dialogStyles = css`
  :host {
    display: contents;
  }
  dialog {
    inline-size: min(480px, 100% - 32px);
    max-block-size: min(720px, 100dvh - 32px);
    margin: auto;
    padding: 0;
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius')};
    background: ${token('color-surface-raised')};
    color: ${token('color-text')};
    box-shadow: ${token('shadow')};
    overflow: hidden;
    overscroll-behavior: contain;
    opacity: 0;
    translate: 0 8px;
    transition:
      opacity ${token('duration')} ${token('easing')},
      translate ${token('duration')} ${token('easing')},
      overlay ${token('duration')} allow-discrete,
      display ${token('duration')} allow-discrete;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
    opacity: 1;
    translate: 0;
  }
  @starting-style {
    dialog[open] {
      opacity: 0;
      translate: 0 8px;
    }
  }
  dialog[data-size='wide'] {
    inline-size: min(760px, 100% - 32px);
  }
  dialog[data-size='full'] {
    inline-size: min(1440px, 100% - 32px);
    block-size: calc(100dvh - 32px);
    max-block-size: none;
  }
  ::backdrop {
    background: ${token('color-scrim')};
  }
  header {
    display: flex;
    align-items: flex-start;
    gap: ${space(2)};
    padding-block: ${space(4)} ${space(2)};
    padding-inline: ${space(6)} ${space(4)};
  }
  h2 {
    flex: 1;
    min-inline-size: 0;
    padding-block: 4px;
    font-size: ${token('font-size-title')};
    line-height: ${token('line-height-title')};
    font-weight: ${token('font-weight-strong')};
    overflow-wrap: anywhere;
  }
  h2:focus-visible {
    outline: none;
  }
  .body {
    flex: 1 1 auto;
    min-block-size: 0;
    padding: ${space(1)} ${space(6)} ${space(6)};
    overflow-y: auto;
  }
  .body:focus-visible {
    outline-offset: -2px;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: ${space(2)};
    padding: ${space(3)} ${space(6)};
    border-block-start: 1px solid ${token('color-border')};
  }
  footer[data-empty] {
    display: none;
  }
  /* Narrow: a sheet from the lower edge, in reach of the thumb. Of the window, not of the widget: a dialog is above both. */
  @media (max-width: 520px) {
    dialog,
    dialog[data-size] {
      inline-size: 100%;
      max-inline-size: 100%;
      max-block-size: calc(100dvh - 24px);
      margin-block-end: 0;
      border-width: 1px 0 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
    header {
      padding-inline-start: ${space(4)};
    }
    .body,
    footer {
      padding-inline: ${space(4)};
    }
    footer ::slotted(*) {
      flex: 1 1 auto;
    }
  }
`;
