import type {Api, PartnerType, PointsCap, PointsRule, PointsTerms, RouteInput} from '@portico/contract';
import {boundsOf, dayOf} from '../../base/days.ts';
import {amountOf, isOn, listOf, numberOf, textOf, toAmountValue, toListValue, type Values} from './values.ts';

/** What the product itself records, and what hosts often report. */
export const knownEvents = ['lead_accepted', 'first_contact', 'deal_registered', 'deal_approved', 'deal_won', 'deal_lost', 'asset_downloaded', 'asset_cobranded', 'course_passed'] as const;
/** In the place of an event's name: another one, which is typed. */
export const otherEvent = '*';
export const capPeriods = ['day', 'week', 'month', 'quarter', 'year', 'all'] as const satisfies readonly PointsCap['per'][];
export const partnerTypes = ['reseller', 'var', 'distributor', 'agent', 'affiliate', 'msp', 'si', 'isv'] as const satisfies readonly PartnerType[];

type NewRule = RouteInput<Api['pointsRules']['create']>;

/** What a new rule begins with. */
export interface RuleDefaults {
  readonly currency: string;
  readonly timeZone: string;
}

/** What stands in the form: of a rule's draft, else of what is in force. */
export function toRuleValues(rule: Pick<PointsRule, 'name' | 'published' | 'draft'> | null, {currency, timeZone}: RuleDefaults): Values {
  const terms = rule?.draft ?? rule?.published?.terms;
  if (!terms) {
    return {name: rule?.name ?? '', eventKind: 'deal_won', 'formula/kind': 'fixed', 'formula/points': '', 'formula/perMinor': '100', 'formula/currency': currency, 'condition/minAmount/currency': currency, 'cap/times': '1', 'cap/per': 'month', oncePerEntity: true, timeZone};
  }
  const {formula, condition, cap, audience} = terms;
  const isPerAmount = formula.kind === 'per_amount';
  const formulaCurrency = isPerAmount ? formula.currency : currency;
  const least = condition.minAmount;
  return {
    name: rule?.name ?? '',
    eventKind: (knownEvents as readonly string[]).includes(terms.event) ? terms.event : otherEvent,
    event: terms.event,
    'formula/kind': formula.kind,
    'formula/points': String(formula.points),
    'formula/perMinor': isPerAmount ? toAmountValue(formula.perMinor, formulaCurrency) : '100',
    'formula/currency': formulaCurrency,
    'condition/minAmount': toAmountValue(least?.amountMinor, least?.currency ?? currency),
    'condition/minAmount/currency': least?.currency ?? formulaCurrency,
    'condition/products': toListValue(condition.products),
    'condition/countries': toListValue(condition.countries),
    'condition/maxHours': condition.maxHours === null ? '' : String(condition.maxHours),
    'cap/times': String(cap.times),
    'cap/per': cap.per,
    'cap/points': cap.points === null ? '' : String(cap.points),
    oncePerEntity: terms.oncePerEntity,
    'audience/levelIds': toListValue(audience.levelIds),
    'audience/partnerTypes': toListValue(audience.partnerTypes),
    'audience/countries': toListValue(audience.countries),
    'audience/groups': audience.groups.join(', '),
    startsAt: dayOf(terms.startsAt, terms.timeZone),
    // The last day on which it holds.
    endsAt: terms.endsAt === null ? '' : dayOf(Date.parse(terms.endsAt) - 1, terms.timeZone),
    expiresAfterDays: terms.expiresAfterDays === null ? '' : String(terms.expiresAfterDays),
    timeZone: terms.timeZone,
  };
}

/** The rule that a form says. Days that nobody touched stay the instants that they were. */
export function toRule(values: Values, before: PointsTerms | null): NewRule {
  const event = textOf(values, 'eventKind') === otherEvent ? textOf(values, 'event') : textOf(values, 'eventKind');
  const currency = textOf(values, 'formula/currency');
  const points = numberOf(values, 'formula/points') ?? 0;
  const leastCurrency = textOf(values, 'condition/minAmount/currency') || currency;
  const least = amountOf(values, 'condition/minAmount', leastCurrency);
  const timeZone = textOf(values, 'timeZone') || 'UTC';
  const keptStart = before && dayOf(before.startsAt, before.timeZone) === textOf(values, 'startsAt') && before.timeZone === timeZone;
  const keptEnd = before?.endsAt && dayOf(Date.parse(before.endsAt) - 1, before.timeZone) === textOf(values, 'endsAt') && before.timeZone === timeZone;
  return {
    name: textOf(values, 'name'),
    event,
    formula: textOf(values, 'formula/kind') === 'per_amount' ? {kind: 'per_amount', points, perMinor: amountOf(values, 'formula/perMinor', currency) ?? 0, currency} : {kind: 'fixed', points},
    condition: {
      minAmount: least === null ? null : {amountMinor: least, currency: leastCurrency},
      products: listOf(values, 'condition/products'),
      countries: listOf(values, 'condition/countries'),
      maxHours: numberOf(values, 'condition/maxHours'),
    },
    cap: {times: numberOf(values, 'cap/times') ?? 0, per: textOf(values, 'cap/per') as PointsCap['per'], points: numberOf(values, 'cap/points')},
    oncePerEntity: isOn(values, 'oncePerEntity'),
    audience: {
      levelIds: listOf(values, 'audience/levelIds'),
      partnerTypes: listOf(values, 'audience/partnerTypes') as PartnerType[],
      countries: listOf(values, 'audience/countries'),
      groups: listOf(values, 'audience/groups'),
      partnerOrgIds: before?.audience.partnerOrgIds ?? [],
    },
    startsAt: keptStart ? before.startsAt : (boundsOf(textOf(values, 'startsAt'), timeZone)?.from ?? null),
    endsAt: keptEnd ? before.endsAt : (boundsOf(textOf(values, 'endsAt'), timeZone)?.until ?? null),
    expiresAfterDays: numberOf(values, 'expiresAfterDays'),
    timeZone,
  };
}
