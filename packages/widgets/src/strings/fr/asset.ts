import type {AssetStrings} from '../asset.strings.ts';

export const strings: AssetStrings = {
  type_datasheet: 'Fiche technique',
  type_deck: 'Présentation',
  type_battlecard: 'Fiche concurrence',
  type_case_study: 'Étude de cas',
  type_logo: 'Logo',
  type_image: 'Image',
  type_video: 'Vidéo',
  type_template: 'Modèle',
  type_price_list: 'Tarifs',
  type_legal: 'Juridique',
  type_link: 'Lien',
  partnerType_reseller: 'Revendeur',
  partnerType_var: 'Revendeur à valeur ajoutée',
  partnerType_distributor: 'Distributeur',
  partnerType_agent: 'Agent commercial',
  partnerType_affiliate: 'Affilié',
  partnerType_msp: 'Prestataire de services managés',
  partnerType_si: 'Intégrateur de systèmes',
  partnerType_isv: 'Éditeur de logiciels',
};
