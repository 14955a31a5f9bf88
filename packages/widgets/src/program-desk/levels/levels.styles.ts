import {css} from 'lit';
import {space, token} from '../../theme/tokens.ts';

/** Levels with what they ask for and bring. */
export const levelsStyles = css`
  :host {
    display: block;
  }
  .tools {
    flex-wrap: wrap;
    gap: ${space(2)};
  }
  .state {
    padding: ${space(2)} ${space(4)};
  }
  .criteria {
    display: grid;
    gap: 2px;
    margin-block: ${space(1)};
  }
  .criteria li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 ${space(2)};
  }
  .tag {
    padding-inline: 6px;
    border-radius: ${token('radius-small')};
    background: ${token('color-surface-sunken')};
    color: ${token('color-text')};
  }
  @media (forced-colors: active) {
    .tag {
      border: 1px solid;
    }
  }
`;
