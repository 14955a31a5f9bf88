/** What the keys of the desk do, as the list of them says it. */
export const keys = [
  [['J', 'K', '↑', '↓'], 'key_move'],
  [['Enter'], 'key_open'],
  [['X', 'Space'], 'key_select'],
  [['⇧ ↑', '⇧ ↓'], 'key_extend'],
  [['S'], 'key_submit'],
  [['A'], 'key_approve'],
  [['P'], 'key_publish'],
  [['E'], 'key_edit'],
  [['N'], 'key_create'],
  [['/'], 'key_search'],
  [['Esc'], 'key_leave'],
  [['?'], 'key_help'],
] as const;
