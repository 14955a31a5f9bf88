import {css} from 'lit';
import {space, tint, token} from './tokens.ts';

/** The composer of notes on a vendor's desk: one frame around the words and what is chosen about them. */
export const deskNoteStyles = css`
  :host {
    display: block;
  }
  .note {
    border: 1px solid ${token('color-border-strong')};
    border-radius: ${token('radius')};
    background: ${token('color-surface')};
    padding: ${space(2)};
  }
  .note:focus-within {
    border-color: ${token('color-accent-text')};
  }
  .note[data-internal] {
    border-style: dashed;
    background: ${tint('color-warning')};
  }
  textarea {
    unicode-bidi: plaintext;
    display: block;
    inline-size: 100%;
    padding: ${space(1)};
    border: 0;
    background: none;
    resize: vertical;
  }
  textarea::placeholder {
    color: ${token('color-text-muted')};
    opacity: 1;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${space(2)};
    margin-block-start: ${space(1)};
  }
  .segments {
    display: flex;
    min-inline-size: 0;
    border: 1px solid ${token('color-border-strong')};
    border-radius: ${token('radius-small')};
    overflow: hidden;
  }
  .segment {
    min-inline-size: 0;
    cursor: pointer;
  }
  .segment input {
    position: absolute;
    opacity: 0;
    pointer-events: none;
  }
  .segment > span {
    display: flex;
    align-items: center;
    gap: ${space(1)};
    min-block-size: 28px;
    padding-inline: ${space(2)};
    color: ${token('color-text-muted')};
    background: ${token('color-surface')};
    font-size: ${token('font-size-small')};
  }
  .segment :checked + span {
    background: ${token('color-text')};
    color: ${token('color-surface')};
  }
  .segment :focus-visible + span {
    outline: 2px solid ${token('color-accent-text')};
    outline-offset: -3px;
  }
  .clip {
    max-inline-size: 16ch;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .send {
    margin-inline-start: auto;
  }
  .problem {
    color: ${token('color-danger')};
    font-size: ${token('font-size-small')};
  }
  @media (pointer: coarse) {
    .segment > span {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .segment :checked + span {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
