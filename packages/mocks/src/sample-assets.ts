import type {AssetType, Entitlement} from '@portico/contract';
import {programExamples} from '@portico/contract/examples';

/** One asset of a story: what differs from an open PDF in English that everybody may have. */
export interface SampleAsset {
  readonly title: string;
  readonly summary: string;
  readonly type: AssetType;
  /** Languages of its versions. */
  readonly languages: readonly string[];
  readonly products: readonly string[];
  readonly tags: readonly string[];
  readonly folder: 0 | 1 | 2 | 3;
  readonly file: string;
  readonly entitlement?: Partial<Entitlement>;
  readonly status?: 'draft' | 'in_review' | 'approved' | 'recalled' | 'superseded' | 'expired';
  readonly confidential?: boolean;
  /** How many times the first language was replaced. */
  readonly replaced?: number;
  /** Days from the start until it runs out. */
  readonly endsInDays?: number;
  readonly delivery?: 'open' | 'portal' | 'locked';
  readonly watermark?: boolean;
}

const vision = ['Aurora Vision'];
const edge = ['Aurora Edge'];
const gold = programExamples.aurora.levels[0]?.id ?? null;

/** A library in several languages and scripts, with something of every kind. */
export const sampleAssets: readonly SampleAsset[] = [
  {title: 'Aurora Vision datasheet', summary: 'Two pages: what the camera sees, sizes, interfaces, part numbers.', type: 'datasheet', languages: ['en', 'fi', 'de'], products: vision, tags: ['camera', 'IP67'], folder: 1, file: 'aurora-vision.pdf', replaced: 1, delivery: 'open'},
  {title: 'Aurora Vision – Datenblatt Großanlagen', summary: 'Für Anlagen über zehn Meter: Optik, Gehäuse, Prüfmaße.', type: 'datasheet', languages: ['de'], products: vision, tags: ['Großanlagen'], folder: 1, file: 'grossanlagen.pdf'},
  {title: '智能相机产品手册', summary: '智能相机的安装、调试与维护。', type: 'datasheet', languages: ['zh-Hans', 'en'], products: vision, tags: ['相机', '手册'], folder: 1, file: 'zhineng-xiangji.pdf'},
  {title: 'Sổ tay camera giám sát nhà máy', summary: 'Lắp đặt, cấu hình và đèn báo động.', type: 'datasheet', languages: ['vi'], products: vision, tags: ['camera', 'nhà máy'], folder: 1, file: 'so-tay.pdf'},
  {title: 'دليل الكاميرا الحرارية', summary: 'تركيب الكاميرا في المصانع وصيانتها.', type: 'datasheet', languages: ['ar'], products: vision, tags: ['كاميرا'], folder: 1, file: 'dalil.pdf'},
  {title: 'Hälytyskeskuksen käyttöönotto', summary: 'Asennus, kytkennät ja ensimmäinen hälytys.', type: 'datasheet', languages: ['fi'], products: edge, tags: ['käyttöönotto'], folder: 2, file: 'kayttoonotto.pdf'},
  {title: 'Aurora Edge deck', summary: 'Twelve slides for the first meeting with a plant manager.', type: 'deck', languages: ['en', 'zh-Hans'], products: edge, tags: ['customer meeting'], folder: 2, file: 'edge-deck.pptx', replaced: 2},
  {title: 'Why Aurora wins against fixed optics', summary: 'Five arguments and what they answer.', type: 'battlecard', languages: ['en'], products: vision, tags: ['competition'], folder: 3, file: 'battlecard.pdf', entitlement: {certifications: ['edge-basic'], whenDenied: 'locked'}, watermark: true},
  {title: 'Price list 2027', summary: 'Recommended prices and partner discounts.', type: 'price_list', languages: ['en'], products: [...vision, ...edge], tags: ['prices'], folder: 3, file: 'prices.xlsx', entitlement: {minLevelId: gold}, delivery: 'locked', watermark: true},
  {title: 'Price list for distributors', summary: 'For stock holders.', type: 'price_list', languages: ['en'], products: [...vision, ...edge], tags: ['prices'], folder: 3, file: 'distribution.xlsx', entitlement: {partnerTypes: ['distributor'], whenDenied: 'locked'}, delivery: 'locked'},
  {title: 'Partner logo kit', summary: 'Logos for print and screen, and how to place them.', type: 'logo', languages: ['en'], products: [], tags: ['brand'], folder: 0, file: 'logos.zip', entitlement: {termsVersion: 'brand-2027', whenDenied: 'locked'}},
  {title: 'Aurora on the dryer, photograph', summary: 'Camera above a drying line, 6,000 pixels wide.', type: 'image', languages: ['en'], products: vision, tags: ['photograph', 'dryer'], folder: 0, file: 'dryer.jpg', delivery: 'open'},
  {title: 'Factory tour', summary: 'Three minutes through our plant in Oulu.', type: 'video', languages: ['en'], products: [], tags: ['film'], folder: 0, file: 'tour.mp4', delivery: 'open'},
  {title: 'Tampere Paper Works saves 40 stops a year', summary: 'Case study with figures and a quote.', type: 'case_study', languages: ['en', 'fi'], products: vision, tags: ['paper'], folder: 3, file: 'tampere.pdf'},
  {title: 'Nordic autumn campaign mail', summary: 'A mail to send under your own name.', type: 'template', languages: ['en', 'fi'], products: vision, tags: ['campaign'], folder: 3, file: 'mail.docx', entitlement: {groups: ['nordic']}, endsInDays: 12},
  {title: 'Baltic autumn campaign mail', summary: 'The same for the Baltic countries.', type: 'template', languages: ['en'], products: vision, tags: ['campaign'], folder: 3, file: 'mail-baltic.docx', entitlement: {groups: ['baltic']}},
  {title: 'Partner terms', summary: 'The terms as they stand.', type: 'legal', languages: ['en', 'de'], products: [], tags: ['terms'], folder: 0, file: 'terms.pdf'},
  {title: 'Configurator', summary: 'Put a system together and get a quote.', type: 'link', languages: [], products: [...vision, ...edge], tags: ['tools'], folder: 0, file: ''},
  {title: 'Mounting guide', summary: 'Brackets, torque and cables.', type: 'datasheet', languages: ['en'], products: vision, tags: ['mounting'], folder: 1, file: 'mounting.pdf', status: 'recalled'},
  {title: 'Aurora One flyer', summary: 'The model before Aurora Edge.', type: 'datasheet', languages: ['en'], products: edge, tags: ['flyer'], folder: 2, file: 'one.pdf', status: 'superseded'},
  {title: 'Summer offer', summary: 'Ended in August.', type: 'price_list', languages: ['en'], products: edge, tags: ['prices'], folder: 3, file: 'summer.pdf', status: 'expired'},
  {title: 'Aurora Care service levels', summary: 'What is covered, and how fast.', type: 'datasheet', languages: ['en'], products: ['Aurora Care'], tags: ['service'], folder: 2, file: 'care.pdf', status: 'in_review'},
  {title: 'Roadmap 2028', summary: 'For our own people.', type: 'deck', languages: ['en'], products: [...vision, ...edge], tags: ['roadmap'], folder: 3, file: 'roadmap.pptx', confidential: true},
  {title: 'Trade fair wall', summary: 'A first sketch.', type: 'image', languages: [], products: [], tags: ['fair'], folder: 0, file: '', status: 'draft'},
];

/** Names of the folders; all but the first are inside it. */
export const sampleFolders = ['Library', 'Aurora Vision', 'Aurora Edge', 'Selling'] as const;
