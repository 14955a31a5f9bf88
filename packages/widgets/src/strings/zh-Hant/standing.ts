import type {StandingStatesStrings} from '../standing-states.strings.ts';

export const strings: StandingStatesStrings = {
  retry: '重試',
  offlineNote: '目前離線，顯示的是最後已知的狀態。',
  staleNote: '無法更新，顯示的是最後已知的狀態。',
  sessionNote: '登入已逾時，請在本頁重新登入。',
  failed: '無法載入此內容',
  offline: '沒有網路連線',
  offlineText: '恢復連線後會自動顯示。',
  forbidden: '您無權檢視此內容',
  forbiddenText: '請向管理員申請權限。',
  problem_forbidden: '您的角色無法執行此動作，請洽管理員。',
  problem_rate_limited: '動作過於頻繁，請稍候再試。',
  problem_network_error: '沒有網路連線，請重試。',
  problem_session_unavailable: '登入已逾時，請重新登入。',
  problem_other: '動作未成功，沒有任何變更，請重試。',
};
