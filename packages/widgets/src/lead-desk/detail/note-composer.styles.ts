import {css} from 'lit';
import {deskNoteStyles} from '../../theme/desk-note.styles.ts';
import {space, token} from '../../theme/tokens.ts';

/** The composer, with what only leads have: whom a note is for, and its explanation. */
export const noteStyles = [
  deskNoteStyles,
  css`
    select {
      min-block-size: 30px;
      padding-inline: ${space(1)};
      border: 1px solid ${token('color-border')};
      border-radius: ${token('radius-small')};
      background: ${token('color-surface')};
      font-size: ${token('font-size-small')};
    }
    .ask {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: ${space(2)};
      margin-block-start: ${space(2)};
      padding: ${space(2)};
      border-radius: ${token('radius-small')};
      background: ${token('color-surface')};
    }
    .ask p {
      flex: 1 1 100%;
    }
    .small {
      font-size: ${token('font-size-small')};
    }
    #help {
      margin-block-start: ${space(1)};
      padding-inline: ${space(1)};
    }
    @media (pointer: coarse) {
      select {
        min-block-size: 44px;
      }
    }
  `,
];
