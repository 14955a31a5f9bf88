import {css} from 'lit';
import {deskStoryStyles} from '../../theme/desk-story.styles.ts';
import {space} from '../../theme/tokens.ts';

/** The story of a lead, and where its composer stands. */
export const timelineStyles = [
  deskStoryStyles,
  css`
    portico-lead-desk-note {
      margin-block-end: ${space(3)};
    }
  `,
];
