/** Words that the widgets about points and levels share while there is nothing to show. Keys with an underscore are named after a code of the API. */
export const en = {
  retry: 'Try again',
  offlineNote: 'You are offline. You see the last known state.',
  staleNote: 'This could not be refreshed. You see the last known state.',
  sessionNote: 'Your session has ended. Sign in again on this page.',
  failed: 'This could not be loaded',
  offline: 'No connection',
  offlineText: 'It appears as soon as the connection is back.',
  forbidden: 'You have no access to this',
  forbiddenText: 'Ask your administrator for access.',

  // Why something could not be read
  problem_forbidden: 'Your role does not allow this. Ask your administrator.',
  problem_rate_limited: 'Too much at once. Wait a moment and try again.',
  problem_network_error: 'There is no connection. Try again.',
  problem_session_unavailable: 'Your session has ended. Sign in again.',
  problem_other: 'It did not work. Nothing was changed; try again.',
};
