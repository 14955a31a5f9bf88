/** Words of the partner's library until its first piece is there. Keys with an underscore are named after a code of the API. */
export const en = {
  library: 'Material',
  tab_all: 'All',
  tab_new: 'New',
  tab_favourites: 'Favourites',
  tab_outdated: 'Out of date',
  sort_newest: 'Newest',
  moreFilters: 'Filters',
  retry: 'Try again',
  offline: 'No connection',
  offlineText: 'The material appears as soon as the connection is back.',
  problem_network_error: 'There is no connection. Try again.',
};
