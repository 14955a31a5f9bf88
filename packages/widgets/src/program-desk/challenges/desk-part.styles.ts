import {css} from 'lit';
import {space, token} from '../../theme/tokens.ts';

/** Challenges, badges and rewards on the desk. */
export const deskPartStyles = css`
  :host {
    display: block;
  }
  .group {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: ${space(1)} ${space(4)};
  }
  .group .button {
    background: ${token('color-surface-raised')};
  }
  .acts {
    flex-wrap: wrap;
  }
  /* Its word stands on the edge on which lines begin. */
  .acts > [data-variant='quiet']:first-child {
    margin-inline-start: calc(-1 * ${space(3)});
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 ${space(4)};
  }
  .said {
    max-inline-size: 88ch;
    margin-block: ${space(1)};
    padding-inline-start: ${space(3)};
    border-inline-start: 3px solid ${token('color-border')};
    white-space: pre-line;
  }
  .proofs {
    display: flex;
    flex-wrap: wrap;
    gap: 0 ${space(4)};
  }
  .proofs :is(a, .link) {
    display: inline-flex;
    align-items: center;
    gap: ${space(1)};
    min-block-size: 24px;
    overflow-wrap: anywhere;
  }
  .state {
    font-weight: 400;
  }
  .state[data-state='running'] {
    color: ${token('color-success')};
  }
  .sum {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    justify-content: space-between;
    gap: ${space(2)} ${space(6)};
    padding: ${space(4)};
    border-block-end: 1px solid ${token('color-border')};
  }
  .form {
    display: grid;
    gap: ${space(3)};
  }
`;
