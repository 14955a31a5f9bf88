import type {UiFieldStrings} from '../ui-field.strings.ts';
import {plural} from '../plural.ts';

export const strings: UiFieldStrings = {
  optional: 'اختياري',
  choose: 'اختر…',
  required: 'يرجى ملء هذا الحقل.',
  invalidEmail: 'اكتب عنوان بريد إلكتروني مثل name@example.com.',
  invalidUrl: 'اكتب عنوان ويب مثل https://example.com.',
  invalidNumber: 'اكتب رقمًا.',
  invalidDate: 'اختر تاريخًا.',
  tooLong: max =>
    plural('ar', max, {
      one: 'حرف واحد (#) كحد أقصى.',
      two: 'حرفان (#) كحد أقصى.',
      few: '# أحرف كحد أقصى.',
      many: '# حرفًا كحد أقصى.',
      other: '# حرف كحد أقصى.',
    }),
  tooSmall: min => `أصغر قيمة هي ${min}.`,
  tooLarge: max => `أكبر قيمة هي ${max}.`,
  charactersLeft: left =>
    plural('ar', left, {
      zero: 'لم يتبقَّ أي حرف',
      one: 'تبقّى حرف واحد',
      two: 'تبقّى حرفان',
      few: 'تبقّت # أحرف',
      many: 'تبقّى # حرفًا',
      other: 'تبقّى # حرف',
    }),
};
