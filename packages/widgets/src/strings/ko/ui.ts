import type {UiStrings} from '../ui.strings.ts';

export const strings: UiStrings = {
  close: '닫기',
  loading: '불러오는 중…',
  moreActions: '추가 작업',
  messages: '메시지',
};
