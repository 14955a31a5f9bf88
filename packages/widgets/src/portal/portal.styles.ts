import {css} from 'lit';

/** The portal draws nothing of its own but notices. */
export const portalStyles = css`
  :host {
    display: contents;
    color-scheme: var(--portico-color-scheme);
  }
  :host([hidden]) {
    display: none;
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
  p {
    position: fixed;
    inset: auto 16px 16px;
    margin: 0;
    padding: 12px 16px;
    border: 1px solid;
    background: Canvas;
    color: CanvasText;
    font: 14px/20px system-ui;
  }
`;
