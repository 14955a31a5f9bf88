import type {UiStrings} from '../ui.strings.ts';

export const strings: UiStrings = {
  close: 'إغلاق',
  loading: 'جارٍ التحميل…',
  moreActions: 'إجراءات أخرى',
  messages: 'الرسائل',
};
