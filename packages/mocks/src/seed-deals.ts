import {dealFromLead, type DealLine, type DealStatus, type EvidenceFile} from '@portico/contract';
import {dealFormExamples, evidenceFileExamples, partnerOrgExamples, personExamples, programExamples} from '@portico/contract/examples';
import {snapshotAnswers} from '@portico/contract/deal-form-rules';
import type {ConflictRow, DealChangeRow, DealRow, StepRow} from './deal-rows.ts';
import {emptyDeal} from './deal-draft.ts';
import {idAt, pick, seededAt} from './random.ts';
import {dealCycle, dealStory, type DealPlan, type SampleCustomer} from './sample-deals.ts';
import {companies, firstNames, lastNames, longWords, needs, places as sites} from './sample-words.ts';
import {iso} from './seed-leads.ts';
import type {LeadRow} from './store.ts';

const dayMs = 86_400_000;
const {dealPolicy} = programExamples.aurora;
const answers = snapshotAnswers(dealFormExamples.aurora, [{key: 'budget_approved', value: true}, {key: 'budget_from', value: 'production'}]);
const colleagues = [personExamples.aino.id, personExamples.mika.id, personExamples.linh.id] as const;

const gold = {levelName: 'Gold', marginPercent: 12, priceList: null};
/** Few names are many people's. */
const mailNames = new Map<string, string>();

/** What every row has in common. */
const blank = {
  ...emptyDeal,
  registrationType: 'new_logo' as const,
  source: 'partner_sourced' as const,
  description: null,
  useCase: null,
  contractType: null,
  contractTermMonths: null,
  competitors: [],
  incumbent: null,
  tender: null,
  supportRequested: null,
  hideFromDistributor: false,
} satisfies Partial<DealRow>;

export interface DealSeedOptions {
  readonly seed: number;
  readonly startMs: number;
  readonly longNames: boolean;
  /** The lead that became the registration with this number. */
  leadOf(index: number): LeadRow | undefined;
}

/** The registration with this number: one of the story, or made by its number. */
export function makeDeal(index: number, options: DealSeedOptions): DealRow {
  const lead = options.leadOf(index);
  const plan = dealStory[index] ?? planOf(index, options, lead !== undefined);
  const at = (days: number) => iso(options.startMs + days * dayMs);
  const dayAt = (days: number) => at(days).slice(0, 10);
  const {status, org, createdDays, submittedDays, protectedDays, endedDays, movedDays, closeDays, more = {}} = plan;
  const isSent = submittedDays !== undefined;
  const lines = linesOf(plan);
  const dueInDays = more.infoRequest ? Number(more.infoRequest.dueAt) : 6;
  const wonConfirmedDays = typeof more.winConfirmedAt === 'string' ? Number(more.winConfirmedAt) : null;
  const {nextStep = null} = more;
  const stage = status === 'won' || status === 'voided' ? 'won' : status === 'lost' ? 'lost' : (plan.stage ?? null);
  const awaits = status === 'submitted' || status === 'under_review' || status === 'pending_approval';
  const deal: DealRow = {
    // One spread and no more: a hundred thousand are made at once.
    ...(plan.more ? {...blank, ...more} : blank),
    name: options.longNames ? longWords.title : plan.name,
    customer: customerOf(plan, options),
    contact: contactOf(plan, options),
    lines,
    estimatedAmount: more.estimatedAmount ?? sumOf(lines),
    expectedCloseOn: closeDays === undefined ? null : dayAt(closeDays),
    answers: submittedDays === undefined && index > 0 ? [] : answers,
    id: idAt('dealRegistration', index),
    number: isSent ? numberOf(index) : null,
    status,
    partnerOrgId: org,
    ownerId: plan.owner ?? null,
    submittedById: isSent ? (plan.owner ?? null) : null,
    distributorId: org === partnerOrgExamples.rheinNet.id ? partnerOrgExamples.bergmann.id : null,
    createdByOrgId: org,
    termsVersion: isSent ? (dealPolicy.terms?.version ?? null) : null,
    submittedAt: isSent ? at(submittedDays) : null,
    queueNumber: isSent ? (places.get(index) ?? 1000 + index) : null,
    reviewDueAt: awaits && isSent ? at(submittedDays + dealPolicy.reviewSlaHours / 24) : null,
    reviewLeftMs: status === 'action_required' ? dayMs : null,
    infoRequest: status === 'action_required' ? {fields: ['customer.taxId'], comment: 'Please check the tax id.', ...more.infoRequest, dueAt: at(dueInDays)} : null,
    steps: status === 'pending_approval' ? stepsOf(index, at(1.2)) : [],
    decidedAt: protectedDays ? at(protectedDays[0]) : endedDays !== undefined && (status === 'rejected' || status === 'duplicate') ? at(endedDays) : null,
    protectedFrom: protectedDays ? at(protectedDays[0]) : null,
    protectedUntil: protectedDays ? at(protectedDays[1]) : null,
    progressDueAt: protectedDays && endedDays === undefined && movedDays !== undefined ? at(Math.max(movedDays + 52, 6)) : null,
    protectedProducts: lines.map(({product}) => product),
    benefits: protectedDays ? gold : null,
    stage: protectedDays ? stage : null,
    probability: protectedDays ? (dealPolicy.stages.find(({key}) => key === stage)?.probability ?? (stage === 'won' ? 100 : 0)) : null,
    stageChangedAt: protectedDays ? at(movedDays ?? endedDays ?? protectedDays[0]) : null,
    movedAt: protectedDays ? at(movedDays ?? endedDays ?? protectedDays[0]) : null,
    nextStep: nextStep && {text: nextStep.text, dueOn: dayAt(Number(nextStep.dueOn))},
    winConfirmedAt: wonConfirmedDays === null ? null : at(wonConfirmedDays),
    endedAt: endedDays === undefined ? null : at(endedDays),
    duplicateOfId: status === 'duplicate' ? idAt('dealRegistration', 10) : null,
    remindedDays: protectedDays && endedDays === undefined ? reminded(protectedDays[1]) : null,
    version: isSent ? 3 : 2,
    createdAt: at(createdDays),
    updatedAt: at(endedDays ?? movedDays ?? submittedDays ?? createdDays),
  };
  return lead ? fromLead(deal, lead) : deal;
}

export function numberOf(index: number): string {
  return `DR-${String(index + 12).padStart(6, '0')}`;
}

/** Places of those in the story go by when they were submitted; others come after them. */
const places = new Map(
  dealStory
    .flatMap(({submittedDays}, index) => (submittedDays === undefined ? [] : [{index, submittedDays}]))
    .sort((a, b) => a.submittedDays - b.submittedDays)
    .map(({index}, place) => [index, place + 1]),
);

/** Reminders that were given before the start. */
function reminded(untilDays: number): number | null {
  return dealPolicy.expiryReminderDays.filter(days => days >= untilDays).sort((a, b) => a - b)[0] ?? null;
}

function linesOf({lines = [], currency = 'EUR'}: DealPlan): DealLine[] {
  return lines.map(([product, quantity, unitMinor]) => ({product, quantity, unitPrice: unitMinor === null ? null : {amountMinor: unitMinor, currency}, discountPercent: 0}));
}

function sumOf(lines: readonly DealLine[]) {
  const currency = lines[0]?.unitPrice?.currency;
  return currency === undefined ? null : {amountMinor: lines.reduce((sum, {quantity, unitPrice}) => sum + quantity * (unitPrice?.amountMinor ?? 0), 0), currency};
}

function customerOf({customer}: DealPlan, {longNames}: DealSeedOptions): DealRow['customer'] {
  const [company, website, taxId, country, city] = customer;
  return {name: longNames ? longWords.company : company, website, taxId, country, region: longNames ? longWords.region : null, postalCode: null, city: city || null, street: null, relationship: null};
}

function contactOf({customer}: DealPlan, {longNames}: DealSeedOptions): DealRow['contact'] {
  const [, website, , , , firstName, lastName] = customer;
  const host = website?.replace(/^https:\/\/(www\.)?/, '') ?? '';
  const mailName = mailNames.get(lastName) ?? lastName.normalize('NFD').replace(/[^a-z]/gi, '').toLowerCase();
  mailNames.set(lastName, mailName);
  return {
    firstName: (longNames ? longWords.firstName : firstName) || null,
    lastName: (longNames ? longWords.lastName : lastName) || null,
    jobTitle: null,
    email: host && lastName ? `${mailName || 'office'}@${host}` : null,
    phone: null,
    consent: null,
  };
}

/** A registration beyond the story: its customer is nobody else's. */
function planOf(index: number, {seed}: DealSeedOptions, isOfLead: boolean): DealPlan {
  const random = seededAt(seed + 7, index);
  const status: DealStatus = isOfLead ? 'draft' : (dealCycle[index % dealCycle.length] ?? 'approved');
  const isOther = !isOfLead && index % 6 === 5;
  const place = pick(random, sites);
  const name = `${pick(random, companies)} ${index}`;
  const host = `${name.normalize('NFD').replace(/[^a-z0-9]/gi, '').toLowerCase()}.example`;
  const customer: SampleCustomer = [name, `https://${host}`, null, place.country, place.city, pick(random, firstNames), pick(random, lastNames)];
  const from = -1 - Math.floor(random() * 80);
  const isProtected = status === 'approved' || status === 'converted';
  const wasProtected = isProtected || status === 'won' || status === 'lost' || status === 'expired';
  const isEnded = !isProtected && status !== 'draft' && status !== 'submitted' && status !== 'under_review' && status !== 'action_required';
  const stages = dealPolicy.stages.map(({key}) => key);
  return {
    status,
    org: isOther ? partnerOrgExamples.bergmann.id : partnerOrgExamples.lumen.id,
    owner: isOther ? personExamples.jonas.id : pick(random, colleagues),
    customer,
    name: `${place.city}: ${pick(random, needs)}`,
    lines: [[pick(random, ['Aurora Flow', 'Aurora Vision', 'Aurora Edge']), 1 + Math.floor(random() * 20), 200_000 + Math.floor(random() * 60) * 10_000]],
    createdDays: from - 4,
    ...(status === 'draft' ? {} : {submittedDays: isProtected || isEnded ? from - 2 : -Math.floor(random() * 48) / 24}),
    ...(wasProtected ? {protectedDays: [from, status === 'expired' ? Math.ceil(from / 2) : from + 90] as const, stage: stages[Math.floor(random() * stages.length)] ?? 'qualified', movedDays: Math.ceil(from * random())} : {}),
    ...(isEnded ? {endedDays: Math.ceil(from / 2)} : {}),
    closeDays: Math.floor(random() * 120),
    ...(isEnded && status !== 'won' && status !== 'expired' ? {more: {endReason: 'other'}} : {}),
  };
}

function fromLead(deal: DealRow, lead: LeadRow): DealRow {
  return {...deal, ...dealFromLead(lead), name: lead.title, estimatedAmount: lead.estimatedValue, source: 'vendor_assigned', leadId: lead.id, leadOfferId: lead.offerIds[0] ?? null};
}

function stepsOf(index: number, dueAt: string): StepRow[] {
  const step = {personId: null, decidedBy: null, decidedAt: null, comment: null, limit: null, dueHours: 48};
  return [
    {...step, id: idAt('approvalStep', index * 10), name: 'Channel manager', position: 0, approver: {role: 'channel_manager'}, status: 'pending', dueAt},
    {...step, id: idAt('approvalStep', index * 10 + 1), name: 'Programme lead', position: 1, approver: {role: 'channel_admin'}, status: 'waiting', dueAt: null},
  ];
}

/** Requests that wait in the story: an extension, an amendment, and a transfer to the partner of the examples. */
export function seedDealChanges(startMs: number): DealChangeRow[] {
  const at = (days: number) => new Date(startMs + days * dayMs).toISOString();
  const base = {status: 'requested', protectedUntilOn: null, amendment: null, needsNewApproval: false, toPartnerOrgId: null, decidedSide: null, decidedBy: null, decidedAt: null, comment: null, version: 1} as const;
  const {aino, mika, priya} = personExamples;
  const by = ({id, name}: {id: string; name: string}) => ({id, name});
  return [
    {...base, id: idAt('dealChange', 0), dealRegistrationId: idAt('dealRegistration', 10), kind: 'extension', protectedUntilOn: at(80).slice(0, 10), note: 'Two visits and an offer on the table; their board decides in April.', requestedSide: 'partner', requestedBy: by(aino), requestedAt: at(-1), agreedBy: [], updatedAt: at(-1)},
    {...base, id: idAt('dealChange', 1), dealRegistrationId: idAt('dealRegistration', 12), kind: 'amendment', amendment: {estimatedAmount: {amountMinor: 9_800_000, currency: 'KWD'}, expectedCloseOn: at(75).slice(0, 10)}, note: 'They want seven stores instead of five.', requestedSide: 'partner', requestedBy: by(mika), requestedAt: at(-0.5), agreedBy: [], updatedAt: at(-0.5)},
    {...base, id: idAt('dealChange', 2), dealRegistrationId: idAt('dealRegistration', 28), kind: 'transfer', toPartnerOrgId: partnerOrgExamples.lumen.id, note: 'The mill is an hour from your office.', requestedSide: 'vendor', requestedBy: by(priya), requestedAt: at(-2), agreedBy: ['vendor', 'giving_partner'], updatedAt: at(-2)},
  ];
}

/** A case between the story's two dry docks: the protected one was first. */
export function seedConflicts(startMs: number): ConflictRow[] {
  const at = (days: number) => new Date(startMs + days * dayMs).toISOString();
  return [
    {
      id: idAt('conflictCase', 0), status: 'evidence', firstId: idAt('dealRegistration', 25), secondId: idAt('dealRegistration', 3), firstOrgId: partnerOrgExamples.bergmann.id, secondOrgId: partnerOrgExamples.lumen.id,
      resolution: null, firstSharePercent: null, evidenceDueAt: at(8), version: 3, createdAt: at(-0.9), updatedAt: at(-0.4),
      entries: [
        {at: at(-0.9), side: 'vendor', event: 'opened', text: 'Both name the same dock.'},
        {at: at(-0.8), side: 'vendor', event: 'evidence_asked', text: null},
        {at: at(-0.4), side: 'second', event: 'statement', text: 'We have been in talks with the yard since August; the tender notice is attached.'},
      ],
    },
  ];
}

/** Of as many blanks as the example has bytes: that is what a made-up file holds. */
const hashOfBlanks = 'fcff42856e66268ea339b6cc22328033e00529cc09794c20a750638fd05d44da';

/** A file of the first draft and one of a registration in review. */
export function seedEvidence(startMs: number): EvidenceFile[] {
  const createdAt = new Date(startMs - 3 * dayMs).toISOString();
  const {order} = evidenceFileExamples;
  return [0, 5, 10].map((deal, index) => ({...order, id: idAt('evidenceFile', index), dealRegistrationId: idAt('dealRegistration', deal), sha256: hashOfBlanks, createdAt}));
}
