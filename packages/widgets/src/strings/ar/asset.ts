import type {AssetStrings} from '../asset.strings.ts';

export const strings: AssetStrings = {
  type_datasheet: 'نشرة بيانات',
  type_deck: 'عرض تقديمي',
  type_battlecard: 'بطاقة منافسة',
  type_case_study: 'دراسة حالة',
  type_logo: 'شعار',
  type_image: 'صورة',
  type_video: 'فيديو',
  type_template: 'قالب',
  type_price_list: 'قائمة أسعار',
  type_legal: 'مستند قانوني',
  type_link: 'رابط',
  partnerType_reseller: 'معيد بيع',
  partnerType_var: 'معيد بيع بقيمة مضافة',
  partnerType_distributor: 'موزّع',
  partnerType_agent: 'وكيل',
  partnerType_affiliate: 'مسوّق بالعمولة',
  partnerType_msp: 'مزوّد خدمات مُدارة',
  partnerType_si: 'مُكامل أنظمة',
  partnerType_isv: 'شركة برمجيات',
};
