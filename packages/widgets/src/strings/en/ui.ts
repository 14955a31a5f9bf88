/** Words of the elements in `ui/`. */
export const en = {
  /** Button that closes a dialog or a message. */
  close: 'Close',
  /** Said by a screen reader while content loads. */
  loading: 'Loading…',
  /** Name of the button that opens a menu, when it has no other. */
  moreActions: 'More actions',
  /** Name of the region where short messages appear. */
  messages: 'Messages',
};
