import type {z} from 'zod';
import type {DealChange} from '../deal-change/deal-change.schema.ts';
import type {EvidenceFile} from '../evidence-file/evidence-file.schema.ts';
import type {DealCounts, DealFields, DealRegistration} from './deal-registration.schema.ts';

const lumen = {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation Oy'};
const mika = {id: '0193a0c0-0000-7000-8000-000000000204', name: 'Mika Korhonen'};
const priya = {id: '0193a0c0-0000-7000-8000-000000000201', name: 'Priya Raman'};
const id = '0193a0c0-0000-7000-8000-000000000902';

const fields = {
  registrationType: 'new_logo',
  name: 'Cameras for drying line 3',
  description: 'Eight cameras on the dryer and an alarm in the control room before the summer stop.',
  useCase: null,
  customer: {
    name: 'Tampere Paper Works Oy',
    website: 'https://tamperepaper.example',
    taxId: 'FI12345671',
    country: 'FI',
    region: 'Pirkanmaa',
    postalCode: '33100',
    city: 'Tampere',
    street: 'Tehtaankatu 12',
    relationship: 'We service their drives since 2019.',
  },
  contact: {firstName: 'Kaisa', lastName: 'Mäkelä', jobTitle: 'Plant manager', email: 'kaisa.makela@tamperepaper.example', phone: '+358 40 555 0134', consent: null},
  lines: [
    {product: 'Aurora Vision', quantity: 8, unitPrice: {amountMinor: 850_000, currency: 'EUR'}, discountPercent: 0},
    {product: 'Aurora Edge', quantity: 1, unitPrice: {amountMinor: 1_600_000, currency: 'EUR'}, discountPercent: 0},
  ],
  estimatedAmount: {amountMinor: 8_400_000, currency: 'EUR'},
  contractType: null,
  contractTermMonths: 36,
  expectedCloseOn: '2027-03-31',
  competitors: ['Isra'],
  incumbent: null,
  tender: null,
  supportRequested: 'A specialist for the first visit.',
  hideFromDistributor: false,
} as const satisfies Omit<DealFields, 'answers'>;

const empty = {name: null, website: null, taxId: null, country: null, region: null, postalCode: null, city: null, street: null, relationship: null};
const nobody = {firstName: null, lastName: null, jobTitle: null, email: null, phone: null, consent: null};

const draft: DealRegistration = {
  ...fields,
  competitors: [...fields.competitors],
  lines: [...fields.lines],
  answers: [{key: 'budget_approved', label: {en: 'Is the budget approved?', fi: 'Onko budjetti hyväksytty?'}, type: 'checkbox', value: true}],
  id,
  number: null,
  externalId: null,
  status: 'draft',
  source: 'vendor_assigned',
  partnerOrg: lumen,
  owner: mika,
  submittedBy: null,
  distributor: null,
  channelManager: priya,
  leadId: '0193a0c0-0000-7000-8000-000000000301',
  leadOfferId: '0193a0c0-0000-7000-8000-000000000401',
  evidence: [],
  termsVersion: null,
  submittedAt: null,
  standing: null,
  reviewDueAt: null,
  infoRequest: null,
  decidedAt: null,
  endReason: null,
  endComment: null,
  endedAt: null,
  resubmissionsLeft: 3,
  protectedFrom: null,
  protectedUntil: null,
  progressDueAt: null,
  benefits: null,
  extensionCount: 0,
  openChanges: [],
  stage: null,
  probability: null,
  stageChangedAt: null,
  stale: false,
  nextStep: null,
  winConfirmedAt: null,
  opportunityRef: null,
  review: null,
  actions: ['update', 'submit', 'withdraw', 'reassign'],
  version: 2,
  createdAt: '2026-11-20T08:30:00.000Z',
  updatedAt: '2026-11-20T08:41:12.000Z',
};

/** A file that shows that the deal is real. */
export const evidenceFileExamples = {
  order: {
    id: '0193a0c0-0000-7000-8000-000000000b01',
    dealRegistrationId: id,
    fileName: 'Tarjouspyyntö 2026-118.pdf',
    mediaType: 'application/pdf',
    sizeBytes: 184_320,
    receivedBytes: 184_320,
    status: 'ready',
    problem: null,
    isWithheld: false,
    sha256: 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9',
    createdAt: '2026-11-20T08:36:00.000Z',
  },
} satisfies Record<string, EvidenceFile>;

const submitted: DealRegistration = {
  ...draft,
  number: 'DR-000042',
  status: 'submitted',
  submittedBy: mika,
  evidence: [evidenceFileExamples.order],
  termsVersion: '2026-1',
  submittedAt: '2026-11-20T08:42:03.117Z',
  standing: 'first',
  reviewDueAt: '2026-11-24T08:42:03.117Z',
  actions: ['recall', 'withdraw', 'reassign'],
  version: 3,
  updatedAt: '2026-11-20T08:42:03.117Z',
};

/** A wish for a longer protection. */
export const dealChangeExamples = {
  extension: {
    id: '0193a0c0-0000-7000-8000-000000000c01',
    dealRegistrationId: id,
    kind: 'extension',
    status: 'requested',
    protectedUntilOn: '2027-05-31',
    amendment: null,
    needsNewApproval: false,
    toPartnerOrg: null,
    customerName: null,
    note: 'Two visits and an offer on the table; their board decides in April.',
    requestedBy: mika,
    requestedAt: '2027-02-10T09:00:00.000Z',
    decidedBy: null,
    decidedAt: null,
    comment: null,
    agreedBy: [],
    actions: ['withdraw'],
    version: 1,
  },
} satisfies Record<string, DealChange>;

const approved: DealRegistration = {
  ...submitted,
  status: 'approved',
  standing: null,
  reviewDueAt: null,
  decidedAt: '2026-11-21T07:15:00.000Z',
  protectedFrom: '2026-11-21T07:15:00.000Z',
  protectedUntil: '2027-02-19T07:15:00.000Z',
  benefits: {levelName: 'Gold', marginPercent: 12, priceList: null},
  stage: 'proposal',
  probability: 50,
  stageChangedAt: '2027-01-14T10:00:00.000Z',
  openChanges: [dealChangeExamples.extension],
  nextStep: {text: 'Show the alarm in the control room', dueOn: '2027-02-16'},
  actions: ['set_stage', 'reassign', 'win', 'lose', 'request_amendment'],
  version: 9,
  updatedAt: '2027-02-10T09:00:00.000Z',
};

/** One registration on its way: filled in, sent, asked about, seen by the vendor, protected; and one that is empty. */
export const dealRegistrationExamples = {
  draft,
  empty: {
    ...draft,
    id: '0193a0c0-0000-7000-8000-000000000903',
    registrationType: 'resale',
    name: null,
    description: null,
    customer: empty,
    contact: nobody,
    lines: [],
    estimatedAmount: null,
    contractTermMonths: null,
    expectedCloseOn: null,
    competitors: [],
    supportRequested: null,
    answers: [],
    source: 'partner_sourced',
    leadId: null,
    leadOfferId: null,
    version: 1,
  },
  submitted,
  actionRequired: {
    ...submitted,
    status: 'action_required',
    reviewDueAt: null,
    infoRequest: {fields: ['customer.taxId', 'evidence'], comment: 'Please attach the tender notice and check the tax id.', dueAt: '2026-11-30T10:00:00.000Z'},
    actions: ['update', 'resubmit', 'withdraw', 'reassign'],
    version: 5,
    updatedAt: '2026-11-20T10:00:00.000Z',
  },
  underReview: {
    ...submitted,
    status: 'under_review',
    review: {reviewer: priya, overdue: false, steps: [], plan: null, mayApprove: true, similarCount: 1, duplicateOfId: null, conflictCaseId: null},
    actions: ['assign', 'request_info', 'send_for_approval', 'approve', 'reject', 'mark_duplicate', 'cancel'],
    version: 4,
    updatedAt: '2026-11-20T09:10:00.000Z',
  },
  approved,
} satisfies Record<string, DealRegistration>;

export const dealCountsExample = {draft: 1, in_review: 2, protected: 5, closed: 9, attention: 1, capacityLeft: 3} satisfies DealCounts;

/** What a partner sends to start a draft. */
export const newDealRegistrationExample = {
  name: fields.name,
  registrationType: 'new_logo',
  customer: {name: fields.customer.name, website: 'tamperepaper.example', country: 'FI'},
  lines: [{product: 'Aurora Vision', quantity: 8}],
  answers: [{key: 'budget_approved', value: true}],
} satisfies z.input<typeof DealFields>;
