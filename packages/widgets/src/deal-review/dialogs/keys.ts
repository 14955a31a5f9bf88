/** What the keys of the desk do, as the list of them says it. */
export const keys = [
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
