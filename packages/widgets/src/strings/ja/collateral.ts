import type {CollateralWords} from '../collateral.strings.ts';

export const strings: CollateralWords = {
  label: '{partner}より',
  open: '開く',
  open_size: '開く（{size}）',
  ask: 'この資料について質問',
  about: 'お問い合わせ：{title}',
  close: '閉じる',
  name: 'お名前',
  email: 'メール',
  company: '会社名',
  phone: '電話',
  message: 'ご質問',
  consent: '回答のために{partner}がこの情報を使うことに同意します。',
  privacy: 'プライバシー',
  send: '送信',
  sending: '送信中…',
  sent: 'ありがとうございます。{partner}からご連絡します。',
  failed: '送信できませんでした。入力内容は残っています。もう一度お試しください。',
  busy: '混み合っているため送信できませんでした。入力内容は残っています。数分後にもう一度お試しください。',
  check: 'この項目をご確認ください。',
};
