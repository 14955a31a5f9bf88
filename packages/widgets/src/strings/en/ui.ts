import {plural} from '../plural.ts';

/** Words of the elements in `ui/`. */
export const en = {
  /** Button that closes a dialog or a message. */
  close: 'Close',
  /** Button that closes a dialog without doing anything. */
  cancel: 'Cancel',
  /** Button on an error. */
  retry: 'Try again',
  /** Button on a narrow screen that leads from a detail to its list. */
  back: 'Back',
  /** Said by a screen reader while content loads. */
  loading: 'Loading…',
  /** Beside the label of a field that may stay empty. */
  optional: 'optional',
  /** The empty choice of a select. */
  choose: 'Choose…',
  /** Under a field that must be filled. */
  required: 'Fill in this field.',
  invalidEmail: 'Write an e-mail address like name@example.com.',
  invalidUrl: 'Write a web address like https://example.com.',
  invalidNumber: 'Write a number.',
  invalidDate: 'Choose a date.',
  tooLong: (max: number) => plural('en', max, {one: 'Use at most # character.', other: 'Use at most # characters.'}),
  tooSmall: (min: string) => `The smallest value is ${min}.`,
  tooLarge: (max: string) => `The largest value is ${max}.`,
  /** Under a text area with a limit. */
  charactersLeft: (left: number) => plural('en', left, {one: '# character left', other: '# characters left'}),
  /** Name of the button that opens a menu, when it has no other. */
  moreActions: 'More actions',
  /** Name of the region where short messages appear. */
  messages: 'Messages',
};
