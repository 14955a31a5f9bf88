import type {UiStrings} from '../ui.strings.ts';

export const strings: UiStrings = {
  close: '关闭',
  loading: '正在加载…',
  moreActions: '更多操作',
  messages: '消息',
};
