import {css} from 'lit';
import {space, tint, token} from './tokens.ts';

/** The story of a record on a vendor's desk: people's words stand out, what the system notes is quiet. */
export const deskStoryStyles = css`
  .story {
    display: grid;
    gap: ${space(2)};
  }
  .story .head {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto auto;
    align-items: start;
    gap: ${space(2)};
  }
  .story .head .icon {
    margin-block: 2px;
    color: ${token('color-text-muted')};
  }
  .story .head > time {
    grid-column: -2;
    white-space: nowrap;
  }
  .by {
    overflow-wrap: anywhere;
  }
  .entry {
    padding-block: ${space(2)};
    padding-inline: ${space(2)} ${space(3)};
    border: 1px solid ${token('color-border')};
    border-radius: ${token('radius')};
  }
  .entry .body {
    text-align: start;
    margin-block-start: ${space(1)};
    padding-inline-start: 24px;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .entry[data-visibility='vendor_internal'],
  .entry[data-visibility='partner_internal'] {
    border: 1px dashed ${token('color-border-strong')};
    background: ${tint('color-warning')};
  }
  .lock {
    display: inline-flex;
    align-items: center;
    gap: ${space(1)};
    color: ${token('color-warning')};
    font-size: ${token('font-size-small')};
    white-space: nowrap;
  }
  .story .head .lock .icon {
    margin: 0;
    color: inherit;
  }
  .event {
    padding-inline: ${space(2)} ${space(3)};
  }
  .dot {
    justify-self: center;
    inline-size: 7px;
    block-size: 7px;
    margin-block-start: 7px;
    border: 1.5px solid ${token('color-text-muted')};
    border-radius: 50%;
  }
`;
