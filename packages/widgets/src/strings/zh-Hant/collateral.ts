import type {CollateralWords} from '../collateral.strings.ts';

export const strings: CollateralWords = {
  label: '來自 {partner}',
  open: '開啟',
  open_size: '開啟（{size}）',
  ask: '詢問此素材',
  about: '詢問：{title}',
  close: '關閉',
  name: '姓名',
  email: '電子郵件',
  company: '公司',
  phone: '電話',
  message: '您的問題',
  consent: '{partner} 可使用這些資料回覆我。',
  privacy: '隱私權',
  send: '送出',
  sending: '傳送中…',
  sent: '謝謝您。{partner} 會與您聯絡。',
  failed: '未送出。您填寫的內容還在，請重試。',
  busy: '未送出：要求過多。您填寫的內容還在，請幾分鐘後重試。',
  check: '請檢查此欄位。',
};
