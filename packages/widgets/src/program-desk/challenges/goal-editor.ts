import type {Goal} from '@portico/contract';
import {html, nothing, type TemplateResult} from 'lit';
import {eventWords} from '../../base/standing-text.ts';
import {Localize} from '../../strings/localize.ts';
import {deskChallengesStrings} from '../../strings/program-desk-challenges.strings.ts';
import {currencyOptions} from '../editors/choices.ts';
import {DeskEditor} from '../editors/desk-editor.ts';
import {knownEvents, otherEvent} from '../editors/rule.model.ts';
import {amountOf, numberOf, textOf, toAmountValue, type Values} from '../editors/values.ts';
import type {Text} from './challenge-words.ts';

const metrics = ['points', 'revenue', 'events'] as const;

/** What stands in the fields of a goal; `prefix` begins their names. */
export function toGoalValues(goal: Goal | null, prefix: string, currency: string): Values {
  const event = goal?.metric === 'events' ? goal.event : 'deal_won';
  return {
    [`${prefix}/metric`]: goal?.metric ?? 'revenue',
    [`${prefix}/target`]: goal === null ? '' : goal.metric === 'revenue' ? toAmountValue(goal.target, goal.currency) : String(goal.target),
    [`${prefix}/currency`]: goal?.metric === 'revenue' ? goal.currency : currency,
    [`${prefix}/event`]: (knownEvents as readonly string[]).includes(event) ? event : otherEvent,
    [`${prefix}/eventName`]: event,
  };
}

/** The goal that the fields say. */
export function toGoal(values: Values, prefix: string): Goal {
  const metric = textOf(values, `${prefix}/metric`);
  if (metric === 'revenue') {
    const currency = textOf(values, `${prefix}/currency`);
    return {metric, target: amountOf(values, `${prefix}/target`, currency) ?? 0, currency};
  }
  const target = numberOf(values, `${prefix}/target`) ?? 0;
  if (metric === 'points') return {metric, target};
  const event = textOf(values, `${prefix}/event`);
  return {metric: 'events', target, event: event === otherEvent ? textOf(values, `${prefix}/eventName`) : event};
}

/** An editor of something that has a goal. */
export abstract class GoalEditor extends DeskEditor {
  protected readonly text: Text = new Localize(this, deskChallengesStrings);

  protected override get words() {
    return this.text as unknown as DeskEditor['words'];
  }

  protected goalFields(prefix: string): TemplateResult {
    const {text, values} = this;
    const metric = textOf(values, `${prefix}/metric`);
    const isOther = textOf(values, `${prefix}/event`) === otherEvent;
    return html`<div class="pair">
        ${this.field(`${prefix}/metric`, text.term('goal'), {kind: 'select', options: metrics.map(value => ({value, label: text.term(`goal_${value}`)}))})}
        ${metric === 'events' ? this.field(`${prefix}/event`, text.term('event'), {kind: 'select', options: [...knownEvents.map(value => ({value, label: eventWords(text, value)})), {value: otherEvent, label: text.term('otherEvent')}]}) : nothing}
        ${metric === 'events' && isOther ? this.field(`${prefix}/eventName`, text.term('eventName'), {required: true, maxLength: 60, help: text.term('eventNameHelp')}) : nothing}
        ${this.field(`${prefix}/target`, text.term('target'), {kind: 'number', required: true, min: metric === 'revenue' ? '0.01' : '1', keyboard: metric === 'revenue' ? 'decimal' : 'numeric'})}
        ${metric === 'revenue' ? this.field(`${prefix}/currency`, text.term('currency'), {kind: 'select', options: currencyOptions(textOf(values, `${prefix}/currency`))}) : nothing}
      </div>`;
  }
}
