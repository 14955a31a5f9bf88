import type {PrintAddress, PrintOrderStatus} from '@portico/contract';

/** Pieces are named by their titles, people and partners by their externalId; times are days ago. */

/** What partners show on public pages of their own, in this order. The first is on the demo's partner site. */
export const embeds: readonly {readonly partner: string; readonly by: string; readonly name: string; readonly titles: readonly string[]; readonly campaign: string | null; readonly privacyUrl: string | null; readonly daysAgo: number; readonly endedDaysAgo?: number; readonly views?: number; readonly clicks?: number}[] = [
  {partner: 'lumitek', by: 'p-aino', name: 'Home page', titles: ['Halden Cobot 7 datasheet', 'Lahden Leipä packs with fewer lifts', 'Halden Vision datasheet'], campaign: 'website', privacyUrl: 'https://lumitek.example/privacy', daysAgo: 35, views: 412, clicks: 38},
  {partner: 'lumitek', by: 'p-eetu', name: 'Packaging fair 2026', titles: ['Cobot 7 on a packing line', 'Halden Cobot 7 datasheet'], campaign: 'fair-2026', privacyUrl: null, daysAgo: 70, endedDaysAgo: 21, views: 96, clicks: 17},
  {partner: 'minh-long', by: 'p-linh', name: 'Trang chủ', titles: ['Nhà máy dệt giảm một nửa vải lỗi', 'Halden Cobot 7 datasheet'], campaign: null, privacyUrl: null, daysAgo: 12, views: 58, clicks: 9},
];

/** Links that partners have sent. */
export const shareLinks: readonly {readonly by: string; readonly partner: string; readonly title: string; readonly recipient: string; readonly daysAgo: number; readonly forDays: number; readonly singleUse?: boolean; readonly revokedDaysAgo?: number; readonly opens: number; readonly uses: number}[] = [
  {by: 'p-aino', partner: 'lumitek', title: 'Halden Cobot 7 datasheet', recipient: 'Kymi Packaging, Mikko Laine', daysAgo: 4, forDays: 14, opens: 3, uses: 1},
  {by: 'p-eetu', partner: 'lumitek', title: 'Halden Vision datasheet', recipient: 'Satama Logistics', daysAgo: 2, forDays: 30, singleUse: true, opens: 0, uses: 0},
  {by: 'p-aino', partner: 'lumitek', title: 'Lahden Leipä packs with fewer lifts', recipient: 'Oulu Dairy', daysAgo: 40, forDays: 14, opens: 6, uses: 2},
  {by: 'p-sanna', partner: 'lumitek', title: 'Halden Edge 200 datasheet', recipient: 'Tampere Tools', daysAgo: 9, forDays: 30, revokedDaysAgo: 6, opens: 1, uses: 0},
];

/** What is offered in print. */
export const printed: readonly {readonly title: string; readonly inStock: number; readonly perOrder: number; readonly perQuarter: number}[] = [
  {title: 'Halden Cobot 7 datasheet', inStock: 640, perOrder: 150, perQuarter: 300},
  {title: 'Lahden Leipä packs with fewer lifts', inStock: 40, perOrder: 100, perQuarter: 200},
];

const helsinki: PrintAddress = {name: 'Aino Lehtonen', company: 'Lumitek Oy', street: 'Takomotie 8', postalCode: '00380', city: 'Helsinki', region: null, country: 'FI', phone: '+358 9 555 0142'};

/** Printed copies that partners have ordered. */
export const printOrders: readonly {readonly by: string; readonly partner: string; readonly title: string; readonly quantity: number; readonly daysAgo: number; readonly status: PrintOrderStatus; readonly reason?: string; readonly shipTo: PrintAddress}[] = [
  {by: 'p-aino', partner: 'lumitek', title: 'Halden Cobot 7 datasheet', quantity: 60, daysAgo: 5, status: 'shipped', shipTo: helsinki},
  {by: 'p-eetu', partner: 'lumitek', title: 'Halden Cobot 7 datasheet', quantity: 25, daysAgo: 0.3, status: 'requested', shipTo: {...helsinki, name: 'Eetu Rantala'}},
  {by: 'p-aino', partner: 'lumitek', title: 'Lahden Leipä packs with fewer lifts', quantity: 80, daysAgo: 3, status: 'backordered', reason: 'The printer delivers on Thursday.', shipTo: helsinki},
];
