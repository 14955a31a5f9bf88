import {css, html} from 'lit';
import {space, token} from '../../theme/tokens.ts';
import type {UiCheckbox} from '../../ui/checkbox/checkbox.ts';
import type {Words} from '../deal-review.words.ts';

const keys = [
  [['J', 'K', '↑', '↓'], 'key_move'],
  [['Enter'], 'key_open'],
  [['X', 'Space'], 'key_select'],
  [['⇧ ↑', '⇧ ↓'], 'key_extend'],
  [['A'], 'key_approve'],
  [['R'], 'key_reject'],
  [['I'], 'key_request_info'],
  [['T'], 'key_take'],
  [['N'], 'key_note'],
  [['/'], 'key_search'],
  [['Esc'], 'key_leave'],
  [['?'], 'key_help'],
] as const;

/** The list of keys, and the switch for those that are single letters. */
export function renderKeys(text: Words, letters: boolean, setLetters: (on: boolean) => void, close: () => void) {
  return html`<portico-ui-dialog open heading=${text.term('shortcuts')} @portico-ui-dialog-close=${close}>
    <dl class="keys">
      ${keys.map(([names, what]) => html`<div><dt>${names.map(name => html`<kbd>${name}</kbd> `)}</dt><dd>${text.term(what)}</dd></div>`)}
    </dl>
    <portico-ui-checkbox
      label=${text.term('shortcutsOn')}
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
