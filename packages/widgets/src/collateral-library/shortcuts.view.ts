import {html, nothing} from 'lit';
import type {LibraryView} from './collateral-library.view.ts';

const shortcuts = [
  ['key_move', ['↑', '↓', '←', '→', 'J', 'K']],
  ['key_open', ['Enter']],
  ['key_back', ['Esc']],
  ['key_star', ['S']],
  ['key_download', ['D']],
  ['key_search', ['/']],
  ['key_help', ['?']],
] as const;

/** What the keys do. */
export function shortcutsDialog(view: LibraryView) {
  const {text} = view;
  return html`<portico-ui-dialog part="dialog" heading=${text.term('shortcuts')} .open=${view.shortcutsShown} @portico-ui-dialog-close=${() => view.showShortcuts(false)}>
    ${view.shortcutsShown
      ? html`<dl class="keys">${shortcuts.map(([word, keys]) => html`<div class="key-row"><dt>${text.term(word)}</dt><dd>${keys.map(key => html`<kbd translate="no">${key}</kbd> `)}</dd></div>`)}</dl>`
      : nothing}
  </portico-ui-dialog>`;
}
