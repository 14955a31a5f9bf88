import {CobrandTemplateFields, type BrandFields} from '@portico/contract';

/** Words in a partner's copy that differ by language. */
const words: Readonly<Record<string, {readonly headline: string; readonly button: string; readonly logo: string; readonly headlineLabel: string; readonly contact: string; readonly buttonLabel: string; readonly check: string}>> = {
  en: {headline: 'From {{partner.name}}', button: 'Ask for a visit', logo: 'Your logo', headlineLabel: 'Headline', contact: 'Your contacts', buttonLabel: 'Button', check: 'Code that says whether this copy is current'},
  fi: {headline: 'Myyjä: {{partner.name}}', button: 'Pyydä käynti', logo: 'Logonne', headlineLabel: 'Otsikko', contact: 'Yhteystietonne', buttonLabel: 'Painike', check: 'Koodi, joka kertoo, onko kopio ajan tasalla'},
  vi: {headline: '{{partner.name}} giới thiệu', button: 'Hẹn gặp', logo: 'Logo của bạn', headlineLabel: 'Tiêu đề', contact: 'Liên hệ của bạn', buttonLabel: 'Nút', check: 'Mã cho biết bản này còn hiện hành'},
};

/** The asset that partners may make their own, by its title, and the languages of its template. */
export const templateOf = {title: 'Halden Cobot 7 datasheet', languages: Object.keys(words)} as const;

/** The zones of a language, on the free part of the sheet above its foot. */
export function templateFields(language: string): CobrandTemplateFields {
  const said = words[language] ?? words['en'];
  return CobrandTemplateFields.parse({
    zones: [
      {id: 'logo', type: 'logo', label: said?.logo, x: 57, y: 694, w: 150, h: 52, placeholder: '{{partner.logo}}', required: true},
      {id: 'headline', type: 'text', label: said?.headlineLabel, x: 57, y: 752, w: 240, h: 22, fit: 'line', minSize: 9, maxSize: 14, colors: ['#134e4a', '#17302d'], font: 'bold', maxChars: 60, placeholder: said?.headline},
      {id: 'contact', type: 'contact', label: said?.contact, x: 310, y: 694, w: 150, h: 58, minSize: 7, maxSize: 10, placeholder: '{{partner.name}}\n{{partner.phone}}\n{{partner.email}}\n{{partner.website}}'},
      {id: 'cta', type: 'cta_link', label: said?.buttonLabel, x: 310, y: 754, w: 110, h: 20, fit: 'line', colors: ['#0f766e'], font: 'bold', maxChars: 30, placeholder: said?.button, link: '{{partner.website}}'},
      {id: 'check', type: 'qr', label: said?.check, x: 470, y: 694, w: 68, h: 68, locked: true},
    ],
    logoRules: {minPixels: 300, minContrast: 3},
    approval: 'vendor_approves',
    smallPrint: {x: 57, y: 780, w: 480, size: 6, color: '#5b7370'},
  });
}

/** Brands by the partner's externalId, each with the file of its logo. */
export const brands: Readonly<Record<string, Omit<BrandFields, 'logoFileId'> & {readonly logo: string}>> = {
  lumitek: {logo: 'lumitek-logo.png', displayName: 'Lumitek', phone: '+358 9 555 0142', email: 'myynti@lumitek.example', website: 'https://lumitek.example', address: 'Takomotie 8, 00380 Helsinki', colors: ['#7c2d12']},
  'minh-long': {logo: 'minh-long-logo.png', displayName: 'Minh Long', phone: '+84 28 5550 178', email: 'kinhdoanh@minhlong.example', website: 'https://minhlong.example', address: '12 Nguyễn Văn Linh, Quận 7, TP. Hồ Chí Minh', colors: ['#1e3a8a']},
};
