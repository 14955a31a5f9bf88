import type {DealRegistration, DealStage} from '@portico/contract';
import {explainProblem, findWord} from '../base/explain.ts';
import type {AllDealListStrings} from '../strings/deal-list.strings.ts';
import type {Localize} from '../strings/localize.ts';
import type {DealDeadline} from './deal-list.model.ts';

/** The words of the list in the reader's language. */
export type Text = Localize<AllDealListStrings>;

const twoDays = 2 * 86_400_000;

/** What a registration is called: its customer, else its name, else its number. */
export function titleOf(text: Text, {customer, name, number}: DealRegistration): string {
  return customer.name || name || number || text.term('unnamed');
}

/** What the deal is worth; empty when nobody knows. */
export function amountOf(text: Text, {estimatedAmount}: DealRegistration): string {
  return estimatedAmount ? text.money(estimatedAmount) : '';
}

/** The partner's progress: the stage in the programme's words, with its probability. Empty before approval. */
export function stageOf(text: Text, {stage, probability}: Pick<DealRegistration, 'stage' | 'probability'>, stages: readonly DealStage[]): string {
  if (stage === null || stage === 'won' || stage === 'lost') return '';
  const name = stages.find(({key}) => key === stage)?.name ?? stage;
  return probability === null ? name : text.term('stageAt', name, percent(text, probability));
}

export function percent(text: Text, value: number): string {
  return text.number(value / 100, {style: 'percent', maximumFractionDigits: 1});
}

/** A deadline as a weekday and time while hours count, else as a day, and the time that is left. */
export function deadlineWords(text: Text, {kind, dueAt}: DealDeadline, now: number): {by: string; when: string; left: string} {
  const when = text.date(dueAt, Math.abs(dueAt - now) < twoDays ? {weekday: 'short', hour: 'numeric', minute: '2-digit'} : 'day');
  return {when, by: text.term(`by_${kind}`, when), left: dueAt > now ? text.term('left', text.duration(dueAt - now)) : text.term('timeIsUp')};
}

/** A word of a code of the API, `undefined` for one that a newer server knows and this page does not. */
export function wordOf(text: Text, area: 'reject' | 'withdraw' | 'lost' | 'type' | 'event' | 'news' | 'status' | 'field' | 'finding' | 'done' | 'title' | 'act', code: string, ...values: string[]): string | undefined {
  return findWord(text, `${area}_${code}`, ...values);
}

/** Why a registration ended, in words: which list of reasons it is from follows from the status. */
export function reasonOf(text: Text, {status, endReason}: DealRegistration): string | null {
  if (!endReason) return null;
  const area = status === 'lost' ? 'lost' : status === 'withdrawn' ? 'withdraw' : 'reject';
  return wordOf(text, area, endReason) ?? endReason;
}

/** Codes that mean the same to a person: the key of their sentence. */
const sentences: Readonly<Record<string, string>> = {
  deal_registration_not_found: 'problem_gone',
  deal_change_not_found: 'problem_deal_change_decided',
};

/** Says why something did not take effect. */
export function explain(text: Text, error: unknown): string {
  return explainProblem(text, error, sentences);
}
