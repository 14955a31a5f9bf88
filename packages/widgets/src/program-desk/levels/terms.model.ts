import {toJson} from '@portico/client';
import type {Api, RouteInput, TierCriterion, TierMetric, TierPolicy, TierTerms, TierWindow} from '@portico/contract';
import {boundsOf} from '../../base/days.ts';
import {amountOf, isOn, numberOf, textOf, toAmountValue, type Values} from '../editors/values.ts';

export const tierMetrics = ['revenue', 'closed_deals', 'registrations', 'approved_registrations', 'leads_accepted', 'certifications', 'points', 'custom'] as const satisfies readonly TierMetric[];
export const tierWindows = ['trailing_12_months', 'calendar_year', 'calendar_quarter'] as const satisfies readonly TierWindow[];
export const operators = ['at_least', 'at_most'] as const satisfies readonly TierCriterion['operator'][];
export const promotions = ['automatic', 'propose', 'manual'] as const satisfies readonly TierTerms['promotion'][];
export const promotionDays = ['any_day', 'quarter'] as const satisfies readonly TierTerms['promotionOn'][];

export type NewPolicy = RouteInput<Api['tierPolicies']['create']>;

/** A criterion as it stands in the form. */
export interface FormCriterion {
  readonly metric: string;
  readonly event: string;
  readonly operator: string;
  /** Of revenue in major units. */
  readonly target: string;
  readonly window: string;
  readonly weight: string;
  readonly mandatory: boolean;
}

/** What the form asks for a level; levels that are not named are given by hand. */
export interface FormLevel {
  readonly levelId: string;
  readonly minScore: string;
  readonly criteria: readonly FormCriterion[];
}

/** What somebody begins with who adds a criterion. */
export const newCriterion: FormCriterion = {metric: 'revenue', event: '', operator: 'at_least', target: '', window: 'trailing_12_months', weight: '1', mandatory: false};

/** What stands in the form; what is asked for levels is one value, as JSON. */
export function toTermsValues(policy: Pick<TierPolicy, 'terms'> | null, {currency, timeZone}: {readonly currency: string; readonly timeZone: string}): Values {
  const terms = policy?.terms;
  const levels = (terms?.requirements ?? []).map(({levelId, minScore, criteria}): FormLevel => ({
    levelId,
    minScore: String(minScore),
    criteria: criteria.map(({metric, event, operator, target, window, weight, mandatory}) => ({
      metric,
      event: event ?? '',
      operator,
      target: metric === 'revenue' ? toAmountValue(target, terms?.currency ?? currency) : String(target),
      window,
      weight: String(weight),
      mandatory,
    })),
  }));
  return {
    currency: terms?.currency ?? currency,
    promotion: terms?.promotion ?? 'propose',
    promotionOn: terms?.promotionOn ?? 'any_day',
    graceDays: String(terms?.graceDays ?? 90),
    retryAfterDays: String(terms?.retryAfterDays ?? 90),
    holdForYear: terms?.holdForYear ?? true,
    timeZone: terms?.timeZone ?? timeZone,
    effectiveFrom: '',
    requirements: toJson(levels),
  };
}

/** What is asked for levels, out of the form. */
export function levelsOf(values: Values): readonly FormLevel[] {
  return JSON.parse(textOf(values, 'requirements') || '[]') as FormLevel[];
}

/** The same with a value at a place such as `requirements/0/criteria/1/target`. */
export function withValue(levels: readonly FormLevel[], name: string, value: string | boolean): FormLevel[] {
  const [, level, ...rest] = name.split('/');
  return levels.map((each, index) => {
    if (String(index) !== level) return each;
    const [first = '', criterion, field = ''] = rest;
    if (first !== 'criteria') return {...each, [first]: value};
    return {...each, criteria: each.criteria.map((one, at) => (String(at) === criterion ? {...one, [field]: value} : one))};
  });
}

/** Every value of it by its place. */
export function flatten(levels: readonly FormLevel[]): Values {
  const entries = levels.flatMap(({minScore, criteria}, index) => [
    [`requirements/${index}/minScore`, minScore] as const,
    ...criteria.flatMap((criterion, at) => Object.entries(criterion).map(([field, value]) => [`requirements/${index}/criteria/${at}/${field}`, value as string | boolean] as const)),
  ]);
  return Object.fromEntries(entries);
}

/** The terms that a form says. */
export function toPolicy(values: Values): NewPolicy {
  const currency = textOf(values, 'currency');
  const timeZone = textOf(values, 'timeZone') || 'UTC';
  const from = boundsOf(textOf(values, 'effectiveFrom'), timeZone)?.from;
  return {
    currency,
    requirements: levelsOf(values).map(({levelId, minScore, criteria}) => ({
      levelId,
      minScore: Number(minScore),
      criteria: criteria.map(({metric, event, operator, target, window, weight, mandatory}) => ({
        metric: metric as TierMetric,
        event: metric === 'custom' ? event.trim() : null,
        operator: operator as TierCriterion['operator'],
        target: (metric === 'revenue' ? amountOf({target}, 'target', currency) : Math.round(Number(target))) ?? 0,
        window: window as TierWindow,
        weight: Math.round(Number(weight)),
        mandatory,
      })),
    })),
    promotion: textOf(values, 'promotion') as TierTerms['promotion'],
    promotionOn: textOf(values, 'promotionOn') as TierTerms['promotionOn'],
    graceDays: numberOf(values, 'graceDays') ?? 0,
    retryAfterDays: numberOf(values, 'retryAfterDays') ?? 0,
    holdForYear: isOn(values, 'holdForYear'),
    timeZone,
    ...(from === undefined ? {} : {effectiveFrom: from}),
  };
}
