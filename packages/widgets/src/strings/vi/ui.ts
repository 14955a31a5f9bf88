import type {UiStrings} from '../ui.strings.ts';

export const strings: UiStrings = {
  close: 'Đóng',
  loading: 'Đang tải…',
  moreActions: 'Thao tác khác',
  messages: 'Thông báo',
};
