import {css, html} from 'lit';
import {space, token} from '../../theme/tokens.ts';
import type {UiCheckbox} from '../checkbox/checkbox.ts';

/** Keys that do one thing, and the key of the word for it. */
export type KeyRow<Term extends string> = readonly [names: readonly string[], what: Term];

/** What the list of keys says, and what it switches. */
export interface KeysView<Term extends string> {
  readonly keys: readonly KeyRow<Term>[];
  readonly word: (term: Term | 'shortcuts' | 'shortcutsOn') => string;
  /** Whether single letters do something. */
  readonly letters: boolean;
  readonly setLetters: (on: boolean) => void;
  readonly close: () => void;
}

/** A desk's list of keys, and the switch for those that are single letters. */
export function renderKeys<Term extends string>({keys, word, letters, setLetters, close}: KeysView<Term>) {
  return html`<portico-ui-dialog open heading=${word('shortcuts')} @portico-ui-dialog-close=${close}>
    <dl class="keys">
      ${keys.map(([names, what]) => html`<div><dt>${names.map(name => html`<kbd translate="no">${name}</kbd> `)}</dt><dd>${word(what)}</dd></div>`)}
    </dl>
    <portico-ui-checkbox
      label=${word('shortcutsOn')}
      .checked=${letters}
      @change=${(event: Event) => setLetters((event.target as UiCheckbox).checked)}
    ></portico-ui-checkbox>
  </portico-ui-dialog>`;
}

export const keysStyles = css`
  .keys {
    display: grid;
    gap: ${space(2)};
    margin-block-end: ${space(4)};
  }
  .keys div {
    display: grid;
    grid-template-columns: minmax(120px, auto) 1fr;
    gap: ${space(4)};
  }
  kbd {
    display: inline-block;
    min-inline-size: 24px;
    padding-inline: 6px;
    border: 1px solid ${token('color-border-strong')};
    border-radius: ${token('radius-small')};
    font: inherit;
    font-size: ${token('font-size-small')};
    text-align: center;
  }
`;
