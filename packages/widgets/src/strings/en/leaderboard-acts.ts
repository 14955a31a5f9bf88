/** Words of what somebody reads and does on a leaderboard. Their translations are those of the leaderboard. Keys with an underscore are named after a code of the API. */
export const en = {
  howEmpty: 'No rule gives points at the moment.',
  disputeTitle: (board: string, period: string) => `What is wrong with ${board}, ${period}`,
  disputeLabel: 'What is wrong',
  disputeHelp: 'The vendor reads this and answers.',
  disputeSent: 'Sent. The vendor answers.',
  send: 'Send',
  cancel: 'Cancel',
  problem_version_conflict: 'Somebody else has changed it meanwhile. Look at it again.',
  problem_board_result_status_conflict: 'The result is final by now.',
};
