import type {StandingStatesStrings} from '../standing-states.strings.ts';

export const strings: StandingStatesStrings = {
  retry: '再試行',
  offlineNote: 'オフラインです。最後に取得した状態を表示しています。',
  staleNote: '更新できませんでした。最後に取得した状態を表示しています。',
  sessionNote: 'セッションが終了しました。このページでもう一度ログインしてください。',
  failed: '読み込めませんでした',
  offline: '接続がありません',
  offlineText: '接続が戻ると表示されます。',
  forbidden: '表示する権限がありません',
  forbiddenText: '管理者に権限を依頼してください。',
  problem_forbidden: 'この操作は現在の役割では行えません。管理者にお問い合わせください。',
  problem_rate_limited: '操作が集中しています。しばらく待ってからもう一度お試しください。',
  problem_network_error: '接続がありません。もう一度お試しください。',
  problem_session_unavailable: 'セッションが終了しました。もう一度ログインしてください。',
  problem_other: 'うまくいきませんでした。何も変更されていません。もう一度お試しください。',
};
