import type {CollateralWords} from '../collateral.strings.ts';

export const strings: CollateralWords = {
  label: '{partner} 제공',
  open: '열기',
  open_size: '열기({size})',
  ask: '이 자료 문의하기',
  about: '문의: {title}',
  close: '닫기',
  name: '이름',
  email: '이메일',
  company: '회사',
  phone: '전화',
  message: '문의 내용',
  consent: '답변을 위해 {partner}에서 이 정보를 사용하는 데 동의합니다.',
  privacy: '개인정보 처리방침',
  send: '보내기',
  sending: '보내는 중…',
  sent: '감사합니다. {partner}에서 연락드리겠습니다.',
  failed: '보내지 못했습니다. 작성한 내용은 남아 있으니 다시 시도하세요.',
  busy: '요청이 많아 보내지 못했습니다. 작성한 내용은 남아 있으니 몇 분 뒤 다시 시도하세요.',
  check: '이 항목을 확인하세요.',
};
