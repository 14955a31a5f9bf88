import type {LeadOfferStatus, ProblemCode} from '@portico/contract';
import {partnerOrgExamples} from '@portico/contract/examples';
import {dealStory} from './sample-deals.ts';
import type {Plan} from './seed-leads.ts';
import type {StandingOptions} from './standing-acts.ts';

/** What a mock backend pretends. */
export type ScenarioName = 'default' | 'empty' | 'one' | 'many' | 'huge' | 'slow' | 'offline' | 'forbidden' | 'failing' | 'longNames';

/** How a backend behaves; may be changed while a page looks on. */
export interface Behaviour {
  /** Milliseconds before each answer. */
  latencyMs: number;
  /** No answer at all. */
  offline: boolean;
  /** Answers this to everything but `GET /v1/me` and the change feed. */
  refusal: ProblemCode | null;
}

export interface Scenario extends Readonly<Behaviour> {
  /** How many leads there are. */
  readonly size: number;
  /** How many deal registrations there are. */
  readonly deals: number;
  plan(index: number): Plan;
  /** With whom partners compete, where there are points, boards and levels; `null` for nobody. */
  readonly standing: StandingOptions | null;
  readonly longNames: boolean;
}

const lumen = partnerOrgExamples.lumen.id;
const bergmann = partnerOrgExamples.bergmann.id;

/** A partner's inbox with something under each tab, and leads that are elsewhere or nowhere. */
const story: readonly Plan[] = [
  ...(['offered', 'offered', 'viewed', 'offered', 'viewed', 'offered'] as const).map(status => ({status, partnerOrgId: lumen})),
  ...(['working', 'accepted', 'working', 'working', 'accepted', 'working', 'working'] as const).map(status => ({status, partnerOrgId: lumen})),
  ...(['closed_won', 'declined', 'converted', 'closed_lost', 'withdrawn', 'expired', 'returned', 'reclaimed', 'closed_won'] as const).map(status => ({status, partnerOrgId: lumen})),
  ...(['working', 'offered', 'closed_won', 'viewed', 'accepted'] as const).map(status => ({status, partnerOrgId: bergmann})),
  ...(['unroutable', 'unroutable', 'quarantined', 'new'] as const).map(status => ({status, partnerOrgId: lumen})),
];
const [first = {status: 'offered', partnerOrgId: lumen}] = story;

const cycle: readonly LeadOfferStatus[] = ['offered', 'working', 'closed_won', 'offered', 'viewed', 'accepted', 'declined', 'offered', 'working', 'closed_lost', 'offered', 'viewed', 'working', 'converted'];
const cycled = (index: number): Plan => ({status: cycle[index % cycle.length] ?? 'offered', partnerOrgId: lumen});

const usual: Scenario = {size: story.length, deals: dealStory.length, plan: index => story[index] ?? first, standing: {}, latencyMs: 0, offline: false, refusal: null, longNames: false};

/** Every scenario by its name. */
export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  /** Something under each tab. */
  default: usual,
  empty: {...usual, size: 0, deals: 0, standing: null},
  one: {...usual, size: 1, deals: 1, standing: {partners: 1}},
  many: {...usual, size: 300, deals: 300, plan: cycled, standing: {partners: 40}},
  /** A hundred thousand leads and as many deal registrations, each made when it is first looked at; three thousand pieces of material, and two hundred partners on the boards. */
  huge: {...usual, size: 100_000, deals: 100_000, plan: cycled, standing: {partners: 200}},
  slow: {...usual, latencyMs: 2500},
  offline: {...usual, offline: true},
  forbidden: {...usual, refusal: 'forbidden'},
  /** Every answer is a 500; give the client `limits: {tries: 1}` where a test does not want to wait for its retries. */
  failing: {...usual, refusal: 'internal_error'},
  longNames: {...usual, longNames: true, standing: {longNames: true}},
};

/** Whether two scenarios begin with the same rows, so that one can follow the other without forgetting what was done. */
export function haveSameRows(a: Scenario, b: Scenario): boolean {
  return a.size === b.size && a.deals === b.deals && a.plan === b.plan && a.standing === b.standing && a.longNames === b.longNames;
}
