import {plural} from '../plural.ts';

/** Words of a field: what it asks for, and what is wrong with what was typed. */
export const en = {
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
};
