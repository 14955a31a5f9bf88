import type {UiStrings} from '../ui.strings.ts';

export const strings: UiStrings = {
  close: '關閉',
  loading: '載入中…',
  moreActions: '更多動作',
  messages: '訊息',
};
