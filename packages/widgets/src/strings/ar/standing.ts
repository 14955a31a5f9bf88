import type {StandingStatesStrings} from '../standing-states.strings.ts';

export const strings: StandingStatesStrings = {
  retry: 'إعادة المحاولة',
  offlineNote: 'أنت غير متصل. ترى آخر حالة معروفة.',
  staleNote: 'تعذّر التحديث. ترى آخر حالة معروفة.',
  sessionNote: 'انتهت جلستك. سجّل الدخول مجددًا في هذه الصفحة.',
  failed: 'تعذّر تحميل هذا المحتوى',
  offline: 'لا اتصال',
  offlineText: 'يظهر المحتوى فور عودة الاتصال.',
  forbidden: 'لا يمكنك الوصول إلى هذا المحتوى',
  forbiddenText: 'اطلب من المسؤول إتاحته لك.',
  problem_forbidden: 'دورك لا يسمح بذلك. اسأل المسؤول.',
  problem_rate_limited: 'طلبات كثيرة دفعة واحدة. انتظر لحظة ثم أعد المحاولة.',
  problem_network_error: 'لا اتصال. أعد المحاولة.',
  problem_session_unavailable: 'انتهت جلستك. سجّل الدخول مجددًا.',
  problem_other: 'لم ينجح ذلك. لم يتغيّر شيء؛ أعد المحاولة.',
};
