import type {CollateralWords} from '../collateral.strings.ts';

export const strings: CollateralWords = {
  label: 'Lähettäjänä {partner}',
  open: 'Avaa',
  open_size: 'Avaa ({size})',
  ask: 'Kysy tästä',
  about: 'Kysy aiheesta {title}',
  close: 'Sulje',
  name: 'Nimi',
  email: 'Sähköposti',
  company: 'Yritys',
  phone: 'Puhelin',
  message: 'Kysymyksesi',
  consent: '{partner} saa käyttää näitä tietoja vastatakseen minulle.',
  privacy: 'Tietosuoja',
  send: 'Lähetä',
  sending: 'Lähetetään…',
  sent: 'Kiitos. {partner} ottaa sinuun yhteyttä.',
  failed: 'Ei lähetetty. Kirjoittamasi on tallella: yritä uudelleen.',
  busy: 'Ei lähetetty: liian monta kerralla. Kirjoittamasi on tallella; yritä muutaman minuutin kuluttua.',
  check: 'Tarkista tämä.',
};
