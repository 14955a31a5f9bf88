import type {Challenge} from '@portico/contract';
import {goalAmount, goalName} from '../../base/goal-text.ts';
import type {Localize} from '../../strings/localize.ts';
import type {AllDeskChallengesStrings} from '../../strings/program-desk-challenges.strings.ts';

/** The words of challenges and badges on the desk. */
export type Text = Localize<AllDeskChallengesStrings>;

/** What a challenge asks for. */
export function askWords(text: Text, {goal, proofs}: Pick<Challenge, 'goal' | 'proofs'>): string {
  return goal ? `${goalName(text, goal)}${text.colon}${goalAmount(text, goal, goal.target)}` : text.term('asks', text.list(proofs.map(proof => text.term(`proof_${proof}`))));
}

/** When a challenge is. */
export function timeWords(text: Text, {window, period, timeZone}: Pick<Challenge, 'window' | 'period' | 'timeZone'>): string {
  if (window.kind === 'relative') return text.term('daysEach', window.days);
  const day = (at: number) => text.date(at, {day: 'numeric', month: 'short', year: 'numeric', timeZone});
  // What ends at midnight ends with the day before.
  const span = text.term('fromTo', day(Date.parse(window.startsAt)), day(Date.parse(window.endsAt) - 1));
  return period === 'once' ? span : text.list([span, text.term(`each_${period}`)], {type: 'unit'});
}

/** What a winner gets. */
export function bringWords(text: Text, {points, badge}: Pick<Challenge, 'points' | 'badge'>): string {
  return text.list([...(points > 0 ? [text.term('points', points)] : []), ...(badge ? [text.term('badgeNamed', badge.name)] : [])]);
}
