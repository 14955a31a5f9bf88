import type {UiStrings} from '../ui.strings.ts';

export const strings: UiStrings = {
  close: '閉じる',
  loading: '読み込み中…',
  moreActions: 'その他の操作',
  messages: 'メッセージ',
};
