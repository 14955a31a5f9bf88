import type {DealStatus} from '@portico/contract';
import {partnerOrgExamples, personExamples} from '@portico/contract/examples';
import type {DealRow} from './deal-rows.ts';

/** A customer as deals are made from: name, website, tax id, country, city, contact. */
export type SampleCustomer = readonly [name: string, website: string | null, taxId: string | null, country: string, city: string, firstName: string, lastName: string];

export const dealCustomers = {
  tampere: ['Tampere Paper Works Oy', 'https://tamperepaper.example', 'FI12345671', 'FI', 'Tampere', 'Kaisa', 'Mäkelä'],
  saimaa: ['Saimaa Brewing Oy', 'https://www.saimaabrewing.example', 'FI20445510', 'FI', 'Lappeenranta', 'Matti', 'Salo'],
  vanern: ['Vänern Timber AB', 'https://vanerntimber.example', 'SE556012345601', 'SE', 'Karlstad', 'Sofia', 'Lindqvist'],
  elbtal: ['Elbtal Kliniken gGmbH', 'https://elbtal-kliniken.example', null, 'DE', 'Dresden', 'Greta', 'Krüger'],
  alNoor: ['Al Noor Cold Store W.L.L.', 'https://alnoorcold.example', null, 'KW', 'Shuwaikh', 'Nadia', 'Haddad'],
  kitagawa: ['北川精機株式会社', 'https://kitagawa-seiki.example', null, 'JP', '広島', '健太', '田中'],
  haLong: ['Công ty Cổ phần Đóng tàu Hạ Long', 'https://halongshipyard.example', '5700101654', 'VN', 'Hạ Long', 'Tuấn', 'Trần'],
  oulu: ['Oulu Castings Oy', 'https://oulucastings.example', 'FI09887766', 'FI', 'Oulu', 'Petra', 'Niemi'],
  bodensee: ['Bodensee Molkerei eG', 'https://bodensee-molkerei.example', 'DE811234567', 'DE', 'Konstanz', 'Yusuf', 'Demir'],
  harju: ['Harju Foods OÜ', 'https://harjufoods.example', null, 'EE', 'Tallinn', 'Linda', 'Tamm'],
  turku: ['Turku Heat Oy', 'https://turkuheat.example', 'FI15600021', 'FI', 'Turku', 'Erik', 'Sund'],
  ostgota: ['Östgöta Frakt AB', 'https://ostgotafrakt.example', null, 'SE', 'Linköping', 'Lars', 'Ek'],
  rhein: ['Rhein Werkzeugbau GmbH', 'https://rhein-werkzeugbau.example', 'DE299876543', 'DE', 'Köln', 'Anna', 'Schmitz'],
  kymi: ['Kymi Board Oyj', 'https://kymiboard.example', 'FI10012345', 'FI', 'Kouvola', 'Jari', 'Lehto'],
} as const satisfies Record<string, SampleCustomer>;

export type Product = 'Aurora Flow' | 'Aurora Vision' | 'Aurora Edge' | 'Aurora Care';
export type SampleLine = readonly [product: Product, quantity: number, unitMinor: number | null];

/** One registration of the story: who, what, how far; days count from the start, past ones below zero. */
export interface DealPlan {
  readonly status: DealStatus;
  readonly org: string;
  readonly owner?: string | null;
  readonly customer: SampleCustomer;
  readonly name: string;
  readonly lines?: readonly SampleLine[];
  readonly currency?: string;
  readonly createdDays: number;
  readonly submittedDays?: number;
  readonly protectedDays?: readonly [from: number, until: number];
  readonly endedDays?: number;
  readonly stage?: string;
  readonly movedDays?: number;
  readonly closeDays?: number;
  readonly more?: Partial<DealRow>;
}

const lumen = partnerOrgExamples.lumen.id;
const bergmann = partnerOrgExamples.bergmann.id;
const rheinNet = partnerOrgExamples.rheinNet.id;
const {aino, mika, linh, jonas, priya} = personExamples;
const {tampere, saimaa, vanern, elbtal, alNoor, kitagawa, haLong, oulu, bodensee, harju, turku, ostgota, rhein, kymi} = dealCustomers;

/** A partner's deals at every status, and others that stand in their way. `mockDealIds` names them in this order. */
export const dealStory: readonly DealPlan[] = [
  {status: 'draft', org: lumen, owner: mika.id, customer: tampere, name: 'Cameras for drying line 3', lines: [['Aurora Vision', 8, 850_000], ['Aurora Edge', 1, 1_600_000]], createdDays: -1.2, closeDays: 130},
  {status: 'draft', org: lumen, owner: aino.id, customer: ['Hämeen Sähkö', null, null, 'FI', '', '', ''], name: 'Alarms for a substation', createdDays: -0.1},
  {status: 'submitted', org: lumen, owner: mika.id, customer: saimaa, name: 'Planning for two bottling lines', lines: [['Aurora Flow', 2, 2_450_000]], createdDays: -1, submittedDays: -0.2, closeDays: 60},
  {status: 'submitted', org: lumen, owner: linh.id, customer: haLong, name: 'Edge computers for the dry dock', lines: [['Aurora Edge', 12, 310_000]], createdDays: -2, submittedDays: -1.1, closeDays: 95},
  {status: 'submitted', org: lumen, owner: aino.id, customer: oulu, name: 'Casting inspection', lines: [['Aurora Vision', 4, 790_000]], createdDays: -5, submittedDays: -3, closeDays: 40},
  {status: 'under_review', org: lumen, owner: mika.id, customer: vanern, name: 'Log sorting with cameras', lines: [['Aurora Vision', 6, 820_000], ['Aurora Care', 6, 90_000]], createdDays: -4, submittedDays: -1.6, closeDays: 75, more: {reviewerId: priya.id}},
  {status: 'action_required', org: lumen, owner: aino.id, customer: bodensee, name: 'Filling level by camera', lines: [['Aurora Vision', 3, 860_000]], createdDays: -12, submittedDays: -9, closeDays: 50, more: {reviewerId: priya.id, infoRequest: {fields: ['customer.taxId', 'evidence'], comment: 'Please attach the tender notice and check the tax id.', dueAt: '2'}}},
  {status: 'action_required', org: lumen, owner: mika.id, customer: harju, name: 'Packing hall planning', lines: [['Aurora Flow', 1, 3_900_000]], createdDays: -3, submittedDays: -2, closeDays: 80, more: {reviewerId: priya.id, infoRequest: {fields: ['contact.email', 'contact.phone', 'expectedCloseOn'], comment: 'Who decides at Harju, and when?', dueAt: '9'}}},
  {status: 'pending_approval', org: lumen, owner: aino.id, customer: kymi, name: 'Board machine 5: inspection and planning', lines: [['Aurora Vision', 30, 780_000], ['Aurora Flow', 1, 4_200_000]], createdDays: -6, submittedDays: -1.8, closeDays: 160, more: {reviewerId: priya.id}},
  {status: 'approved', org: lumen, owner: mika.id, customer: turku, name: 'District heating control room', lines: [['Aurora Edge', 20, 290_000]], createdDays: -90, submittedDays: -87, protectedDays: [-85, 5], stage: 'negotiation', movedDays: -12, closeDays: 20},
  {status: 'approved', org: lumen, owner: aino.id, customer: ostgota, name: 'Yard cameras for a freight hub', lines: [['Aurora Vision', 14, 640_000]], createdDays: -75, submittedDays: -72, protectedDays: [-70, 20], stage: 'proposal', movedDays: -8, closeDays: 45},
  {status: 'approved', org: lumen, owner: linh.id, customer: elbtal, name: 'Laboratory logistics', lines: [['Aurora Flow', 3, null]], createdDays: -60, submittedDays: -58, protectedDays: [-55, 35], stage: 'needs', movedDays: -45, closeDays: 70, more: {estimatedAmount: {amountMinor: 9_500_000, currency: 'EUR'}}},
  {status: 'approved', org: lumen, owner: mika.id, customer: alNoor, name: 'Cold store monitoring', lines: [['Aurora Edge', 5, 1_250_500], ['Aurora Care', 5, 120_000]], currency: 'KWD', createdDays: -30, submittedDays: -28, protectedDays: [-26, 64], stage: 'proposal', movedDays: -4, closeDays: 55},
  {status: 'converted', org: lumen, owner: aino.id, customer: kitagawa, name: 'Machine tool inspection, phase 1', lines: [['Aurora Vision', 10, 1_180_000]], currency: 'JPY', createdDays: -50, submittedDays: -48, protectedDays: [-45, 45], stage: 'verbal', movedDays: -2, closeDays: 12, more: {opportunityRef: 'OPP-2381', nextStep: {text: 'Send the final offer in Japanese', dueOn: '3'}}},
  {status: 'won', org: lumen, owner: mika.id, customer: rhein, name: 'Tool store planning', lines: [['Aurora Flow', 1, 5_600_000]], createdDays: -140, submittedDays: -138, protectedDays: [-135, -45], endedDays: -60, closeDays: -60, more: {winConfirmedAt: '-58'}},
  {status: 'draft', org: lumen, owner: mika.id, customer: tampere, name: 'From a lead', createdDays: -2, more: {source: 'vendor_assigned'}},
  {status: 'won', org: lumen, owner: aino.id, customer: saimaa, name: 'Brewhouse edge computers', lines: [['Aurora Edge', 6, 305_000]], createdDays: -80, submittedDays: -79, protectedDays: [-77, 13], endedDays: -1, closeDays: -1},
  {status: 'lost', org: lumen, owner: linh.id, customer: harju, name: 'Cold chain cameras', lines: [['Aurora Vision', 9, 700_000]], createdDays: -120, submittedDays: -118, protectedDays: [-116, -26], endedDays: -40, closeDays: -30, more: {endReason: 'price', endComment: 'A local maker was a third cheaper.'}},
  {status: 'rejected', org: lumen, owner: mika.id, customer: oulu, name: 'Furnace planning', lines: [['Aurora Flow', 1, 2_100_000]], createdDays: -20, submittedDays: -18, endedDays: -16, closeDays: 90, more: {endReason: 'insufficient_information', endComment: 'Nothing shows that the foundry asked for this. Add the enquiry and submit again.', reviewerId: priya.id, revisions: 1}},
  {status: 'expired', org: lumen, owner: aino.id, customer: bodensee, name: 'Dairy traceability', lines: [['Aurora Flow', 2, 1_900_000]], createdDays: -105, submittedDays: -102, protectedDays: [-100, -10], endedDays: -10, stage: 'needs', movedDays: -70, closeDays: -15},
  {status: 'withdrawn', org: lumen, owner: mika.id, customer: turku, name: 'Meter reading by camera', lines: [['Aurora Vision', 2, 690_000]], createdDays: -40, submittedDays: -39, endedDays: -37, closeDays: 10, more: {endReason: 'no_budget'}},
  {status: 'lapsed', org: lumen, owner: linh.id, customer: vanern, name: 'Saw mill alarms', lines: [['Aurora Edge', 3, 300_000]], createdDays: -45, submittedDays: -43, endedDays: -31, closeDays: 30},
  {status: 'duplicate', org: lumen, owner: aino.id, customer: ostgota, name: 'Freight hub cameras (again)', lines: [['Aurora Vision', 10, 650_000]], createdDays: -50, submittedDays: -49, endedDays: -48, closeDays: 45, more: {endReason: 'duplicate', reviewerId: priya.id}},
  {status: 'cancelled', org: lumen, owner: mika.id, customer: kymi, name: 'Pulp store planning', lines: [['Aurora Flow', 1, 2_800_000]], createdDays: -70, submittedDays: -69, endedDays: -50, closeDays: 5, more: {endComment: 'The customer asked us to deal with them ourselves.'}},
  {status: 'voided', org: lumen, owner: mika.id, customer: elbtal, name: 'Ward logistics pilot', lines: [['Aurora Flow', 1, 1_200_000]], createdDays: -200, submittedDays: -198, protectedDays: [-196, -106], endedDays: -150, closeDays: -150, more: {endComment: 'Refunded in full.', winConfirmedAt: '-149'}},
  {status: 'approved', org: bergmann, owner: jonas.id, customer: haLong, name: 'Dry dock edge computing', lines: [['Aurora Edge', 20, 300_000]], createdDays: -33, submittedDays: -31, protectedDays: [-30, 60], stage: 'qualified', movedDays: -30, closeDays: 110},
  {status: 'submitted', org: bergmann, owner: jonas.id, customer: saimaa, name: 'Bottling hall planning', lines: [['Aurora Flow', 1, 2_600_000]], createdDays: -0.5, submittedDays: -0.1, closeDays: 65},
  {status: 'under_review', org: bergmann, owner: jonas.id, customer: rhein, name: 'Tool inspection', lines: [['Aurora Vision', 5, 800_000]], createdDays: -3, submittedDays: -2.5, closeDays: 70},
  {status: 'approved', org: bergmann, owner: jonas.id, customer: ['Nordkarelia Steel Oy', 'https://nksteel.example', 'FI30099881', 'FI', 'Joensuu', 'Heikki', 'Laine'], name: 'Rolling mill cameras', lines: [['Aurora Vision', 7, 910_000]], createdDays: -25, submittedDays: -24, protectedDays: [-22, 68], stage: 'qualified', movedDays: -22, closeDays: 120},
  {status: 'draft', org: bergmann, owner: jonas.id, customer: kitagawa, name: 'Spare parts store', createdDays: -1},
  {status: 'approved', org: rheinNet, owner: null, customer: ['Rheintal Druck GmbH', 'https://rheintaldruck.example', 'DE144556677', 'DE', 'Bonn', 'Uwe', 'Kranz'], name: 'Print shop planning', lines: [['Aurora Flow', 1, 2_200_000]], createdDays: -20, submittedDays: -19, protectedDays: [-18, 72], stage: 'qualified', movedDays: -18, closeDays: 100},
  {status: 'submitted', org: rheinNet, owner: null, customer: ['Moselwein Keller eG', 'https://moselkeller.example', null, 'DE', 'Trier', 'Ute', 'Berg'], name: 'Bottle inspection', lines: [['Aurora Vision', 2, 830_000]], createdDays: -4, submittedDays: -1, closeDays: 90, more: {hideFromDistributor: true}},
];

/** Statuses of the rows beyond the story, in turn. */
export const dealCycle: readonly DealStatus[] = ['approved', 'submitted', 'draft', 'won', 'approved', 'under_review', 'lost', 'approved', 'action_required', 'expired', 'converted', 'submitted', 'rejected', 'withdrawn'];
