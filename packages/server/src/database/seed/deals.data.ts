import type {DealLostReason, DealRejectReason, DealWithdrawReason, RegistrationType} from '@portico/contract';
import type {DemoCurrency} from './deal-programme.data.ts';
import type {ProductName} from './programme.data.ts';

/** How far a deal has come; its steps are in deal-scripts.ts. */
export type DealKind =
  | 'draft' | 'submitted' | 'under_review' | 'action_required' | 'pending_approval' | 'approved' | 'extension_asked' | 'converted' | 'won' | 'confirmed'
  | 'lost' | 'rejected' | 'duplicate' | 'withdrawn' | 'cancelled' | 'lapsed' | 'expired' | 'voided';

export interface DealSeed {
  readonly kind: DealKind;
  /** externalIds of the partner and of the colleague who works it. */
  readonly partner: string;
  readonly owner: string;
  /** How long ago it was started. */
  readonly daysAgo: number;
  readonly name: string;
  readonly customer: readonly [name: string, domain: string, country: string, city: string, taxId?: string];
  readonly contact: readonly [first: string, last: string, job: string];
  readonly lines: readonly (readonly [product: ProductName, quantity: number, discountPercent?: number])[];
  readonly currency: DemoCurrency;
  /** Days from now. */
  readonly closesIn: number;
  readonly type?: RegistrationType;
  /** The stage that it has reached. */
  readonly stage?: string;
  /** What is asked, why it ended, what comes next: in the words of whoever said it. */
  readonly words?: string;
  readonly reason?: DealRejectReason | DealWithdrawReason | DealLostReason;
  readonly competitors?: readonly string[];
}

const edge = 'Halden Edge 200';
const drive = 'Halden Drive X4';
const vision = 'Halden Vision';
const cobot = 'Halden Cobot 7';
const safety = 'Halden Safety PLC';
const flow = 'Halden Flow';
const insight = 'Halden Insight';

const tammer = ['Tammerin Teräs Oy', 'tammerinteras.example', 'FI', 'Tampere', 'FI20774740'] as const;
const weiher = ['Weiherbach Maschinenbau GmbH', 'weiherbach.example', 'DE', 'Augsburg'] as const;

/** The demo's deals, oldest needs first; several partners, most of them Lumitek's. */
export const deals: readonly DealSeed[] = [
  {kind: 'expired', partner: 'lumitek', owner: 'p-eetu', daysAgo: 118, name: 'Drives for the rolling mill', customer: ['Kymin Valssi Oy', 'kyminvalssi.example', 'FI', 'Kouvola'], contact: ['Jarkko', 'Virtanen', 'Maintenance manager'], lines: [[drive, 14, 8]], currency: 'EUR', closesIn: -30, stage: 'needs'},
  {kind: 'confirmed', partner: 'lumitek', owner: 'p-aino', daysAgo: 110, name: 'Packing cells for two sites', customer: ['Pohjan Leipä Oy', 'pohjanleipa.example', 'FI', 'Oulu', 'FI18556782'], contact: ['Marika', 'Kauppinen', 'Plant manager'], lines: [[cobot, 2], [safety, 2]], currency: 'EUR', closesIn: -22, stage: 'verbal', words: 'Signed on Thursday; delivery in January.'},
  {kind: 'voided', partner: 'pennant', owner: 'p-george', daysAgo: 104, name: 'Line monitoring trial', customer: ['Thornbury Mouldings Ltd', 'thornburymouldings.example', 'GB', 'Bristol'], contact: ['Alice', 'Fenwick', 'Operations director'], lines: [[insight, 6], [edge, 1]], currency: 'GBP', closesIn: -40, stage: 'negotiation', words: 'The order was cancelled and refunded within the month.'},
  {kind: 'lost', partner: 'kessler-brandt', owner: 'p-mehmet', daysAgo: 96, name: 'Bildverarbeitung Prüfstand 4', customer: ['Rheintal Präzision GmbH', 'rheintal-praezision.example', 'DE', 'Karlsruhe', 'DE129273398'], contact: ['Sabine', 'Hoffmann', 'Leiterin Qualität'], lines: [[vision, 6, 5]], currency: 'EUR', closesIn: -12, stage: 'proposal', reason: 'competitor', words: 'They stayed with their present supplier after a price cut.', competitors: ['Isravision']},
  {kind: 'won', partner: 'minh-long', owner: 'p-duc', daysAgo: 92, name: 'Giám sát trạm bơm số 3', customer: ['Công ty CP Cấp nước Sông Hồng', 'capnuocsonghong.example', 'VN', 'Hà Nội'], contact: ['Hùng', 'Phạm', 'Trưởng phòng kỹ thuật'], lines: [[flow, 4], [insight, 4]], currency: 'VND', closesIn: -3, stage: 'verbal', words: 'Order received this morning.'},
  {kind: 'won', partner: 'kessler-brandt', owner: 'p-lena', daysAgo: 99, name: 'Sicherheitssteuerung Presswerk', customer: ['Fichtelberg Pressteile GmbH', 'fichtelberg-pressteile.example', 'DE', 'Zwickau'], contact: ['Ralf', 'Neumann', 'Leiter Instandhaltung'], lines: [[safety, 7, 5], [edge, 1]], currency: 'EUR', closesIn: -11, stage: 'negotiation'},
  {kind: 'won', partner: 'isar-robotik', owner: 'p-florian', daysAgo: 95, name: 'Entgratzelle Gehäusebau', customer: ['Isartal Gehäusetechnik GmbH', 'isartal-gehaeuse.example', 'DE', 'Rosenheim'], contact: ['Petra', 'Huber', 'Fertigungsplanung'], lines: [[vision, 2]], currency: 'EUR', closesIn: -7, stage: 'verbal'},
  {kind: 'won', partner: 'baltic-drives', owner: 'p-kert', daysAgo: 93, name: 'Drives for the sawmill kilns', customer: ['Võru Saetööstus OÜ', 'vorusaetoostus.example', 'EE', 'Võru'], contact: ['Kadri', 'Saar', 'Production manager'], lines: [[drive, 5]], currency: 'EUR', closesIn: -5, stage: 'proposal'},
  {kind: 'extension_asked', partner: 'lumitek', owner: 'p-eetu', daysAgo: 84, name: 'Vision for sawn timber grading', customer: ['Savon Sahat Oy', 'savonsahat.example', 'FI', 'Kuopio', 'FI07651126'], contact: ['Risto', 'Hämäläinen', 'Production director'], lines: [[vision, 5], [edge, 2]], currency: 'EUR', closesIn: 45, stage: 'negotiation', words: 'Two visits and a test run behind us; their board decides in January.', competitors: ['Limab']},
  {kind: 'approved', partner: 'lumitek', owner: 'p-sanna', daysAgo: 79, name: 'Flow meters for the dairy', customer: ['Järvikylän Meijeri Oy', 'jarvikylanmeijeri.example', 'FI', 'Iisalmi'], contact: ['Päivi', 'Karjalainen', 'Process engineer'], lines: [[flow, 9, 10]], currency: 'EUR', closesIn: 20, stage: 'proposal', words: 'Call Päivi about the sanitary version'},
  {kind: 'expired', partner: 'sundqvist', owner: 'p-oskar', daysAgo: 102, name: 'Styrning av ugnslinje', customer: ['Bergslagens Glas AB', 'bergslagensglas.example', 'SE', 'Örebro'], contact: ['Anders', 'Lund', 'Teknisk chef'], lines: [[safety, 6], [edge, 2]], currency: 'SEK', closesIn: 10, stage: 'qualified'},
  {kind: 'converted', partner: 'lumitek', owner: 'p-aino', daysAgo: 58, name: 'Robot cell for machining', customer: [...tammer], contact: ['Kimmo', 'Lindroos', 'Production manager'], lines: [[cobot, 3], [vision, 3], [safety, 3]], currency: 'EUR', closesIn: 62, stage: 'negotiation', words: 'Second offer with the longer gripper', competitors: ['Kuka', 'Universal Robots']},
  {kind: 'approved', partner: 'kessler-brandt', owner: 'p-lena', daysAgo: 51, name: 'Antriebe Förderanlage West', customer: ['Oderland Logistik GmbH', 'oderland-logistik.example', 'DE', 'Frankfurt (Oder)'], contact: ['Torsten', 'Krause', 'Projektleiter'], lines: [[drive, 22, 12]], currency: 'EUR', closesIn: 38, stage: 'needs', words: 'Site survey with their planner'},
  {kind: 'rejected', partner: 'baltic-drives', owner: 'p-kert', daysAgo: 44, name: 'Drives for a peat line', customer: ['Põhjala Turvas AS', 'pohjalaturvas.example', 'EE', 'Pärnu'], contact: ['Marek', 'Tamm', 'Engineer'], lines: [[drive, 3]], currency: 'EUR', closesIn: 30, reason: 'insufficient_information', words: 'Please add who decides and when. You are welcome to send it again.'},
  {kind: 'approved', partner: 'lumitek', owner: 'p-eetu', daysAgo: 38, name: 'Safety for the press shop', customer: ['Hämeen Puriste Oy', 'hameenpuriste.example', 'FI', 'Hämeenlinna'], contact: ['Terhi', 'Saarinen', 'Safety manager'], lines: [[safety, 11, 5]], currency: 'EUR', closesIn: 55, stage: 'needs', words: 'Risk assessment workshop'},
  {kind: 'cancelled', partner: 'saigon-controls', owner: 'p-phuong', daysAgo: 36, name: 'Robot đóng gói thủy sản', customer: ['Công ty TNHH Thủy sản Cửu Long', 'thuysancuulong.example', 'VN', 'Cần Thơ'], contact: ['Thảo', 'Đỗ', 'Giám đốc nhà máy'], lines: [[cobot, 1]], currency: 'VND', closesIn: 60, words: 'The customer buys through our direct framework agreement. We told you on the phone.'},
  {kind: 'approved', partner: 'isar-robotik', owner: 'p-florian', daysAgo: 33, name: 'Cobot-Zelle Entgraten', customer: ['Allgäuer Feinguss GmbH', 'allgaeuer-feinguss.example', 'DE', 'Kempten'], contact: ['Andreas', 'Mayr', 'Fertigungsleiter'], lines: [[cobot, 2], [vision, 1]], currency: 'EUR', closesIn: 70, stage: 'proposal', words: 'Machbarkeitstest in unserem Labor'},
  {kind: 'withdrawn', partner: 'lumitek', owner: 'p-sanna', daysAgo: 31, name: 'Insight for the bakery group', customer: ['Kultasuu Leipomot Oy', 'kultasuu.example', 'FI', 'Vantaa'], contact: ['Jenni', 'Ojala', 'IT manager'], lines: [[insight, 12]], currency: 'EUR', closesIn: 40, reason: 'no_budget', words: 'Their investments are frozen until summer.'},
  {kind: 'duplicate', partner: 'sundqvist', owner: 'p-maja', daysAgo: 27, name: 'Robotcell för bearbetning', customer: ['Tammerin Teras', 'www.tammerinteras.example', 'FI', 'Tampere'], contact: ['Kimmo', 'Lindroos', 'Produktionschef'], lines: [[cobot, 2]], currency: 'EUR', closesIn: 80},
  {kind: 'lapsed', partner: 'pennant', owner: 'p-niamh', daysAgo: 26, name: 'Drives for a bottling hall', customer: ['Shannon Springs Ltd', 'shannonsprings.example', 'IE', 'Limerick'], contact: ['Declan', 'Byrne', 'Chief engineer'], lines: [[drive, 8]], currency: 'EUR', closesIn: 50, words: 'Which of the two halls is it, and who holds the budget?'},
  {kind: 'approved', partner: 'sundqvist', owner: 'p-oskar', daysAgo: 21, name: 'Kameror till sorteringslinje', customer: ['Skånska Rotfrukter AB', 'skanskarotfrukter.example', 'SE', 'Kristianstad'], contact: ['Karin', 'Persson', 'Platschef'], lines: [[vision, 4], [edge, 1]], currency: 'SEK', closesIn: 65, stage: 'qualified'},
  {kind: 'rejected', partner: 'lumitek', owner: 'p-eetu', daysAgo: 19, name: 'Edge for a test bench', customer: ['Revontulen Moottori Oy', 'revontulenmoottori.example', 'FI', 'Rovaniemi'], contact: ['Oskari', 'Niemelä', 'Test engineer'], lines: [[edge, 1]], currency: 'EUR', closesIn: 25, reason: 'existing_customer', words: 'They buy this from us under a maintenance contract. New lines are welcome, this one is not new.'},
  {kind: 'pending_approval', partner: 'lumitek', owner: 'p-aino', daysAgo: 6, name: 'Line modernisation, three mills', customer: ['Kaskisten Kartonki Oyj', 'kaskistenkartonki.example', 'FI', 'Kaskinen', 'FI16094588'], contact: ['Henrik', 'Sjöblom', 'Head of engineering'], lines: [[drive, 36, 10], [safety, 12, 5], [insight, 20]], currency: 'EUR', closesIn: 120, type: 'new_logo', competitors: ['ABB', 'Siemens']},
  {kind: 'pending_approval', partner: 'kessler-brandt', owner: 'p-katrin', daysAgo: 4, name: 'Roboterzellen Werk Süd', customer: ['Hohenlohe Fahrzeugteile SE', 'hohenlohe-fahrzeugteile.example', 'DE', 'Öhringen', 'DE136695976'], contact: ['Nicole', 'Schäfer', 'Einkauf Anlagen'], lines: [[cobot, 8, 15], [vision, 8, 10]], currency: 'EUR', closesIn: 140, type: 'new_logo'},
  {kind: 'action_required', partner: 'lumitek', owner: 'p-sanna', daysAgo: 5, name: 'Cameras for the dryer', customer: ['Vaasan Lauta Oy', 'vaasanlauta.example', 'FI', 'Vaasa'], contact: ['Mikael', 'Backman', 'Plant engineer'], lines: [[vision, 8], [edge, 1]], currency: 'EUR', closesIn: 75, words: 'Thank you. The tax id belongs to another company, and we need the tender notice.'},
  {kind: 'action_required', partner: 'minh-long', owner: 'p-linh', daysAgo: 7, name: 'Kiểm tra mối hàn tự động', customer: ['Công ty CP Cơ khí Bình Minh', 'cokhibinhminh.example', 'VN', 'Hải Phòng'], contact: ['Quang', 'Vũ', 'Quản đốc'], lines: [[vision, 2], [safety, 2]], currency: 'VND', closesIn: 66, words: 'Which of the two plants is it for?'},
  {kind: 'under_review', partner: 'isar-robotik', owner: 'p-florian', daysAgo: 3, name: 'Kamerazelle Montage', customer: [...weiher], contact: ['Jürgen', 'Bauer', 'Werkleiter'], lines: [[vision, 3]], currency: 'EUR', closesIn: 90},
  {kind: 'under_review', partner: 'lumitek', owner: 'p-eetu', daysAgo: 3, name: 'Pump station retrofit', customer: ['Loimaan Vesi Oy', 'loimaanvesi.example', 'FI', 'Loimaa'], contact: ['Sirpa', 'Koskinen', 'Managing director'], lines: [[flow, 6], [drive, 6]], currency: 'EUR', closesIn: 100, type: 'renewal'},
  {kind: 'submitted', partner: 'kessler-brandt', owner: 'p-mehmet', daysAgo: 2, name: 'Sichtprüfung Gehäuse', customer: ['Weiherbach Maschinenbau', 'weiherbach.example', 'DE', 'Augsburg'], contact: ['Jürgen', 'Bauer', 'Werkleiter'], lines: [[vision, 5], [edge, 1]], currency: 'EUR', closesIn: 60},
  {kind: 'submitted', partner: 'lumitek', owner: 'p-aino', daysAgo: 1.2, name: 'Palletising in the cold store', customer: ['Napapiirin Marja Oy', 'napapiirinmarja.example', 'FI', 'Kemi'], contact: ['Laura', 'Juntunen', 'Logistics manager'], lines: [[cobot, 1], [vision, 1]], currency: 'EUR', closesIn: 50, type: 'new_logo'},
  {kind: 'submitted', partner: 'lumitek', owner: 'p-sanna', daysAgo: 0.3, name: 'Edge gateways for nine sites', customer: ['Etelän Kaukolämpö Oy', 'etelankaukolampo.example', 'FI', 'Porvoo'], contact: ['Tuomas', 'Wikström', 'Automation lead'], lines: [[edge, 9, 7], [insight, 9]], currency: 'EUR', closesIn: 85},
  {kind: 'submitted', partner: 'sundqvist', owner: 'p-maja', daysAgo: 0.2, name: 'Cobot för slipning', customer: ['Tammerin Teräs', 'tammerinteras.example', 'FI', 'Tampere'], contact: ['Kimmo', 'Lindroos', 'Produktionschef'], lines: [[cobot, 1]], currency: 'EUR', closesIn: 90},
  {kind: 'draft', partner: 'lumitek', owner: 'p-aino', daysAgo: 0.9, name: 'Second robot cell', customer: ['Saimaan Konepaja Oy', 'saimaankonepaja.example', 'FI', 'Lappeenranta'], contact: ['Matti', 'Rouhiainen', 'Managing director'], lines: [[cobot, 1]], currency: 'EUR', closesIn: 70},
  {kind: 'draft', partner: 'lumitek', owner: 'p-eetu', daysAgo: 0.1, name: 'Drives for ventilation', customer: ['Turun Telakkakone Oy', 'turuntelakkakone.example', 'FI', 'Turku'], contact: ['Anna', 'Grönroos', 'Buyer'], lines: [[drive, 4]], currency: 'EUR', closesIn: 45},
];
