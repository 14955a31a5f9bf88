import type {ApprovalRule, DealForm, DealPolicy, FormField} from '@portico/contract';
import type {LevelKey, ProductName} from './programme.data.ts';

const approvalRules: ApprovalRule[] = [
  {
    name: 'From €100,000 on',
    minAmount: {amountMinor: 10_000_000, currency: 'EUR'},
    levelIds: [],
    countries: [],
    steps: [
      {name: 'Channel manager', position: 0, approver: {role: 'channel_manager'}, limit: null, dueHours: 36},
      {name: 'Head of channel', position: 1, approver: {role: 'channel_admin'}, limit: null, dueHours: 72},
    ],
  },
];

const benefits: Readonly<Record<LevelKey, {readonly marginPercent: number; readonly priceList: string; readonly capacity: number; readonly mdfPercent: number}>> = {
  gold: {marginPercent: 18, priceList: 'Gold 2026', capacity: 40, mdfPercent: 3},
  silver: {marginPercent: 12, priceList: 'Silver 2026', capacity: 20, mdfPercent: 1.5},
  registered: {marginPercent: 6, priceList: 'List 2026', capacity: 8, mdfPercent: 0},
};

/** The demo's rules for deals; what is left out is the product's default. */
export function dealPolicyOf(levelIds: ReadonlyMap<string, string>): Partial<DealPolicy> {
  const levelBenefits = (Object.keys(benefits) as LevelKey[]).flatMap(key => (levelIds.has(key) ? [{levelId: levelIds.get(key) ?? '', ...benefits[key]}] : []));
  return {reviewSlaHours: 18, approvalRules, levelBenefits, terms: {version: '2026-1', url: 'https://halden.example/partners/terms-2026-1'}};
}

const field = (key: string, type: FormField['type'], label: FormField['label'], more: Partial<FormField> = {}): FormField => ({key, type, label, help: null, required: false, options: [], showIf: null, registrationTypes: [], levelIds: [], countries: [], ...more});

export const dealForm: Omit<DealForm, 'version' | 'updatedAt'> = {
  registrationTypes: ['new_logo', 'resale', 'upsell', 'renewal', 'co_sell'],
  standardFields: {
    description: 'optional', 'customer.website': 'required', 'customer.taxId': 'optional', 'customer.city': 'optional', 'customer.relationship': 'optional',
    'contact.firstName': 'optional', 'contact.lastName': 'required', 'contact.jobTitle': 'optional', 'contact.email': 'required', 'contact.phone': 'optional',
    lines: 'required', expectedCloseOn: 'required', competitors: 'optional', tender: 'optional', supportRequested: 'optional', evidence: 'optional',
  },
  fields: [
    field('budget_approved', 'checkbox', {en: 'The budget is approved', fi: 'Budjetti on hyväksytty', sv: 'Budgeten är godkänd', de: 'Das Budget ist freigegeben', vi: 'Ngân sách đã được duyệt', 'zh-Hans': '预算已批准', 'zh-Hant': '預算已核准', ja: '予算は承認済み', ko: '예산이 승인됨', fr: 'Le budget est approuvé', es: 'El presupuesto está aprobado', 'pt-BR': 'O orçamento está aprovado', ar: 'تمت الموافقة على الميزانية'}),
    field('budget_from', 'select', {en: 'Whose budget is it?', fi: 'Kenen budjetista?', sv: 'Vems budget är det?', de: 'Wessen Budget ist es?', vi: 'Ngân sách của bộ phận nào?', 'zh-Hans': '预算来自哪个部门？', 'zh-Hant': '預算來自哪個部門？', ja: 'どの部門の予算ですか？', ko: '어느 부서의 예산인가요?', fr: 'De quel budget s’agit-il\u202f?', es: '¿De quién es el presupuesto?', 'pt-BR': 'De quem é o orçamento?', ar: 'ميزانية أي قسم؟'}, {
      required: true,
      options: [
        {value: 'production', label: {en: 'Production', fi: 'Tuotanto', sv: 'Produktion', de: 'Produktion', vi: 'Sản xuất', 'zh-Hans': '生产', 'zh-Hant': '生產', ja: '製造', ko: '생산', fr: 'Production', es: 'Producción', 'pt-BR': 'Produção', ar: 'الإنتاج'}},
        {value: 'maintenance', label: {en: 'Maintenance', fi: 'Kunnossapito', sv: 'Underhåll', de: 'Instandhaltung', vi: 'Bảo trì', 'zh-Hans': '维护', 'zh-Hant': '維護', ja: '保守', ko: '유지보수', fr: 'Maintenance', es: 'Mantenimiento', 'pt-BR': 'Manutenção', ar: 'الصيانة'}},
        {value: 'it', label: {en: 'IT', fi: 'IT', sv: 'IT', de: 'IT', vi: 'CNTT', 'zh-Hans': 'IT', 'zh-Hant': '資訊', ja: '情報システム', ko: '전산', fr: 'Informatique', es: 'Informática', 'pt-BR': 'TI', ar: 'تقنية المعلومات'}},
      ],
      showIf: {key: 'budget_approved', in: [true]},
    }),
    field('contract_end', 'date', {en: 'The present contract ends on', fi: 'Nykyinen sopimus päättyy', sv: 'Nuvarande avtal löper ut', de: 'Der jetzige Vertrag endet am', vi: 'Hợp đồng hiện tại kết thúc ngày', 'zh-Hans': '现有合同到期日', 'zh-Hant': '現有合約到期日', ja: '現在の契約の終了日', ko: '현재 계약 종료일', fr: 'Le contrat actuel prend fin le', es: 'El contrato actual termina el', 'pt-BR': 'O contrato atual termina em', ar: 'ينتهي العقد الحالي في'}, {required: true, registrationTypes: ['renewal']}),
  ],
};

/** List prices in euro cents. */
export const listPrices: Readonly<Record<ProductName, number>> = {
  'Halden Edge 200': 480_000, 'Halden Drive X4': 310_000, 'Halden Vision': 850_000, 'Halden Cobot 7': 2_890_000, 'Halden Safety PLC': 195_000, 'Halden Flow': 620_000, 'Halden Insight': 240_000,
};

/** What a euro cent is in the smallest unit of each currency: a hundredth of a krona, a penny, a whole đồng. */
export const rates = {EUR: 1, SEK: 11.2, GBP: 0.86, VND: 275} as const;
export type DemoCurrency = keyof typeof rates;
