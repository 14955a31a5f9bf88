import {plural} from '../plural.ts';

/** Words of the partner's lead inbox at first sight. Keys with an underscore are named after a code of the API. */
export const en = {
  leads: 'Leads',
  tab_new: 'New',
  tab_working: 'Working',
  tab_closed: 'Closed',

  // Above the list
  search: 'Search leads',
  searchShort: 'Search',
  sort: 'Sort',
  sort_deadline: 'Deadline',
  sort_score: 'Score',
  sort_age: 'Newest',
  /** In place of the deadline, under Closed. */
  sort_closed: 'Last closed',
  filter: 'Filter',
  filtersOn: (n: number) => plural('en', n, {one: '# filter', other: '# filters'}),
  clearFilters: 'Clear filters',
  selectAll: 'Select all loaded',
  shortcuts: 'Keyboard shortcuts',
  offlineNote: 'You are offline. You see the last known state; what you type stays here.',
  staleNote: 'The list could not be refreshed. You see the last known state.',
  sessionNote: 'Your session has ended. Sign in again on this page; what you typed stays here.',
  retry: 'Try again',

  // A row
  unread: 'Unread',
  unnamed: 'Lead without a title',
  selectLead: (title: string) => `Select ${title}`,
  by_accept: (when: string) => `Respond by ${when}`,
  by_idle: (when: string) => `Log an activity by ${when}`,
  by_act: (when: string) => `Close by ${when}`,
  left: (span: string) => `${span} left`,
  timeIsUp: 'time is up',
  status_offered: 'New',
  status_viewed: 'New',
  status_accepted: 'Accepted',
  status_working: 'Working',
  status_declined: 'Declined',
  status_expired: 'Expired',
  status_lost_race: 'Taken by another partner',
  status_withdrawn: 'Withdrawn',
  status_reclaimed: 'Went back',
  status_timed_out: 'Timed out',
  status_returned: 'Given back',
  status_converted: 'Deal',
  status_closed_won: 'Won',
  status_closed_lost: 'Lost',

  // Details
  chooseLead: 'Choose a lead',
  chooseLeadText: 'Its details appear here.',

  // Acts
  selected: (n: number) => plural('en', n, {one: '# selected', other: '# selected'}),

  // Nothing to show
  empty_new: 'No new leads',
  emptyText_new: 'New leads appear here the moment they are sent to you, with the time you have to respond.',
  empty_working: 'No leads in work',
  emptyText_working: 'Leads you accept move here, with contact, next step and history.',
  empty_closed: 'No closed leads',
  emptyText_closed: 'Leads that were won, lost, declined or given back are kept here.',
  noMatch: 'No lead matches',
  noMatchText: 'Change the search or the filters to see more.',
  failed: 'The leads could not be loaded',
  offline: 'No connection',
  offlineText: 'The leads appear as soon as the connection is back.',
  forbidden: 'You have no access to leads',
  forbiddenText: 'Ask your administrator for the right to receive leads.',

  // Why an act did not take effect
  problem_forbidden: 'Your role does not allow this. Ask your administrator.',
  problem_rate_limited: 'Too much at once. Wait a moment and try again.',
  problem_network_error: 'There is no connection. What you typed is kept; try again.',
  problem_session_unavailable: 'Your session has ended. Sign in again; what you typed is kept.',
  problem_other: 'It did not work. Nothing was changed; try again.',
};
