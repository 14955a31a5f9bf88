import type {AssetStrings} from '../asset.strings.ts';

export const strings: AssetStrings = {
  type_datasheet: 'Datenblatt',
  type_deck: 'Präsentation',
  type_battlecard: 'Battlecard',
  type_case_study: 'Fallstudie',
  type_logo: 'Logo',
  type_image: 'Bild',
  type_video: 'Video',
  type_template: 'Vorlage',
  type_price_list: 'Preisliste',
  type_legal: 'Rechtliches',
  type_link: 'Link',
  partnerType_reseller: 'Wiederverkäufer',
  partnerType_var: 'Value-Added Reseller',
  partnerType_distributor: 'Distributor',
  partnerType_agent: 'Handelsvertreter',
  partnerType_affiliate: 'Affiliate',
  partnerType_msp: 'Managed Service Provider',
  partnerType_si: 'Systemintegrator',
  partnerType_isv: 'Softwarehersteller',
};
