/** Words that all dialogs have in which the programme is changed. Keys with an underscore are named after a code of the API. */
export const en = {
  unsaved: 'Changes that are not saved yet.',
  discard: 'Discard them',
  save: 'Save',
  back: 'Back',
  cancel: 'Cancel',
  currency: 'Currency',
  timeZone: 'Time zone',
  levels: 'Levels',
  countries: 'Countries',
  addCountry: 'Add a country…',
  remove: (name: string) => `Remove ${name}`,
  listHelp: 'Separate them with commas.',
  everybody: 'everybody',

  // What is wrong with a field
  fault_too_small: 'This is too little.',
  fault_too_big: 'This is too much.',
  fault_invalid_type: 'Fill in this field.',
  fault_not_after: 'It must end after it begins.',
  fault_too_early: 'It must not be in the past, nor before another version takes effect.',
  fault_unknown_level: 'The programme has no such level any more.',
  problem_version_conflict: 'Somebody else has changed it meanwhile. Your changes are still here: look at them and save again.',
  problem_input_invalid: 'Not saved: look at the fields that are marked.',
};
