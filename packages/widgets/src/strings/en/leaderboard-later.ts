/** Words of what is opened seldom on a leaderboard: people, taking part, what is wrong. Keys with an underscore are named after a code of the API. */
export const en = {
  takePart: 'Take part in this board',
  takePartIn: 'While you take part, the board shows you to others as it shows them to you, and you see your rank.',
  takePartOut: 'Without you: others no longer see you here, and you see no rank. Your points, deals and level stay as they are. You can come back at any time.',
  done_out: 'You no longer take part.',
  done_in: 'You take part again.',
  peopleText: 'Only your company sees this. It counts what each person did themselves.',
  peopleNone: 'Nobody of your company has anything that counts in this period yet.',
  peopleCaption: (board: string, period: string) => `People in your company: ${board}, ${period}`,
  person: 'Person',
  compared: 'Who you are compared with',
  compared_all: 'With all partners who take part.',
  compared_level: 'Only with partners of your own level. When your level changes, so do those you are compared with, and what you did counts there.',
  compared_country: 'Only with partners of your own country.',
  compared_cohort: 'Only with partners of your own level and country who joined in the same year: so nobody is measured by others who had a head start.',
  normalised: 'All partners stand on one board. The value is how you do beside the median of your group: 100% is the median, 150% is half as much again. So a small market or a young partner has the same chance as a large one.',
  ownRaw: (value: string) => `Your own result: ${value}`,
};
