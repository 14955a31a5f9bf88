import type {Api, Challenge, ChallengePeriod, ChallengeProof, PartnerType, RouteInput} from '@portico/contract';
import {boundsOf, dayOf} from '../../base/days.ts';
import {listOf, numberOf, textOf, toListValue, type Values} from '../editors/values.ts';
import {toGoal, toGoalValues} from './goal-editor.ts';

type NewChallenge = RouteInput<Api['challenges']['create']>;

export const challengeProofs = ['text', 'link', 'file'] as const satisfies readonly ChallengeProof[];
export const challengePeriods = ['once', 'week', 'month', 'quarter'] as const satisfies readonly ChallengePeriod[];

/** What stands in the form of a challenge; of a new one, what it begins with. */
export function toChallengeValues(challenge: Challenge | null, {currency, timeZone}: {readonly currency: string; readonly timeZone: string}): Values {
  const goal = toGoalValues(challenge?.goal ?? null, 'goal', currency);
  if (!challenge) return {...goal, name: '', type: 'performance', proofs: toListValue(['text']), 'window/kind': 'absolute', 'window/days': '30', period: 'once', timeZone, points: '100', badgeId: ''};
  const {window, audience} = challenge;
  const isAbsolute = window.kind === 'absolute';
  return {
    ...goal,
    name: challenge.name,
    description: challenge.description ?? '',
    type: challenge.type,
    proofs: toListValue(challenge.proofs),
    'window/kind': window.kind,
    'window/startsAt': isAbsolute ? dayOf(window.startsAt, challenge.timeZone) : '',
    'window/endsAt': isAbsolute ? dayOf(Date.parse(window.endsAt) - 1, challenge.timeZone) : '',
    'window/days': isAbsolute ? '30' : String(window.days),
    'window/joinBy': isAbsolute || window.joinBy === null ? '' : dayOf(Date.parse(window.joinBy) - 1, challenge.timeZone),
    period: challenge.period,
    timeZone: challenge.timeZone,
    'audience/levelIds': toListValue(audience.levelIds),
    'audience/partnerTypes': toListValue(audience.partnerTypes),
    'audience/countries': toListValue(audience.countries),
    'audience/groups': audience.groups.join(', '),
    points: String(challenge.points),
    badgeId: challenge.badgeId ?? '',
    maxWinners: challenge.maxWinners === null ? '' : String(challenge.maxWinners),
  };
}

/** The challenge that a form says. Days that nobody touched stay the instants that they were. */
export function toChallenge(values: Values, before: Challenge | null): NewChallenge {
  const timeZone = textOf(values, 'timeZone') || 'UTC';
  const isPerformance = textOf(values, 'type') === 'performance';
  return {
    name: textOf(values, 'name'),
    description: textOf(values, 'description') || null,
    type: isPerformance ? 'performance' : 'submission',
    goal: isPerformance ? toGoal(values, 'goal') : null,
    proofs: isPerformance ? [] : (listOf(values, 'proofs') as ChallengeProof[]),
    window: toWindow(values, before, timeZone),
    period: textOf(values, 'window/kind') === 'relative' ? 'once' : (textOf(values, 'period') as ChallengePeriod),
    timeZone,
    audience: {
      levelIds: listOf(values, 'audience/levelIds'),
      partnerTypes: listOf(values, 'audience/partnerTypes') as PartnerType[],
      countries: listOf(values, 'audience/countries'),
      groups: listOf(values, 'audience/groups'),
      partnerOrgIds: before?.audience.partnerOrgIds ?? [],
    },
    points: numberOf(values, 'points') ?? 0,
    badgeId: textOf(values, 'badgeId') || null,
    maxWinners: numberOf(values, 'maxWinners'),
  };
}

function toWindow(values: Values, before: Challenge | null, timeZone: string): NewChallenge['window'] {
  /** @param is - An instant that was there before, and the day on which it falls. */
  const kept = (is: string | null | undefined, name: string, lessMs: number) => (is && before?.timeZone === timeZone && dayOf(Date.parse(is) - lessMs, timeZone) === textOf(values, name) ? is : undefined);
  const bounds = (name: string) => boundsOf(textOf(values, name), timeZone);
  const own = before?.window;
  if (textOf(values, 'window/kind') === 'relative') {
    const joinBy = kept(own?.kind === 'relative' ? own.joinBy : null, 'window/joinBy', 1) ?? bounds('window/joinBy')?.until ?? null;
    return {kind: 'relative', days: numberOf(values, 'window/days') ?? 0, joinBy};
  }
  const [startsAt, endsAt] = own?.kind === 'absolute' ? [own.startsAt, own.endsAt] : [];
  return {kind: 'absolute', startsAt: kept(startsAt, 'window/startsAt', 0) ?? bounds('window/startsAt')?.from ?? '', endsAt: kept(endsAt, 'window/endsAt', 1) ?? bounds('window/endsAt')?.until ?? ''};
}
