/** What has become of a lead. */
export type StoryKind =
  | 'fresh' | 'hot' | 'viewed' | 'race'
  | 'accepted' | 'working' | 'quiet'
  | 'declined' | 'expired' | 'returned' | 'withdrawn' | 'reclaimed' | 'timed_out' | 'converted' | 'won' | 'lost'
  | 'nobody' | 'undecided' | 'quarantined' | 'given_up' | 'without_consent';

/** How many leads of each kind, by country of the customer; the programme's rules decide who gets them. */
export const stories: readonly (readonly [kind: StoryKind, countries: string])[] = [
  ['fresh', 'FI FI FI FI FI FI FI FI SE SE DE DE DE VN VN VN EE GB'],
  ['hot', 'FI FI FI FI FI DE VN SE'],
  ['viewed', 'FI FI FI FI FI SE DE DE VN VN GB'],
  ['race', 'DE VN'],
  ['accepted', 'FI FI FI FI FI SE DE VN VN GB'],
  ['working', 'FI FI FI FI FI FI FI FI FI SE SE DE DE DE VN VN VN GB'],
  ['quiet', 'FI FI DE VN SE'],
  ['declined', 'FI FI DE DE VN VN SE'],
  ['expired', 'FI DE VN SE GB'],
  ['returned', 'FI FI DE VN'],
  ['withdrawn', 'FI SE DE'],
  ['reclaimed', 'FI DE VN EE'],
  ['timed_out', 'FI DE VN'],
  ['converted', 'FI FI FI FI DE DE VN SE'],
  ['won', 'FI FI FI FI FI DE DE VN VN SE GB'],
  ['lost', 'FI FI FI FI FI DE DE VN SE GB'],
  ['nobody', 'ES US ES'],
  ['undecided', 'FI DE VN'],
  ['quarantined', 'US FI'],
  ['given_up', 'ES DE'],
  ['without_consent', 'FI'],
];
