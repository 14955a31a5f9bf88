import type {AssetStrings} from '../asset.strings.ts';

export const strings: AssetStrings = {
  type_datasheet: 'Ficha técnica',
  type_deck: 'Apresentação',
  type_battlecard: 'Battlecard',
  type_case_study: 'Estudo de caso',
  type_logo: 'Logotipo',
  type_image: 'Imagem',
  type_video: 'Vídeo',
  type_template: 'Modelo',
  type_price_list: 'Lista de preços',
  type_legal: 'Jurídico',
  type_link: 'Link',
  partnerType_reseller: 'Revenda',
  partnerType_var: 'Revenda de valor agregado',
  partnerType_distributor: 'Distribuidor',
  partnerType_agent: 'Agente comercial',
  partnerType_affiliate: 'Afiliado',
  partnerType_msp: 'Provedor de serviços gerenciados',
  partnerType_si: 'Integrador de sistemas',
  partnerType_isv: 'Desenvolvedor de software',
};
