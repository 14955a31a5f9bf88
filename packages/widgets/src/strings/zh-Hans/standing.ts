import type {StandingStatesStrings} from '../standing-states.strings.ts';

export const strings: StandingStatesStrings = {
  retry: '重试',
  offlineNote: '您已离线。显示的是最近已知的状态。',
  staleNote: '无法刷新。显示的是最近已知的状态。',
  sessionNote: '您的会话已结束。请在本页重新登录。',
  failed: '无法加载此内容',
  offline: '没有连接',
  offlineText: '连接恢复后会立即显示。',
  forbidden: '您无权查看此内容',
  forbiddenText: '请向管理员申请访问权限。',
  problem_forbidden: '您的角色不允许此操作。请咨询管理员。',
  problem_rate_limited: '操作过于频繁。请稍候再试。',
  problem_network_error: '没有连接。请重试。',
  problem_session_unavailable: '您的会话已结束。请重新登录。',
  problem_other: '操作未成功。没有更改任何内容，请重试。',
};
