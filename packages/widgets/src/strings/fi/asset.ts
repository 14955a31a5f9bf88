import type {AssetStrings} from '../asset.strings.ts';

export const strings: AssetStrings = {
  type_datasheet: 'Tuote-esite',
  type_deck: 'Esitys',
  type_battlecard: 'Myyntikortti',
  type_case_study: 'Referenssi',
  type_logo: 'Logo',
  type_image: 'Kuva',
  type_video: 'Video',
  type_template: 'Pohja',
  type_price_list: 'Hinnasto',
  type_legal: 'Sopimusehdot',
  type_link: 'Linkki',
  partnerType_reseller: 'Jälleenmyyjä',
  partnerType_var: 'Lisäarvojälleenmyyjä',
  partnerType_distributor: 'Jakelija',
  partnerType_agent: 'Agentti',
  partnerType_affiliate: 'Kumppanimarkkinoija',
  partnerType_msp: 'Ylläpitopalvelujen tarjoaja',
  partnerType_si: 'Järjestelmäintegraattori',
  partnerType_isv: 'Ohjelmistotalo',
};
