import type {AssetStrings} from '../asset.strings.ts';

export const strings: AssetStrings = {
  type_datasheet: '產品規格',
  type_deck: '簡報',
  type_battlecard: '競品攻略',
  type_case_study: '成功案例',
  type_logo: '標誌',
  type_image: '圖片',
  type_video: '影片',
  type_template: '範本',
  type_price_list: '價目表',
  type_legal: '法律文件',
  type_link: '連結',
  partnerType_reseller: '經銷商',
  partnerType_var: '加值經銷商',
  partnerType_distributor: '代理商',
  partnerType_agent: '仲介商',
  partnerType_affiliate: '聯盟夥伴',
  partnerType_msp: '託管服務商',
  partnerType_si: '系統整合商',
  partnerType_isv: '軟體商',
};
