import type {CollateralWords} from '../collateral.strings.ts';

export const strings: CollateralWords = {
  label: 'Von {partner}',
  open: 'Öffnen',
  open_size: 'Öffnen ({size})',
  ask: 'Dazu fragen',
  about: 'Frage zu {title}',
  close: 'Schließen',
  name: 'Name',
  email: 'E-Mail',
  company: 'Firma',
  phone: 'Telefon',
  message: 'Ihre Frage',
  consent: '{partner} darf diese Angaben nutzen, um mir zu antworten.',
  privacy: 'Datenschutz',
  send: 'Senden',
  sending: 'Wird gesendet…',
  sent: 'Vielen Dank. {partner} meldet sich bei Ihnen.',
  failed: 'Nicht gesendet. Ihr Text ist noch da: Versuchen Sie es erneut.',
  busy: 'Nicht gesendet: zu viel auf einmal. Ihr Text ist noch da; versuchen Sie es in ein paar Minuten.',
  check: 'Bitte prüfen Sie dies.',
};
