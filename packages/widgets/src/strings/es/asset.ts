import type {AssetStrings} from '../asset.strings.ts';

export const strings: AssetStrings = {
  type_datasheet: 'Ficha técnica',
  type_deck: 'Presentación',
  type_battlecard: 'Ficha competitiva',
  type_case_study: 'Caso de éxito',
  type_logo: 'Logotipo',
  type_image: 'Imagen',
  type_video: 'Vídeo',
  type_template: 'Plantilla',
  type_price_list: 'Lista de precios',
  type_legal: 'Legal',
  type_link: 'Enlace',
  partnerType_reseller: 'Revendedor',
  partnerType_var: 'Revendedor de valor añadido',
  partnerType_distributor: 'Mayorista',
  partnerType_agent: 'Agente comercial',
  partnerType_affiliate: 'Afiliado',
  partnerType_msp: 'Proveedor de servicios gestionados',
  partnerType_si: 'Integrador de sistemas',
  partnerType_isv: 'Desarrollador de software',
};
