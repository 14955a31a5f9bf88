import type {CollateralWords} from '../collateral.strings.ts';

export const strings: CollateralWords = {
  label: 'Proposé par {partner}',
  open: 'Ouvrir',
  open_size: 'Ouvrir ({size})',
  ask: 'Poser une question',
  about: 'Poser une question sur {title}',
  close: 'Fermer',
  name: 'Nom',
  email: 'E-mail',
  company: 'Entreprise',
  phone: 'Téléphone',
  message: 'Votre question',
  consent: '{partner} peut utiliser ces données pour me répondre.',
  privacy: 'Confidentialité',
  send: 'Envoyer',
  sending: 'Envoi…',
  sent: 'Merci. {partner} vous répondra.',
  failed: 'Non envoyé. Votre texte est toujours là : réessayez.',
  busy: 'Non envoyé : trop de demandes à la fois. Votre texte est toujours là ; réessayez dans quelques minutes.',
  check: 'Vérifiez ce champ.',
};
