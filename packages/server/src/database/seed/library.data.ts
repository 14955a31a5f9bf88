import type {AssetFields, AssetStatus, Entitlement} from '@portico/contract';
import type {LevelKey, ProductName} from './programme.data.ts';

/** A version as it was published: its language, its file, how many days ago, and what was new. */
export type VersionSeed = readonly [language: string, file: string, daysAgo: number, changeNote?: string];

export interface AssetSeed extends Partial<Pick<AssetFields, 'type' | 'classification' | 'delivery' | 'watermark' | 'altText' | 'linkUrl' | 'tags' | 'industries' | 'salesStages' | 'personas'>> {
  readonly title: string;
  readonly summary: string;
  readonly folder: FolderName;
  readonly products: ProductName[];
  readonly versions: readonly VersionSeed[];
  readonly status?: AssetStatus;
  /** Why it was recalled, or what a reviewer wants changed. */
  readonly words?: string;
  /** Title of the asset that takes its place. */
  readonly replacedBy?: string;
  readonly level?: LevelKey;
  readonly entitlement?: Partial<Entitlement>;
  /** Days from now until it runs out. */
  readonly endsInDays?: number;
  /** Days since it was begun; more than since its versions. */
  readonly daysAgo: number;
  /** Downloads: who (externalId), which version (from 0), how many days ago. */
  readonly copies?: readonly (readonly [person: string, version: number, daysAgo: number])[];
  /** Those who marked it, by externalId. */
  readonly favouriteOf?: readonly string[];
}

/** Folders with the one they are in. */
export const folders = [['Products'], ['Robots', 'Products'], ['Vision and control', 'Products'], ['Selling'], ['Campaigns', 'Selling'], ['Prices and terms'], ['Brand']] as const satisfies readonly (readonly [string, string?])[];
export type FolderName = (typeof folders)[number][0];

/** What partners have besides their level; by externalId. */
export const partnerStandings: Readonly<Record<string, {readonly groups?: readonly string[]; readonly certifications?: readonly string[]; readonly acceptedTerms?: readonly string[]}>> = {
  nordvik: {groups: ['nordic'], certifications: ['cobot-sales'], acceptedTerms: ['2026-1']},
  lumitek: {groups: ['nordic'], certifications: ['vision-basic'], acceptedTerms: ['2026-1']},
  sundqvist: {groups: ['nordic'], acceptedTerms: ['2026-1']},
  'kessler-brandt': {certifications: ['cobot-sales', 'vision-basic'], acceptedTerms: ['2026-1', 'api-2026']},
  'isar-robotik': {certifications: ['cobot-sales'], acceptedTerms: ['2026-1']},
  'minh-long': {certifications: ['vision-basic'], acceptedTerms: ['2026-1']},
};

export const assets: readonly AssetSeed[] = [
  {
    title: 'Halden Cobot 7 datasheet', summary: 'What it lifts, how far it reaches and what to order, for the buyer and the plant manager.', type: 'datasheet', folder: 'Robots', products: ['Halden Cobot 7'], tags: ['robot', 'figures'],
    industries: ['Food', 'Packaging'], salesStages: ['qualified', 'needs'], personas: ['plant manager', 'buyer'], classification: 'public', delivery: 'open', daysAgo: 300,
    versions: [
      ['en', 'cobot-7-datasheet-en-2025.pdf', 290], ['fi', 'cobot-7-tuotelehti-fi-2025.pdf', 280], ['en', 'cobot-7-datasheet-en.pdf', 40, 'Payload is 7 kg now, and the reach 1,050 mm.'],
      ['vi', 'cobot-7-thong-so-vi.pdf', 39], ['zh-Hans', 'cobot-7-shuoming-zh.pdf', 38], ['fi', 'cobot-7-tuotelehti-fi.pdf', 2, 'Hyötykuorma on nyt 7 kg ja ulottuma 1 050 mm.'],
    ],
    copies: [['p-aino', 1, 120], ['p-eetu', 1, 60], ['p-karl', 0, 200], ['p-ida', 2, 30], ['p-katrin', 0, 150], ['p-katrin', 2, 12], ['p-linh', 3, 20], ['p-duc', 0, 90], ['p-florian', 0, 70], ['p-niamh', 2, 5]], favouriteOf: ['p-aino', 'p-linh'],
  },
  {title: 'Halden Vision datasheet', summary: 'The camera in figures: resolution, distances, interfaces, order numbers.', type: 'datasheet', folder: 'Vision and control', products: ['Halden Vision'], tags: ['camera', 'IP 67'], industries: ['Food', 'Textile'], salesStages: ['qualified'], personas: ['plant manager'], classification: 'public', delivery: 'open', daysAgo: 200, versions: [['en', 'vision-datasheet-en.pdf', 190], ['fi', 'vision-tuotelehti-fi.pdf', 150]], copies: [['p-sanna', 1, 44], ['p-linh', 0, 80]], favouriteOf: ['p-aino']},
  {title: '智能视觉检测系统安装手册', summary: '从开箱到第一次检测，共六步：支架、对焦、示教缺陷。', type: 'datasheet', folder: 'Vision and control', products: ['Halden Vision'], tags: ['相机', '安装'], industries: ['Textile'], salesStages: ['needs'], personas: ['technician'], daysAgo: 90, versions: [['zh-Hans', 'vision-shouce-zh.pdf', 80]]},
  {title: 'Halden Edge 200 datasheet', summary: 'One controller for motion, vision and safety: processor, cycle times, supply.', type: 'datasheet', folder: 'Vision and control', products: ['Halden Edge 200'], tags: ['controller'], salesStages: ['qualified', 'needs'], personas: ['engineer'], classification: 'public', delivery: 'open', daysAgo: 160, versions: [['en', 'edge-200-datasheet-en.pdf', 150]], copies: [['p-eetu', 0, 33], ['p-mehmet', 0, 60]]},
  {title: 'Hướng dẫn lắp đặt Halden Edge 200', summary: 'Gắn ray, cấp nguồn, kết nối và ý nghĩa của đèn báo.', type: 'datasheet', folder: 'Vision and control', products: ['Halden Edge 200'], tags: ['lắp đặt', 'bộ điều khiển'], salesStages: ['needs'], personas: ['technician'], daysAgo: 20, versions: [['vi', 'edge-200-huong-dan-vi.pdf', 1]], copies: [['p-phuong', 0, 0.5]]},
  {title: 'Halden Drive X4 datasheet', summary: 'Power, overload, feedback and the footprint of the servo drive.', type: 'datasheet', folder: 'Robots', products: ['Halden Drive X4'], tags: ['servo', 'figures'], salesStages: ['qualified'], personas: ['engineer'], classification: 'public', delivery: 'open', daysAgo: 400, versions: [['en', 'drive-x4-datasheet-en.pdf', 120]], copies: [['p-karl', 0, 90]]},
  {title: 'Mounting the Drive X4', summary: 'Brackets, torque, cables and the first start.', type: 'datasheet', folder: 'Robots', products: ['Halden Drive X4'], tags: ['mounting'], salesStages: ['needs'], personas: ['technician'], daysAgo: 260, versions: [['en', 'drive-x4-mounting-en.pdf', 250]], status: 'recalled', words: 'The torque in step 2 is wrong: 9 Nm, not 14. Bolts may shear.', copies: [['p-aino', 0, 70], ['p-sanna', 0, 41], ['p-mehmet', 0, 35], ['p-maja', 0, 20]]},
  {title: 'Safety PLC certificate', summary: 'Type examination to EN ISO 13849-1, for the customer’s technical file.', type: 'legal', folder: 'Prices and terms', products: ['Halden Safety PLC'], tags: ['certificate', 'safety'], salesStages: ['proposal'], personas: ['safety officer'], daysAgo: 720, endsInDays: 12, versions: [['en', 'safety-plc-certificate-en.pdf', 700]], copies: [['p-eetu', 0, 15]]},
  {title: 'Halden Flow: käyttöönotto-opas', summary: 'Anturit, raja-arvot ja kunnossapidon ilmoitukset ensimmäiseen hälytykseen asti.', type: 'datasheet', folder: 'Vision and control', products: ['Halden Flow'], tags: ['käyttöönotto', 'kunnossapito'], industries: ['Paper'], salesStages: ['needs'], personas: ['technician'], daysAgo: 50, versions: [['fi', 'flow-kayttoonotto-fi.pdf', 1.5]]},
  {title: 'First meeting deck', summary: 'Four slides for the first meeting with a plant manager.', type: 'deck', folder: 'Selling', products: ['Halden Cobot 7', 'Halden Vision', 'Halden Edge 200'], tags: ['customer meeting'], salesStages: ['qualified'], personas: ['plant manager'], watermark: true, daysAgo: 110, versions: [['en', 'first-meeting-en.pdf', 100], ['fi', 'ensitapaaminen-fi.pdf', 60]], copies: [['p-aino', 1, 31], ['p-maja', 0, 50], ['p-katrin', 0, 22]], favouriteOf: ['p-aino']},
  {title: 'Cobot 7 against caged robots', summary: 'Five things buyers say about fences, speed and safety, and what to answer.', type: 'battlecard', folder: 'Selling', products: ['Halden Cobot 7'], tags: ['competition', 'objections'], salesStages: ['needs', 'proposal'], personas: ['salesperson'], entitlement: {certifications: ['cobot-sales'], whenDenied: 'locked'}, watermark: true, daysAgo: 70, versions: [['en', 'battlecard-cobot-en.pdf', 65]], copies: [['p-florian', 0, 18]]},
  {title: 'Vision against smart sensors', summary: 'When a sensor is enough, and when it is not.', type: 'battlecard', folder: 'Selling', products: ['Halden Vision'], tags: ['competition'], salesStages: ['needs'], personas: ['salesperson'], status: 'changes_requested', words: 'Please name the sources of the figures in the table.', daysAgo: 6, versions: [['en', 'vision-battlecard-en.pdf', 5]]},
  {title: 'Price list 2027, Gold', summary: 'Prices and partner discounts for Gold partners, valid from 1 January 2027.', type: 'price_list', folder: 'Prices and terms', products: ['Halden Edge 200', 'Halden Drive X4', 'Halden Vision', 'Halden Cobot 7', 'Halden Safety PLC', 'Halden Flow', 'Halden Insight'], tags: ['prices', '2027'], salesStages: ['proposal', 'negotiation'], personas: ['salesperson'], level: 'gold', entitlement: {whenDenied: 'locked'}, delivery: 'locked', watermark: true, daysAgo: 14, versions: [['en', 'price-list-gold-2027-en.pdf', 10]], copies: [['p-aino', 0, 9], ['p-katrin', 0, 8]]},
  {title: 'Price list 2027, distribution', summary: 'For partners who keep stock: discounts by quantity, stock rotation.', type: 'price_list', folder: 'Prices and terms', products: ['Halden Edge 200', 'Halden Drive X4', 'Halden Vision', 'Halden Cobot 7'], tags: ['prices', '2027'], salesStages: ['proposal'], personas: ['salesperson'], entitlement: {partnerTypes: ['distributor'], whenDenied: 'locked'}, delivery: 'locked', watermark: true, daysAgo: 14, versions: [['en', 'price-list-distribution-2027-en.pdf', 10]], copies: [['p-karl', 0, 7]]},
  {title: 'Spare parts 2027', summary: 'Order numbers and list prices as a table for your own system.', type: 'price_list', folder: 'Prices and terms', products: ['Halden Cobot 7', 'Halden Vision', 'Halden Drive X4'], tags: ['prices', 'spare parts'], salesStages: ['negotiation'], personas: ['buyer'], status: 'approved', daysAgo: 3, versions: [['en', 'spare-parts-2027.csv', 2]]},
  {title: 'Summer offer 2026', summary: 'Vision with a lens for the price of the camera. Ended in August.', type: 'price_list', folder: 'Prices and terms', products: ['Halden Vision'], tags: ['offer'], salesStages: ['proposal'], status: 'expired', daysAgo: 170, endsInDays: -80, versions: [['en', 'summer-offer-2026-en.pdf', 160]], copies: [['p-eetu', 0, 130]]},
  {title: 'Lahden Leipä packs with fewer lifts', summary: 'A bakery, four Cobot 7, 11,000 crates of bread a day. With figures and a quote.', type: 'case_study', folder: 'Selling', products: ['Halden Cobot 7'], tags: ['bakery', 'reference'], industries: ['Food', 'Packaging'], salesStages: ['needs', 'proposal'], personas: ['plant manager', 'buyer'], classification: 'public', delivery: 'open', daysAgo: 80, versions: [['fi', 'case-lahden-leipa-fi.pdf', 75], ['en', 'case-lahden-leipa-en.pdf', 74]], copies: [['p-sanna', 0, 27]], favouriteOf: ['p-sanna']},
  {title: 'Nhà máy dệt giảm một nửa vải lỗi', summary: 'Sáu camera Halden Vision kiểm tra 40.000 mét vải mỗi ngày tại Bình Dương.', type: 'case_study', folder: 'Selling', products: ['Halden Vision'], tags: ['dệt may', 'camera'], industries: ['Textile'], salesStages: ['needs'], personas: ['plant manager'], classification: 'public', delivery: 'open', daysAgo: 33, versions: [['vi', 'case-det-may-vi.pdf', 30]], copies: [['p-duc', 0, 11]]},
  {title: 'Autumn campaign mail', summary: 'A mail to send under your own name: six weeks with a Cobot 7.', type: 'template', folder: 'Campaigns', products: ['Halden Cobot 7'], tags: ['campaign', 'mail'], salesStages: ['qualified'], personas: ['marketer'], entitlement: {groups: ['nordic']}, daysAgo: 60, versions: [['en', 'autumn-mail-en.html', 55], ['fi', 'autumn-mail-fi.html', 54]], copies: [['p-aino', 1, 25]]},
  {title: 'Cobot 7 on a packing line', summary: 'Picture for print and screen, 1,600 pixels wide.', type: 'image', folder: 'Brand', products: ['Halden Cobot 7'], tags: ['picture'], altText: 'A robot arm lifts a box onto a pallet.', classification: 'public', delivery: 'open', daysAgo: 130, versions: [['en', 'cobot-7-line.jpg', 125]], copies: [['p-aino', 0, 100]]},
  {title: 'Vision above the belt', summary: 'Picture for print and screen.', type: 'image', folder: 'Brand', products: ['Halden Vision'], tags: ['picture'], altText: 'A camera looks down on boxes on a conveyor belt.', classification: 'public', delivery: 'open', daysAgo: 130, versions: [['en', 'vision-belt.png', 125]]},
  {title: 'Halden partner badge', summary: 'The badge of the programme as a vector drawing. At least 24 mm high, and nothing within a quarter of that.', type: 'logo', folder: 'Brand', products: [], tags: ['logo', 'badge'], altText: 'A seal with the letter H.', entitlement: {termsVersion: '2026-1', whenDenied: 'locked'}, daysAgo: 300, versions: [['en', 'halden-partner-badge.svg', 290]], copies: [['p-aino', 0, 250]]},
  {title: 'Partner terms 2026-1', summary: 'What we promise each other.', type: 'legal', folder: 'Prices and terms', products: [], tags: ['terms'], daysAgo: 320, versions: [['en', 'partner-terms-2026-1-en.pdf', 310]]},
  {title: 'Reading figures from Insight', summary: 'How a customer’s own system reads measurements.', type: 'datasheet', folder: 'Vision and control', products: ['Halden Insight'], tags: ['API', 'integration'], personas: ['engineer'], entitlement: {termsVersion: 'api-2026', whenDenied: 'locked'}, daysAgo: 45, versions: [['en', 'insight-api-guide-en.pdf', 44]]},
  {title: 'Halden configurator', summary: 'Put a system together and get a quote to send.', type: 'link', folder: 'Selling', products: ['Halden Cobot 7', 'Halden Edge 200', 'Halden Vision'], tags: ['tools'], salesStages: ['proposal'], linkUrl: 'https://configure.halden.example/', daysAgo: 220, versions: []},
  {title: 'Halden Edge 150 flyer', summary: 'The controller before the Edge 200.', type: 'datasheet', folder: 'Vision and control', products: ['Halden Edge 200'], tags: ['controller'], status: 'superseded', replacedBy: 'Halden Edge 200 datasheet', daysAgo: 700, versions: [['en', 'edge-150-flyer-en.pdf', 690]], copies: [['p-karl', 0, 400]]},
  {title: 'Halden Flow datasheet', summary: 'Sees a leak before it is one.', type: 'datasheet', folder: 'Vision and control', products: ['Halden Flow'], tags: ['figures'], salesStages: ['qualified'], status: 'in_review', daysAgo: 2, versions: [['en', 'flow-datasheet-en.pdf', 1]]},
  {title: 'Roadmap 2028', summary: 'For our own people.', type: 'deck', folder: 'Selling', products: [], tags: ['roadmap'], classification: 'confidential', daysAgo: 28, versions: [['en', 'roadmap-2028-en.pdf', 27]]},
  {title: 'Trade fair wall', summary: 'A first sketch for the fair in Tampere.', type: 'image', folder: 'Campaigns', products: ['Halden Cobot 7'], tags: ['fair'], status: 'draft', daysAgo: 0.2, versions: []},
];

/** Those who have been in the library before, by externalId, and how many days ago: what came since is new to them. */
export const visits: readonly (readonly [person: string, daysAgo: number])[] = [['p-aino', 3], ['p-eetu', 15], ['p-linh', 8], ['p-katrin', 4]];
