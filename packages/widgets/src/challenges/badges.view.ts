import type {Badge, BadgeAward} from '@portico/contract';
import {html, nothing} from 'lit';
import {goalAmount, goalName} from '../base/goal-text.ts';
import {medalIcon} from '../ui/icon/reward-icons.ts';
import type {ChallengesView} from './challenges.view.ts';

/** Badges that were earned, with their validity, and those that can be. */
export function badgesView(view: ChallengesView) {
  const {challenges, text} = view;
  const {awards} = challenges;
  const open = challenges.badges.filter(({award, isRetired}) => award === null && !isRetired);
  if (awards.length + open.length === 0) {
    return html`<portico-ui-empty-state heading=${text.term('noBadges')} text=${text.term('noBadgesText')}><span slot="icon">${medalIcon(20)}</span></portico-ui-empty-state>`;
  }
  return html`${awards.length > 0 ? html`<section aria-labelledby="earned"><h3 class="group" id="earned">${text.term('earned')}</h3><ul class="tiles">${awards.map(award => awardTile(view, award))}</ul></section>` : nothing}
  ${open.length > 0 ? html`<section aria-labelledby="to-earn"><h3 class="group" id="to-earn">${text.term('toEarn')}</h3><ul class="tiles">${open.map(badge => badgeTile(view, badge))}</ul></section>` : nothing}`;
}

function awardTile({text}: ChallengesView, {badge, status, earnedAt, validUntil, earnedBy, challenge, revokedAt, reason, note}: BadgeAward) {
  const day = (instant: string) => text.date(instant, 'date');
  const how = challenge ? text.term('byChallenge', challenge.name) : earnedBy === 'hand' ? text.term('byHand') : '';
  const validity =
    status === 'revoked' ? text.term('revokedOn', day(revokedAt ?? earnedAt))
    : status === 'expired' ? text.term('expiredOn', day(validUntil ?? earnedAt))
    : validUntil === null ? text.term('validForEver') : text.term('validUntil', day(validUntil));
  return html`<li class="tile" part="badge" data-status=${status}>
    <span class="mark" aria-hidden="true">${medalIcon(20)}</span>
    <div class="what">
      <h4 class="name" dir="auto" translate="no">${badge.name}</h4>
      ${badge.description ? html`<p class="small muted" dir="auto" translate="no">${badge.description}</p>` : nothing}
      <p class="small">${text.term('earnedOn', day(earnedAt))}${how === '' ? nothing : html` <span class="muted">${how}</span>`}</p>
      <p class="small validity" data-status=${status}>${validity}</p>
      ${note && status !== 'revoked' ? html`<p class="small muted" dir="auto" translate="no">${note}</p>` : nothing}${reason ? html`<p class="small" dir="auto">${text.term('why', reason)}</p>` : nothing}
    </div>
  </li>`;
}

function badgeTile({text}: ChallengesView, {name, description, criterion, own}: Badge) {
  const goal = criterion?.goal;
  const label = goal ? goalName(text, goal) : '';
  return html`<li class="tile" part="badge">
    <span class="mark" data-open aria-hidden="true">${medalIcon(20)}</span>
    <div class="what">
      <h4 class="name" dir="auto" translate="no">${name}</h4>
      ${description ? html`<p class="small muted" dir="auto" translate="no">${description}</p>` : nothing}
      ${goal && own
        ? html`<div class="progress">
            <span class="small muted">${label}${criterion?.withinDays ? html` ${text.term('within', criterion.withinDays)}` : nothing}</span>
            <progress max=${own.target} .value=${Math.max(0, Math.min(own.value, own.target))} aria-label=${label}></progress>
            <span class="figures small">${text.term('of', goalAmount(text, goal, own.value), goalAmount(text, goal, own.target))}</span>
            <span class="gap figures small">${text.term('toGo', goalAmount(text, goal, own.remaining))}</span>
          </div>`
        : html`<p class="small muted">${text.term('handAwarded')}</p>`}
    </div>
  </li>`;
}
