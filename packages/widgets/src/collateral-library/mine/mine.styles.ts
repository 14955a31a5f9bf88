import {css} from 'lit';
import {space, tint, token} from '../../theme/tokens.ts';

/** Lists of what was made, the form of an embed and its snippet. */
export const mineStyles = css`
  .body {
    display: grid;
    gap: ${space(3)};
    min-block-size: 18em;
    align-content: start;
    padding-block-start: ${space(3)};
  }
  .mine {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .mine:not(.found) > .entry:first-child {
    border-block-start: 0;
  }
  .found {
    max-block-size: 13em;
    overflow: auto;
  }
  .picker {
    display: grid;
    gap: ${space(2)};
  }
  .strong {
    font-weight: ${token('font-weight-strong')};
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: ${space(1)};
    margin-inline-start: auto;
  }
  .entry .acts .button {
    margin: 0;
  }
  .note {
    align-items: center;
    flex-wrap: wrap;
  }
  .note .grow {
    flex: 1 1 12em;
  }
  .note.old,
  .warn {
    color: ${token('color-text')};
  }
  .note.old {
    background: ${tint('color-warning')};
  }
  .warn {
    font-weight: ${token('font-weight-strong')};
  }
  .snippet {
    margin: 0;
    padding: ${space(3)};
    overflow: auto;
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius-small')};
    background: ${tint('color-info')};
    font: 13px/20px ui-monospace, monospace;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
