/** What the keys of the desk do, as the list of them says it. */
export const keys = [
  [['J', 'K', '↑', '↓'], 'key_move'],
  [['Enter'], 'key_open'],
  [['X', 'Space'], 'key_select'],
  [['/'], 'key_search'],
  [['O'], 'key_offer'],
  [['W'], 'key_withdraw'],
  [['N'], 'key_new'],
  [['I'], 'key_import'],
  [['Esc'], 'key_leave'],
  [['?'], 'key_help'],
] as const;
