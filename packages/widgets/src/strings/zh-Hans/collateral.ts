import type {CollateralWords} from '../collateral.strings.ts';

export const strings: CollateralWords = {
  label: '来自 {partner}',
  open: '打开',
  open_size: '打开（{size}）',
  ask: '咨询此资料',
  about: '咨询：{title}',
  close: '关闭',
  name: '姓名',
  email: '电子邮箱',
  company: '公司',
  phone: '电话',
  message: '您的问题',
  consent: '{partner} 可使用这些信息回复我。',
  privacy: '隐私',
  send: '发送',
  sending: '正在发送…',
  sent: '谢谢。{partner} 会与您联系。',
  failed: '未发送。您填写的内容仍在：请重试。',
  busy: '未发送：请求过多。您填写的内容仍在；请几分钟后重试。',
  check: '请检查此项。',
};
