import type {PointsTerms} from '@portico/contract';
import {type StandingText, wordOf} from './standing-text.ts';

/** What a rule gives, in words: 1 point for each €100. */
export function formulaWords(text: StandingText, {formula}: Pick<PointsTerms, 'formula'>): string {
  const points = text.term('points', formula.points);
  return formula.kind === 'fixed' ? points : text.term('perAmount', points, text.money({amountMinor: formula.perMinor, currency: formula.currency}));
}

/** How often, and how much at most. */
export function capWords(text: StandingText, {cap}: Pick<PointsTerms, 'cap'>): string {
  const per = wordOf(text, `per_${cap.per}`) ?? '';
  const times = text.term('times', cap.times, per);
  return cap.points === null ? times : text.list([times, text.term('mostPoints', text.term('points', cap.points), per)]);
}
