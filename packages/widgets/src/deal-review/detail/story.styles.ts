import {css} from 'lit';
import {deskStoryStyles} from '../../theme/desk-story.styles.ts';
import {space} from '../../theme/tokens.ts';

/** The story of a registration, and where its composer stands. */
export const storyStyles = [
  deskStoryStyles,
  css`
    portico-deal-review-note {
      margin-block-end: ${space(3)};
    }
  `,
];
