import type {AssetStrings} from '../asset.strings.ts';

export const strings: AssetStrings = {
  type_datasheet: 'データシート',
  type_deck: 'プレゼン資料',
  type_battlecard: 'バトルカード',
  type_case_study: '導入事例',
  type_logo: 'ロゴ',
  type_image: '画像',
  type_video: '動画',
  type_template: 'テンプレート',
  type_price_list: '価格表',
  type_legal: '法務文書',
  type_link: 'リンク',
  partnerType_reseller: '販売店',
  partnerType_var: '付加価値販売店（VAR）',
  partnerType_distributor: 'ディストリビューター',
  partnerType_agent: '取次店',
  partnerType_affiliate: 'アフィリエイト',
  partnerType_msp: 'マネージドサービス事業者',
  partnerType_si: 'システムインテグレーター',
  partnerType_isv: 'ソフトウェアベンダー（ISV）',
};
