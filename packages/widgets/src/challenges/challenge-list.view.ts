import type {Challenge} from '@portico/contract';
import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {goalAmount, goalName} from '../base/goal-text.ts';
import {checkIcon, clockIcon, dangerIcon, inboxIcon, warningIcon} from '../ui/icon/icons.ts';
import {bringsWords, timeWords} from './challenge-text.ts';
import {type ChallengeGroup, inGroup, stepOf} from './challenges.model.ts';
import type {ChallengesView} from './challenges.view.ts';

const groups: readonly ChallengeGroup[] = ['running', 'upcoming', 'done'];

/** All challenges: what runs, what comes and what is over. */
export function challengeList(view: ChallengesView) {
  const {challenges, text, now} = view;
  if (challenges.challenges.length === 0) {
    return html`<slot name="empty">
      <portico-ui-empty-state heading=${text.term('empty')} text=${text.term('emptyText')}><span slot="icon">${inboxIcon(20)}</span></portico-ui-empty-state>
    </slot>`;
  }
  return html`${groups.map(group => {
    const rows = inGroup(challenges.challenges, group, now);
    if (rows.length === 0) return nothing;
    return html`<section aria-labelledby=${`group-${group}`}>
      <h3 class="group" id=${`group-${group}`}>${text.term(`group_${group}`)} <span class="muted figures">${text.number(rows.length)}</span></h3>
      <ul>
        ${repeat(
          rows,
          ({id}) => id,
          each => challengeRow(view, each),
        )}
      </ul>
    </section>`;
  })}`;
}

function challengeRow(view: ChallengesView, challenge: Challenge) {
  const {text, now} = view;
  const {id, name, description, period, winnersLeft, phase, own, proofs, status, reason} = challenge;
  const isOpen = phase !== 'over' && !own?.isWon;
  // How long it runs is no matter to who has won it for good.
  const time = own?.isWon && period === 'once' && phase === 'running' ? '' : timeWords(text, challenge, now);
  return html`<li class="challenge" part="challenge" tabindex="-1" data-id=${id} data-won=${own?.isWon || nothing}>
    <div class="what">
      <h4 class="name" dir="auto" translate="no">${name}</h4>
      ${description && isOpen ? html`<p class="description" dir="auto" translate="no">${description}</p>` : nothing}
      <p class="facts small">
        <span class="brings">${text.term('brings', bringsWords(text, challenge))}</span>
        ${isOpen && winnersLeft !== null ? html`<span class="muted">${winnersLeft === 0 ? text.term('full') : text.term('placesLeft', winnersLeft)}</span>` : nothing}
        ${isOpen && proofs.length > 0 ? html`<span class="muted">${text.term('asks', text.list(proofs.map(proof => text.term(`proof_${proof}`))))}</span>` : nothing}
        ${period === 'once' || phase === 'over' ? nothing : html`<span class="muted">${text.term(`every_${period}`)}</span>`}
      </p>
      <p class="facts small muted">${time === '' ? nothing : html`<span class="time">${clockIcon()}${time}</span>`}${status === 'withdrawn' && reason ? html`<span>${text.term('withdrawn', reason)}</span>` : nothing}</p>
    </div>
    <div class="how">${progress(view, challenge)}${state(view, challenge)}${act(view, challenge)}</div>
  </li>`;
}

/** How far a goal is, with what is missing in words. */
function progress({text}: ChallengesView, {goal, own, phase}: Challenge) {
  const [value, target, remaining] = [own?.value ?? null, own?.target ?? null, own?.remaining ?? null];
  if (!goal || !own || target === null || value === null || remaining === null || phase === 'upcoming') return goal ? html`<p class="small muted">${goalName(text, goal)}${text.colon}<span class="figures">${goalAmount(text, goal, goal.target)}</span></p>` : nothing;
  if (phase === 'over' && remaining > 0 && value <= 0) return nothing;
  const name = goalName(text, goal);
  return html`<div class="progress" data-met=${own.isWon || nothing}>
    <span class="small muted">${name}</span>
    <progress max=${target} .value=${Math.max(0, Math.min(value, target))} aria-label=${name}></progress>
    <span class="figures">${text.term('of', goalAmount(text, goal, value), goalAmount(text, goal, target))}</span>
    ${own.isWon || remaining === 0
      ? html`<span class="gap" data-met>${checkIcon()}${text.term('reached')}</span>`
      : phase === 'over'
        ? nothing
        : html`<span class="gap figures">${text.term('toGo', goalAmount(text, goal, remaining))}</span>`}
  </div>`;
}

/** What became of what was sent, in a word and a shape. */
function state({text}: ChallengesView, {type, own, phase, status}: Challenge) {
  const entry = own?.entry;
  if (!own || (type === 'performance' && entry?.status !== 'revoked' && (phase !== 'over' || own.isWon))) return nothing;
  if (phase === 'over' && !own.isWon && entry?.status !== 'revoked' && entry?.status !== 'submitted' && entry?.status !== 'rejected') {
    return status === 'withdrawn' ? nothing : html`<p class="state muted">${text.term(type === 'performance' ? 'notReached' : 'nothingSent')}</p>`;
  }
  if (!entry) return nothing;
  const shape = {approved: checkIcon, rejected: warningIcon, revoked: dangerIcon, submitted: clockIcon, draft: undefined, counting: undefined}[entry.status];
  return html`<p class="state" data-state=${entry.status}>${shape?.()}${text.term(`entry_${entry.status}`)}</p>
    ${entry.reason && (entry.status === 'rejected' || entry.status === 'revoked') ? html`<p class="reason small" part="reason" dir="auto">${text.term('why', entry.reason)}</p>` : nothing}`;
}

function act(view: ChallengesView, challenge: Challenge) {
  const {text, now, busy, challenges} = view;
  const step = challenges.may('challenge_entry:write') ? stepOf(challenge, now) : null;
  if (step === null) return nothing;
  const words = text.term(step);
  const run = () => (step === 'join' ? view.join(challenge) : step === 'recall' ? view.recall(challenge) : view.ask({kind: 'proof', challenge}));
  return html`<button class="button" type="button" data-act=${step} data-variant=${step === 'recall' ? 'quiet' : nothing} aria-label=${text.term('stepOf', words, challenge.name)} ?disabled=${busy} @click=${run}>${words}</button>`;
}
