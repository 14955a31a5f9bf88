import type {BoardFields, PartnerEventFacts, PartnerOrg, PointsTerms} from '@portico/contract';
import {BoardFields as BoardFieldsSchema} from '@portico/contract';
import {partnerOrgExamples, personExamples, pointsRuleExamples, programExamples, tierPolicyExamples} from '@portico/contract/examples';
import {boardResultMocks} from './board-result.mocks.ts';
import {recordEvent, retractEvent} from './points-flow.ts';
import {idAt, seededAt} from './random.ts';
import type {EventRow} from './standing.ts';
import type {Store} from './store.ts';
import {evaluate, policyNow} from './tier-flow.ts';
import type {Viewer} from './viewer.ts';

/** What people compete with: how many partners beside those of the examples, and what the boards show of them. */
export interface StandingOptions {
  readonly partners?: number;
  readonly visibility?: BoardFields['visibility'];
  readonly longNames?: boolean;
}

/** Makes points, boards and levels, and lets something happen to them while a page looks on. */
export interface StandingActs {
  /** Rules, boards, terms of levels and half a year of what partners did. */
  standing(options?: StandingOptions): void;
  /** The partner of the examples has a level that it does not reach any more. */
  riskLevel(): void;
  /** Another partner reaches its first level, which waits for approval. */
  reachLevel(): void;
  /** Another partner does much at once, and the points for it wait. */
  burst(): void;
  /** A period of a board, by an instant in it, is frozen. */
  freezeBoard(board: keyof typeof mockBoardIds, at: string): void;
  /** A rule is changed and not published yet. */
  draftRule(): void;
  /** A partner wins a deal; the one of the examples when none is named. */
  winDeal(amountMinor: number, partnerOrgId?: string): string;
  /** What a partner did last of a name is taken back. */
  retractLast(event: string, partnerOrgId?: string): void;
}

/** Ids of the boards that `standing` makes. */
export const mockBoardIds = {revenue: idAt('board', 0), points: idAt('board', 1), contact: idAt('board', 2)} as const;

/** The partner with this number of those that `standing` adds. */
export const mockRivalId = (index: number): string => idAt('partnerOrg', index);

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const none: PartnerEventFacts = {amount: null, products: [], country: null, hours: null};
const lumen = partnerOrgExamples.lumen.id;
const names = ['Kaleva Systems', 'Nordhavn IT', 'Lumi Partners', 'Baltic Robotics', 'Fjord Automation', 'Hanse Digital', 'Saimaa Engineering', 'Vega Integrators', 'Øresund Data', 'Mekong Tech', 'Al Noor Solutions', 'Polar Vision'];
const longName = 'Süddeutsche Gesellschaft für angewandte Automatisierungstechnik und Bildverarbeitung mbH & Co. KG';

const vendor: Viewer = {caller: 'vendor', person: {id: personExamples.tomas.id, name: personExamples.tomas.name}, partnerOrgId: null, roles: ['channel_admin'], side: 'vendor', seesWholeOrg: true};

/** Acts on a backend's points and levels. */
export function standingActsOn(store: Store): StandingActs {
  let count = 0;
  const record = (partnerOrgId: string, event: string, daysAgo: number, facts: Partial<PartnerEventFacts> = {}): EventRow => {
    const id = `standing-${++count}`;
    const personId = partnerOrgId === lumen ? personExamples.mika.id : null;
    return recordEvent(store, {event, isOwn: true, partnerOrgId, personId, sourceId: id, entityId: id, facts: {...none, ...facts}, occurredAt: store.at(-daysAgo * dayMs)});
  };
  const euros = (amountMinor: number) => ({amount: {amountMinor, currency: 'EUR'}});
  return {
    standing: ({partners = names.length, visibility, longNames = false} = {}) =>
      store.act(() => {
        seedRules(store);
        seedBoards(store, visibility);
        const {partnerOrgs, program} = store.data;
        const example = {...partnerOrgExamples.bergmann, partnership: {...partnerOrgExamples.bergmann.partnership, levelId: program.levels[1]?.id ?? null}};
        for (let index = 0; index < partners; index++) {
          const name = longNames && index === 1 ? longName : `${names[index % names.length]}${index < names.length ? '' : ` ${Math.floor(index / names.length) + 1}`}`;
          partnerOrgs.set({...example, id: mockRivalId(index), externalId: `rival-${index}`, name});
          const random = seededAt(7, index);
          const size = 1 + Math.floor(random() * 4);
          // In the period before, in another order.
          for (const daysAgo of [130, 110]) record(mockRivalId(index), 'deal_won', daysAgo, euros(1_000_000 + Math.floor(random() * 60) * 100_000));
          for (let deal = 0; deal < size; deal++) record(mockRivalId(index), 'deal_won', 1 + random() * 12, euros(1_200_000 + Math.floor(random() * 90) * 50_000));
          for (let lead = 0; lead < (partners > 50 ? 0 : 3); lead++) record(mockRivalId(index), 'first_contact', 1 + random() * 9, {hours: 1 + Math.round(random() * 300) / 10});
        }
        seedOwn(record, euros);
        retractEvent(store, record(lumen, 'deal_won', 16, euros(610_000)));
        const org = partnerOrgs.get(lumen);
        if (org) giveLevel(store, org, program.levels[1]?.id ?? null);
        seedTerms(store);
      }),
    riskLevel: () =>
      store.act(() => {
        const org = store.data.partnerOrgs.get(lumen);
        const policy = policyNow(store);
        if (!org || !policy) return;
        const risked = giveLevel(store, org, store.data.program.levels[0]?.id ?? null);
        evaluate(store, risked, policy);
      }),
    reachLevel: () =>
      store.act(() => {
        const org = store.data.partnerOrgs.get(mockRivalId(0));
        const policy = policyNow(store);
        if (org && policy) evaluate(store, giveLevel(store, org, null), policy);
      }),
    burst: () =>
      store.act(() => {
        const {standing} = store.data;
        standing.check = {...standing.check, burst: {times: 2, minutes: 60}};
        for (let time = 0; time < 3; time++) record(mockRivalId(1), 'lead_accepted', 0, {hours: 1});
      }),
    freezeBoard: (board, at) => store.act(() => void boardResultMocks.freeze({boardId: mockBoardIds[board], at}, {store, viewer: vendor})),
    draftRule: () =>
      store.act(() => {
        const rule = store.data.standing.rules.get(idAt('pointsRule', 2));
        const terms = rule?.versions.at(-1)?.terms;
        if (rule && terms) store.update(store.data.standing.rules, rule, {draft: {...terms, formula: {kind: 'fixed', points: 80}}});
      }),
    winDeal: (amountMinor, partnerOrgId = lumen) => store.act(() => record(partnerOrgId, 'deal_won', 0, euros(amountMinor)).id),
    retractLast: (event, partnerOrgId = lumen) =>
      store.act(() => {
        const last = store.data.standing.events.values().findLast(row => row.event === event && row.partnerOrgId === partnerOrgId && row.retractedAt === null);
        if (last) retractEvent(store, last);
      }),
  };
}

function giveLevel({data: {partnerOrgs}}: Store, org: PartnerOrg, levelId: string | null): PartnerOrg {
  return partnerOrgs.set({...org, partnership: {...org.partnership, levelId}});
}

/** Half a year of the partner of the examples: deals, leads, courses, a cap that is reached, and a deal that came to nothing. */
function seedOwn(record: (partnerOrgId: string, event: string, daysAgo: number, facts?: Partial<PartnerEventFacts>) => EventRow, euros: (amountMinor: number) => Partial<PartnerEventFacts>): void {
  for (const [daysAgo, amountMinor] of [[170, 840_000], [128, 2_350_000], [104, 1_125_000]] as const) record(lumen, 'deal_won', daysAgo, euros(amountMinor));
  for (const daysAgo of [141, 98, 61, 33, 12, 5.02, 5.01, 5]) record(lumen, 'lead_accepted', daysAgo, {hours: Math.round(daysAgo % 7) + 2.5});
  for (const daysAgo of [10, 6, 4]) record(lumen, 'first_contact', daysAgo, {hours: daysAgo * 1.3});
  for (const daysAgo of [75, 20]) record(lumen, 'course_passed', daysAgo);
  for (const [daysAgo, amountMinor] of [[11, 1_800_000], [7, 2_240_000], [3, 960_000]] as const) record(lumen, 'deal_won', daysAgo, euros(amountMinor));
}

function seedRules({data: {standing}}: Store): void {
  const {won, quick} = pointsRuleExamples;
  const terms = won.published.terms;
  const rules: readonly [string, PointsTerms][] = [
    [won.name, {...terms, cap: {times: 20, per: 'month', points: 2000}}],
    [quick.name, {...quick.published.terms, cap: {...quick.published.terms.cap, points: 25}}],
    ['Courses', {...terms, event: 'course_passed', formula: {kind: 'fixed', points: 50}, cap: {times: 2, per: 'month', points: null}}],
  ];
  const publishedAt = new Date(Date.parse(won.createdAt) - 365 * dayMs).toISOString();
  rules.forEach(([name, each], index) => standing.rules.set({id: idAt('pointsRule', index), name, draft: null, versions: [{number: 1, appliesFrom: null, terms: each, publishedAt}], version: 2, createdAt: publishedAt, updatedAt: publishedAt}));
}

function seedBoards(store: Store, visibility: BoardFields['visibility'] | undefined): void {
  const now = store.now();
  const fields: readonly [string, Parameters<typeof BoardFieldsSchema.parse>[0]][] = [
    [mockBoardIds.revenue, {name: 'Revenue', metric: 'revenue', period: 'quarter', timeZone: 'Europe/Helsinki', ...(visibility && {visibility})}],
    [mockBoardIds.points, {name: 'Points', metric: 'points', period: 'month', timeZone: 'Europe/Helsinki', visibility: visibility ?? {kind: 'alias'}}],
    [mockBoardIds.contact, {name: 'Time to first contact', metric: 'time_to_contact', period: 'quarter', timeZone: 'Europe/Helsinki', visibility: visibility ?? {kind: 'top', top: 3, around: 1}}],
  ];
  for (const [id, each] of fields) store.data.standing.boards.set({...BoardFieldsSchema.parse(each), id, version: 1, createdAt: now, updatedAt: now});
}

/** Gold by revenue, deals of the year and certifications; Silver by less. */
function seedTerms(store: Store): void {
  const {aurora} = tierPolicyExamples;
  const [gold, silver] = programExamples.aurora.levels;
  const [goldTerms, silverTerms] = aurora.terms.requirements;
  const criteria = (goldTerms?.criteria ?? []).map(criterion => (criterion.metric === 'closed_deals' ? {...criterion, window: 'calendar_year' as const} : criterion));
  const {policies} = store.data.standing;
  policies.set({...aurora, terms: {...aurora.terms, requirements: [{levelId: gold?.id ?? '', criteria, minScore: 75}, {levelId: silver?.id ?? '', criteria: [...(silverTerms?.criteria ?? [])], minScore: 50}]}});
  store.data.program = {...store.data.program, dealPolicy: {...store.data.program.dealPolicy, levelBenefits: [{levelId: gold?.id ?? '', marginPercent: 12, priceList: 'Partner A', capacity: null, mdfPercent: 3}, {levelId: silver?.id ?? '', marginPercent: 8, priceList: 'Partner B', capacity: 20, mdfPercent: 1}]}};
  const policy = policyNow(store);
  const org = store.data.partnerOrgs.get(lumen);
  if (policy && org) evaluate(store, org, policy);
}
