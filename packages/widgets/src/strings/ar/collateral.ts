import type {CollateralWords} from '../collateral.strings.ts';

export const strings: CollateralWords = {
  label: 'من {partner}',
  open: 'فتح',
  open_size: 'فتح ({size})',
  ask: 'اسأل عن هذا',
  about: 'اسأل عن {title}',
  close: 'إغلاق',
  name: 'الاسم',
  email: 'البريد الإلكتروني',
  company: 'الشركة',
  phone: 'الهاتف',
  message: 'سؤالك',
  consent: 'يجوز لـ {partner} استخدام هذه البيانات للرد عليّ.',
  privacy: 'الخصوصية',
  send: 'إرسال',
  sending: 'جارٍ الإرسال…',
  sent: 'شكرًا لك. سيتواصل معك {partner}.',
  failed: 'لم يُرسل. ما كتبته ما زال هنا: حاول مرة أخرى.',
  busy: 'لم يُرسل: طلبات كثيرة جدًا. ما كتبته ما زال هنا؛ حاول بعد بضع دقائق.',
  check: 'يُرجى مراجعة هذا.',
};
