import type {PartnerEventFacts} from '../partner-event/partner-event.schema.ts';
import type {PartnerType} from '../partner-org/partner-org.schema.ts';
import {periodFinder, type Period, type PeriodKind} from '../period.ts';
import type {PointsTerms} from './points-rule.schema.ts';

// The one place that decides what an event is worth; servers, mocks and tools run it. No schema library here.

const dayMs = 86_400_000;

/** How a partner stood when something happened. */
export interface EventStanding {
  readonly levelId: string | null;
  readonly type: PartnerType;
  readonly country: string | null;
  readonly groups: readonly string[];
}

/** An event, as far as rules look at it. Instants are ISO text in UTC with milliseconds. */
export interface ScoredEvent {
  readonly id: string;
  readonly event: string;
  readonly partnerOrgId: string;
  readonly entityId: string | null;
  readonly facts: PartnerEventFacts;
  readonly standing: EventStanding;
  readonly occurredAt: string;
}

/** That an event was taken back. */
export interface Retraction {
  readonly retracts: string;
}

/** A published version of a rule. */
export interface RuleVersion {
  readonly number: number;
  /** Events before it are under an earlier version; `null`: none are. */
  readonly appliesFrom: string | null;
  readonly terms: PointsTerms;
}

/** What a partner has of a rule already when an event comes: in the cap's period around the event, and of its entity ever. */
export interface RuleUsage {
  readonly times: number;
  readonly points: number;
  readonly entityHasPoints: boolean;
}

export interface Grant {
  /** Of the version that gave it. */
  readonly number: number;
  readonly points: number;
  readonly occurredAt: string;
  readonly expiresAt: string | null;
}

/** Why an event gives nothing. */
export type NoPoints = 'event' | 'not_started' | 'ended' | 'audience' | 'condition' | 'once_per_entity' | 'cap' | 'too_little';

/** The version that an event of this time is under: the last one published of those that reach back to it. */
export function versionAt(versions: readonly RuleVersion[], occurredAt: string): RuleVersion | undefined {
  const at = Date.parse(occurredAt);
  let found: RuleVersion | undefined;
  for (const version of versions) {
    if (version.appliesFrom !== null && Date.parse(version.appliesFrom) > at) continue;
    if (!found || version.number > found.number) found = version;
  }
  return found;
}

/** Decides what an event is worth under a version of a rule. */
export function grantOf({number, terms}: RuleVersion, event: ScoredEvent, usage: RuleUsage): Grant | NoPoints {
  const refusal = refusalOf(terms, event);
  if (refusal) return refusal;
  const worth = worthOf(terms, event.facts);
  if (worth < 1) return 'too_little';
  if (terms.oncePerEntity && event.entityId !== null && usage.entityHasPoints) return 'once_per_entity';
  const left = terms.cap.points === null ? worth : terms.cap.points - usage.points;
  if (usage.times >= terms.cap.times || left < 1) return 'cap';
  const {expiresAfterDays} = terms;
  const expiresAt = expiresAfterDays === null ? null : new Date(Date.parse(event.occurredAt) + expiresAfterDays * dayMs).toISOString();
  return {number, points: Math.min(worth, left), occurredAt: event.occurredAt, expiresAt};
}

/** What keeps an event from counting, whatever was given before. */
export function refusalOf(terms: PointsTerms, {event, partnerOrgId, facts, standing, occurredAt}: ScoredEvent): NoPoints | null {
  const at = Date.parse(occurredAt);
  if (event !== terms.event) return 'event';
  if (terms.startsAt !== null && at < Date.parse(terms.startsAt)) return 'not_started';
  if (terms.endsAt !== null && at >= Date.parse(terms.endsAt)) return 'ended';
  if (!isFor(terms, partnerOrgId, standing)) return 'audience';
  const {minAmount, products, countries, maxHours} = terms.condition;
  if (minAmount !== null && (facts.amount === null || facts.amount.currency !== minAmount.currency || facts.amount.amountMinor < minAmount.amountMinor)) return 'condition';
  if (products.length > 0 && !facts.products.some(product => products.includes(product))) return 'condition';
  if (countries.length > 0 && (facts.country === null || !countries.includes(facts.country))) return 'condition';
  if (maxHours !== null && (facts.hours === null || facts.hours > maxHours)) return 'condition';
  return null;
}

/** Whether a rule is for a partner of this standing. */
export function isFor({audience}: Pick<PointsTerms, 'audience'>, partnerOrgId: string, {levelId, type, country, groups}: EventStanding): boolean {
  return (
    (audience.partnerOrgIds.length === 0 || audience.partnerOrgIds.includes(partnerOrgId)) &&
    (audience.levelIds.length === 0 || (levelId !== null && audience.levelIds.includes(levelId))) &&
    (audience.partnerTypes.length === 0 || audience.partnerTypes.includes(type)) &&
    (audience.countries.length === 0 || (country !== null && audience.countries.includes(country))) &&
    (audience.groups.length === 0 || groups.some(group => audience.groups.includes(group)))
  );
}

function worthOf({formula}: PointsTerms, {amount}: PartnerEventFacts): number {
  if (formula.kind === 'fixed') return formula.points;
  if (amount === null || amount.currency !== formula.currency) return 0;
  return Math.min(Math.floor(amount.amountMinor / formula.perMinor) * formula.points, 1_000_000_000);
}

/**
 * Runs a rule over everything that one partner did, in the order in which it was recorded, and says what each event is worth. An event that is taken back makes room
 * for later ones, not for those before: so a replay finds exactly what giving points event by event gave.
 *
 * @param items - Of one partner.
 */
export function replay(versions: readonly RuleVersion[], items: Iterable<ScoredEvent | Retraction>): Map<string, Grant> {
  const account = new RuleAccount(versions);
  for (const item of items) account.take(item);
  return account.grants;
}

/** What one partner has of one rule, while events come. */
class RuleAccount {
  readonly grants = new Map<string, Grant>();
  readonly #versions: readonly RuleVersion[];
  readonly #caps: readonly {readonly of: string; readonly find: (at: string) => Period; readonly used: Map<string, {times: number; points: number}>}[];
  readonly #entities = new Map<string, number>();
  readonly #entityOf = new Map<string, string | null>();

  constructor(versions: readonly RuleVersion[]) {
    this.#versions = versions;
    // A grant uses up the caps of all versions, whichever gave it.
    const spans = new Map(versions.map(({terms}) => [spanOf(terms), terms]));
    this.#caps = [...spans].map(([of, {cap, timeZone}]) => ({of, find: periodFinder(cap.per as PeriodKind, timeZone), used: new Map()}));
  }

  take(item: ScoredEvent | Retraction): void {
    if ('retracts' in item) {
      const grant = this.grants.get(item.retracts);
      if (!grant) return;
      this.grants.delete(item.retracts);
      this.#count(grant, this.#entityOf.get(item.retracts) ?? null, -1);
      return;
    }
    const version = versionAt(this.#versions, item.occurredAt);
    if (!version) return;
    const cap = this.#caps.find(({of}) => of === spanOf(version.terms));
    const used = cap?.used.get(cap.find(item.occurredAt).key);
    const grant = grantOf(version, item, {times: used?.times ?? 0, points: used?.points ?? 0, entityHasPoints: (this.#entities.get(item.entityId ?? '') ?? 0) > 0});
    if (typeof grant === 'string') return;
    this.grants.set(item.id, grant);
    this.#entityOf.set(item.id, item.entityId);
    this.#count(grant, item.entityId, 1);
  }

  #count({occurredAt, points}: Grant, entityId: string | null, sign: 1 | -1): void {
    for (const {find, used} of this.#caps) {
      const {key} = find(occurredAt);
      const before = used.get(key) ?? {times: 0, points: 0};
      used.set(key, {times: before.times + sign, points: before.points + sign * points});
    }
    if (entityId !== null) this.#entities.set(entityId, (this.#entities.get(entityId) ?? 0) + sign);
  }
}

function spanOf({cap, timeZone}: PointsTerms): string {
  return `${cap.per} ${timeZone}`;
}
