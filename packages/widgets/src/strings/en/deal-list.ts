import {plural} from '../plural.ts';

/** Words of the partner's list of deals at first sight. Keys with an underscore are named after a code of the API. */
export const en = {
  deals: 'Deals',
  tab_attention: 'Needs you',
  tab_draft: 'Drafts',
  tab_in_review: 'In review',
  tab_protected: 'Protected',
  tab_closed: 'Closed',

  // Above the list
  register: 'Register a deal',
  search: 'Search deals',
  searchShort: 'Search',
  sort: 'Sort',
  sort_newest: 'Newest',
  sort_deadline: 'Deadline',
  sort_amount: 'Amount',
  filter: 'Filter',
  filtersOn: (n: number) => plural('en', n, {one: '# filter', other: '# filters'}),
  clearFilters: 'Clear filters',
  exportCsv: 'Export as CSV',
  shortcuts: 'Keyboard shortcuts',
  capacity: (n: number) => plural('en', n, {one: '# more open registration fits', other: '# more open registrations fit'}),
  capacityOf: (left: string, all: string) => `${left} of ${all} open registrations left`,
  offlineNote: 'You are offline. You see the last known state; what you type stays here.',
  staleNote: 'The list could not be refreshed. You see the last known state.',
  sessionNote: 'Your session has ended. Sign in again on this page; what you typed stays here.',
  retry: 'Try again',

  // A row
  changed: 'Changed since you last looked',
  needs_info: 'The vendor asks for information',
  needs_transfer: 'A transfer waits for your word',
  needs_progress: 'Show progress to stay protected',
  needs_protection: 'Protection is ending',
  unnamed: 'Deal without a customer',
  by_info: (when: string) => `Answer by ${when}`,
  by_review: (when: string) => `Vendor answers by ${when}`,
  by_protection: (when: string) => `Protected until ${when}`,
  by_progress: (when: string) => `Show progress by ${when}`,
  left: (span: string) => `${span} left`,
  timeIsUp: 'time is up',
  stageAt: (stage: string, percent: string) => `${stage} · ${percent}`,

  // Details
  chooseDeal: 'Choose a deal',
  chooseDealText: 'Its details appear here.',

  // Nothing to show
  empty_attention: 'Nothing needs you now',
  emptyText_attention: 'Questions from the vendor, ends of protection and offered transfers appear here.',
  empty_draft: 'No drafts',
  emptyText_draft: 'What you begin to register is kept here until you send it.',
  empty_in_review: 'Nothing in review',
  emptyText_in_review: 'Registrations you send stand here until the vendor has decided.',
  empty_protected: 'No protected deals',
  emptyText_protected: 'Approved registrations stand here with their protection and your progress.',
  empty_closed: 'No closed deals',
  emptyText_closed: 'Won, lost, rejected and withdrawn registrations are kept here.',
  noMatch: 'No deal matches',
  noMatchText: 'Change the search or the filters to see more.',
  failed: 'The deals could not be loaded',
  offline: 'No connection',
  offlineText: 'The deals appear as soon as the connection is back.',
  forbidden: 'You have no access to deals',
  forbiddenText: 'Ask your administrator for the right to register deals.',

  // Why an act did not take effect
  problem_forbidden: 'Your role does not allow this. Ask your administrator.',
  problem_rate_limited: 'Too much at once. Wait a moment and try again.',
  problem_network_error: 'There is no connection. What you typed is kept; try again.',
  problem_session_unavailable: 'Your session has ended. Sign in again; what you typed is kept.',
  problem_gone: 'You can no longer see this deal.',
  problem_other: 'It did not work. Nothing was changed; try again.',
  savedHere: 'Saved on this device, not sent yet',
};
