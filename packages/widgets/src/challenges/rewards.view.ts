import type {Redemption, Reward} from '@portico/contract';
import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {checkIcon, clockIcon, dangerIcon, returnIcon} from '../ui/icon/icons.ts';
import {giftIcon} from '../ui/icon/reward-icons.ts';
import type {ChallengesView} from './challenges.view.ts';

/** What points can be redeemed for, and what was asked for. */
export function rewardsView(view: ChallengesView) {
  const {challenges, text} = view;
  const {rewards, redemptions} = challenges;
  if (rewards.length + redemptions.length === 0) {
    return html`<portico-ui-empty-state heading=${text.term('noRewards')} text=${text.term('noRewardsText')}><span slot="icon">${giftIcon(20)}</span></portico-ui-empty-state>`;
  }
  return html`${redemptions.length > 0
    ? html`<section aria-labelledby="yours">
        <h3 class="group" id="yours">${text.term('yours')}</h3>
        <ul>${repeat(redemptions, ({id}) => id, each => redemptionRow(view, each))}</ul>
      </section>`
    : nothing}
  ${rewards.length > 0
    ? html`<section aria-labelledby="catalogue">
        <h3 class="group" id="catalogue">${text.term('catalogue')}</h3>
        <ul class="tiles">${repeat(rewards, ({id}) => id, each => rewardTile(view, each))}</ul>
      </section>`
    : nothing}`;
}

function rewardTile(view: ChallengesView, reward: Reward) {
  const {challenges, text, busy} = view;
  const {name, description, points, value, stock} = reward;
  const missing = points - (challenges.account?.balance ?? 0);
  return html`<li class="tile" part="reward" data-id=${reward.id}>
    <span class="mark" aria-hidden="true">${giftIcon(20)}</span>
    <div class="what">
      <h4 class="name" dir="auto" translate="no">${name}</h4>
      ${description ? html`<p class="small muted" dir="auto" translate="no">${description}</p>` : nothing}
      <p class="facts small"><strong class="figures">${text.term('points', points)}</strong>${value ? html`<span class="muted">${text.term('worth', text.money(value))}</span>` : nothing}${stock === null || stock === 0 ? nothing : html`<span class="muted">${text.term('inStock', stock)}</span>`}</p>
      ${stock === 0
        ? html`<p class="small muted">${text.term('outOfStock')}</p>`
        : missing > 0
          ? html`<p class="small muted">${text.term('short', text.term('points', missing))}</p>`
          : challenges.may('redemption:write')
            ? html`<button class="button" type="button" data-act="redeem" aria-label=${text.term('redeemOf', name)} ?disabled=${busy} @click=${() => view.ask({kind: 'redeem', reward})}>${text.term('redeem')}</button>`
            : nothing}
    </div>
  </li>`;
}

const shapes = {requested: clockIcon, approved: clockIcon, fulfilled: checkIcon, failed: dangerIcon, cancelled: returnIcon} as const;

function redemptionRow(view: ChallengesView, redemption: Redemption) {
  const {challenges, text, busy} = view;
  const {id, reward, status, points, createdAt, answer, reason, note, actions} = redemption;
  const canCancel = challenges.may('redemption:write') && (actions.includes('call_off') || actions.includes('cancel'));
  return html`<li class="challenge" part="redemption" tabindex="-1" data-id=${id}>
    <div class="what">
      <h4 class="name" dir="auto" translate="no">${reward.name}</h4>
      <p class="facts small muted"><span class="figures">${text.term('points', points)}</span><span>${text.date(createdAt, 'date')}</span>${note ? html`<span dir="auto" translate="no">${note}</span>` : nothing}</p>
      ${answer ? html`<p class="small" dir="auto" translate="no">${answer}</p>` : nothing}${reason ? html`<p class="small" dir="auto">${text.term('why', reason)}</p>` : nothing}
    </div>
    <div class="how">
      <p class="state" data-state=${status}>${shapes[status]()}${text.term(`redemption_${status}`)}</p>
      ${canCancel ? html`<button class="button" type="button" data-variant="quiet" data-act="cancel" aria-label=${text.term('cancelOf', reward.name)} ?disabled=${busy} @click=${() => view.cancel(redemption)}>${text.term('cancel')}</button>` : nothing}
    </div>
  </li>`;
}
