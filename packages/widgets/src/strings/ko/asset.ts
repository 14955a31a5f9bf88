import type {AssetStrings} from '../asset.strings.ts';

export const strings: AssetStrings = {
  type_datasheet: '데이터시트',
  type_deck: '프레젠테이션',
  type_battlecard: '배틀카드',
  type_case_study: '고객 사례',
  type_logo: '로고',
  type_image: '이미지',
  type_video: '동영상',
  type_template: '템플릿',
  type_price_list: '가격표',
  type_legal: '법률 문서',
  type_link: '링크',
  partnerType_reseller: '리셀러',
  partnerType_var: '부가가치 리셀러(VAR)',
  partnerType_distributor: '총판',
  partnerType_agent: '대리점',
  partnerType_affiliate: '제휴사',
  partnerType_msp: '관리형 서비스 업체(MSP)',
  partnerType_si: '시스템 통합 업체(SI)',
  partnerType_isv: '소프트웨어 개발사(ISV)',
};
