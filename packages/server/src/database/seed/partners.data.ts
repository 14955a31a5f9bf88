import type {PartnerType, Role} from '@portico/contract';
import type {LevelKey, ProductName} from './programme.data.ts';

export interface PartnerSeed {
  readonly externalId: string;
  readonly name: string;
  readonly type: PartnerType;
  /** externalId of the distributor above. */
  readonly parent?: string;
  readonly country: string;
  readonly timeZone: string;
  readonly website: string;
  readonly level: LevelKey;
  /** externalId of the channel manager. */
  readonly manager: string;
  /** Countries, or a country and its region. */
  readonly territories: readonly (string | readonly [country: string, region: string])[];
  readonly products?: readonly ProductName[];
  readonly capacity: number | null;
  readonly pausedReason?: string;
}

export interface PersonSeed {
  readonly externalId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly timeZone: string;
  /** externalId of the partner; none for vendor staff. */
  readonly partner?: string;
  readonly roles: readonly Role[];
}

export const partners: readonly PartnerSeed[] = [
  {externalId: 'nordvik', name: 'Nordvik Distribution AB', type: 'distributor', country: 'SE', timeZone: 'Europe/Stockholm', website: 'https://nordvik.example', level: 'gold', manager: 'v-elin', territories: ['SE', 'NO'], capacity: 80},
  {externalId: 'lumitek', name: 'Lumitek Oy', type: 'reseller', parent: 'nordvik', country: 'FI', timeZone: 'Europe/Helsinki', website: 'https://lumitek.example', level: 'gold', manager: 'v-elin', territories: ['FI'], capacity: 120},
  {externalId: 'sundqvist', name: 'Sundqvist Industriteknik AB', type: 'reseller', parent: 'nordvik', country: 'SE', timeZone: 'Europe/Stockholm', website: 'https://sundqvist.example', level: 'silver', manager: 'v-elin', territories: [['SE', 'Västra Götaland'], ['SE', 'Skåne']], capacity: 25},
  {externalId: 'kessler-brandt', name: 'Kessler & Brandt Systemtechnik GmbH', type: 'si', country: 'DE', timeZone: 'Europe/Berlin', website: 'https://kessler-brandt.example', level: 'gold', manager: 'v-jonas', territories: ['DE', 'AT'], capacity: 60},
  {externalId: 'isar-robotik', name: 'Isar Robotik GmbH', type: 'var', country: 'DE', timeZone: 'Europe/Berlin', website: 'https://isar-robotik.example', level: 'silver', manager: 'v-jonas', territories: [['DE', 'Bayern'], ['DE', 'Baden-Württemberg'], 'CH', 'AT'], products: ['Halden Cobot 7', 'Halden Vision', 'Halden Edge 200', 'Halden Safety PLC'], capacity: 20},
  {externalId: 'minh-long', name: 'Công ty CP Tự động hóa Minh Long', type: 'reseller', country: 'VN', timeZone: 'Asia/Ho_Chi_Minh', website: 'https://minhlong.example', level: 'silver', manager: 'v-jonas', territories: ['VN'], capacity: 40},
  {externalId: 'saigon-controls', name: 'Saigon Controls Co., Ltd', type: 'si', country: 'VN', timeZone: 'Asia/Ho_Chi_Minh', website: 'https://saigoncontrols.example', level: 'registered', manager: 'v-jonas', territories: ['VN'], capacity: 15},
  {externalId: 'pennant', name: 'Pennant Integration Ltd', type: 'msp', country: 'GB', timeZone: 'Europe/London', website: 'https://pennant.example', level: 'registered', manager: 'v-elin', territories: ['GB', 'IE'], capacity: 20},
  {externalId: 'baltic-drives', name: 'Baltic Drives OÜ', type: 'reseller', parent: 'nordvik', country: 'EE', timeZone: 'Europe/Tallinn', website: 'https://balticdrives.example', level: 'registered', manager: 'v-elin', territories: ['EE'], capacity: 10, pausedReason: 'Two leads in a row ran out without a call. We talk about it on Thursday.'},
];

const at = (partner: string, locale: string, timeZone: string) => (externalId: string, name: string, email: string, roles: readonly Role[]): PersonSeed => ({externalId, name, email, locale, timeZone, partner, roles});
const lumitek = at('lumitek', 'fi', 'Europe/Helsinki');
const nordvik = at('nordvik', 'sv', 'Europe/Stockholm');
const sundqvist = at('sundqvist', 'sv', 'Europe/Stockholm');
const kessler = at('kessler-brandt', 'de', 'Europe/Berlin');
const isar = at('isar-robotik', 'de', 'Europe/Berlin');
const minhLong = at('minh-long', 'vi', 'Asia/Ho_Chi_Minh');
const saigon = at('saigon-controls', 'vi', 'Asia/Ho_Chi_Minh');
const pennant = at('pennant', 'en', 'Europe/London');
const baltic = at('baltic-drives', 'en', 'Europe/Tallinn');

/** The first person of a side is the one whom a demo page signs in. */
export const people: readonly PersonSeed[] = [
  {externalId: 'v-elin', name: 'Elin Forsman', email: 'elin.forsman@halden.example', locale: 'en', timeZone: 'Europe/Helsinki', roles: ['channel_manager', 'channel_admin']},
  {externalId: 'v-jonas', name: 'Jonas Weidner', email: 'jonas.weidner@halden.example', locale: 'de', timeZone: 'Europe/Berlin', roles: ['channel_manager']},
  {externalId: 'v-mira', name: 'Mira Koskela', email: 'mira.koskela@halden.example', locale: 'fi', timeZone: 'Europe/Helsinki', roles: ['channel_admin']},
  {externalId: 'v-tomas', name: 'Tomas Lindell', email: 'tomas.lindell@halden.example', locale: 'sv', timeZone: 'Europe/Stockholm', roles: ['marketing', 'reviewer']},
  lumitek('p-aino', 'Aino Lehtonen', 'aino.lehtonen@lumitek.example', ['org_admin', 'sales_lead']),
  lumitek('p-eetu', 'Eetu Rantala', 'eetu.rantala@lumitek.example', ['sales_rep']),
  lumitek('p-sanna', 'Sanna Mäkelä', 'sanna.makela@lumitek.example', ['sales_rep']),
  nordvik('p-karl', 'Karl Nyström', 'karl.nystrom@nordvik.example', ['org_admin', 'distributor_user']),
  nordvik('p-ida', 'Ida Hedlund', 'ida.hedlund@nordvik.example', ['sales_lead']),
  sundqvist('p-maja', 'Maja Sundqvist', 'maja@sundqvist.example', ['org_admin', 'sales_lead']),
  sundqvist('p-oskar', 'Oskar Blom', 'oskar@sundqvist.example', ['sales_rep']),
  kessler('p-katrin', 'Katrin Brandt', 'k.brandt@kessler-brandt.example', ['org_admin', 'sales_lead']),
  kessler('p-mehmet', 'Mehmet Yıldız', 'm.yildiz@kessler-brandt.example', ['sales_rep']),
  kessler('p-lena', 'Lena Vogt', 'l.vogt@kessler-brandt.example', ['sales_rep']),
  isar('p-florian', 'Florian Huber', 'huber@isar-robotik.example', ['org_admin', 'sales_rep']),
  minhLong('p-linh', 'Trần Thùy Linh', 'linh.tran@minhlong.example', ['org_admin', 'sales_lead']),
  minhLong('p-duc', 'Nguyễn Minh Đức', 'duc.nguyen@minhlong.example', ['sales_rep']),
  saigon('p-phuong', 'Lê Hoài Phương', 'phuong.le@saigoncontrols.example', ['org_admin', 'sales_lead']),
  pennant('p-niamh', 'Niamh Kavanagh', 'niamh@pennant.example', ['org_admin', 'sales_lead']),
  pennant('p-george', 'George Whitlock', 'george@pennant.example', ['sales_rep']),
  baltic('p-kert', 'Kert Saar', 'kert@balticdrives.example', ['org_admin', 'sales_rep']),
];
