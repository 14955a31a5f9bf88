import type {Goal} from '@portico/contract';
import {eventWords, type StandingText, wordOf} from './standing-text.ts';

/** What a goal counts: points, revenue (`goal_points` and `goal_revenue` of the widget's words), or what partners do. */
export function goalName(text: StandingText, goal: Goal): string {
  return goal.metric === 'events' ? eventWords(text, goal.event) : (wordOf(text, `goal_${goal.metric}`) ?? goal.metric);
}

/** An amount of what a goal counts. */
export function goalAmount(text: StandingText, goal: Goal, amount: number): string {
  return goal.metric === 'revenue' ? text.money({amountMinor: amount, currency: goal.currency}) : text.number(amount);
}
