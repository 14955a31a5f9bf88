import type {AssetStrings} from '../asset.strings.ts';

export const strings: AssetStrings = {
  type_datasheet: '产品资料',
  type_deck: '演示文稿',
  type_battlecard: '竞争话术卡',
  type_case_study: '案例',
  type_logo: '徽标',
  type_image: '图片',
  type_video: '视频',
  type_template: '模板',
  type_price_list: '价目表',
  type_legal: '法律文件',
  type_link: '链接',
  partnerType_reseller: '经销商',
  partnerType_var: '增值经销商',
  partnerType_distributor: '分销商',
  partnerType_agent: '代理商',
  partnerType_affiliate: '推广伙伴',
  partnerType_msp: '托管服务商',
  partnerType_si: '系统集成商',
  partnerType_isv: '软件厂商',
};
