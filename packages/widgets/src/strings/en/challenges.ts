import {plural} from '../plural.ts';

/** Words of challenges, at first sight. Keys with an underscore are named after a code of the API. */
export const en = {
  challenges: 'Challenges and rewards',
  tab_challenges: 'Challenges',
  tab_badges: 'Badges',
  tab_rewards: 'Rewards',

  // What the partner has
  balance: 'Points to redeem',
  reserved: (points: string) => `${points} are set aside for what you asked for`,
  nextExpiry: (points: string, day: string) => `${points} expire on ${day}`,
  level: 'Level by points',
  noLevel: 'No level yet',
  toLevel: (points: string, level: string) => `${points} to ${level}`,
  highest: 'You have the highest level',

  // When
  group_running: 'Running',
  group_upcoming: 'Upcoming',
  group_done: 'Done',
  left: (time: string, until: string) => `${time} left, until ${until}`,
  begins: (day: string) => `Begins ${day}`,
  ended: (day: string) => `Ended ${day}`,
  daysFromJoining: (n: number) => plural('en', n, {one: '# day from when you join', other: '# days from when you join'}),
  joinBy: (time: string, until: string) => `${time} left to join, until ${until}`,
  nobodyJoins: 'It is too late to join',
  every_week: 'Can be won every week',
  every_month: 'Can be won every month',
  every_quarter: 'Can be won every quarter',
  withdrawn: (reason: string) => `The vendor withdrew it: ${reason}`,

  // What it asks for and what it brings
  brings: (what: string) => `Brings ${what}`,
  badge: (name: string) => `the badge ${name}`,
  placesLeft: (n: number) => plural('en', n, {one: '# place left', other: '# places left'}),
  full: 'All places are taken',
  asks: (what: string) => `To send: ${what}`,
  proof_text: 'a description',
  proof_link: 'a link',
  proof_file: 'a file',

  // How far the partner is
  goal_points: 'Points',
  goal_revenue: 'Revenue',
  of: (value: string, target: string) => `${value} of ${target}`,
  toGo: (gap: string) => `${gap} to go`,
  reached: 'Reached',
  entry_counting: 'Joined',
  entry_draft: 'Draft, not sent yet',
  entry_submitted: 'Sent, the vendor is looking at it',
  entry_approved: 'Won',
  entry_rejected: 'Sent back',
  entry_revoked: 'Taken back',
  notReached: 'Not reached',
  nothingSent: 'Nothing was sent',
  why: (reason: string) => `Why: ${reason}`,
  join: 'Join',
  submit: 'Send proof…',
  continue: 'Continue…',
  resend: 'Change and send again…',
  recall: 'Take back',
  stepOf: (step: string, challenge: string) => `${step} ${challenge}`,

  // What was done
  done_join: (challenge: string) => `${challenge}: joined.`,
  done_save: (challenge: string) => `${challenge}: draft saved.`,
  done_submit: (challenge: string) => `${challenge}: sent. The vendor looks at it.`,
  done_recall: (challenge: string) => `${challenge}: taken back. You can change it and send it again.`,
  done_redeem: (reward: string) => `${reward}: asked for.`,
  done_cancel: (reward: string) => `${reward}: cancelled. The points are back.`,
  problem_version_conflict: 'A colleague has changed it meanwhile. Look at it again.',
  problem_challenge_not_running: 'It is not running for you now.',
  problem_challenge_full: 'All places were taken meanwhile.',
  problem_challenge_status_conflict: 'The vendor has changed it meanwhile. Look at it again.',
  problem_challenge_entry_exists: 'A colleague has begun already. Go on with that.',
  problem_challenge_entry_status_conflict: 'It has moved on meanwhile. Look at it again.',

  // Nothing to show
  empty: 'No challenges yet',
  emptyText: 'As soon as the vendor starts one for you, it appears here with what it brings.',
};
