import type {LevelProgress, TierTerms} from '@portico/contract';
import {html, nothing} from 'lit';
import {checkIcon} from '../ui/icon/icons.ts';
import type {TierProgressView} from './tier-progress.view.ts';
import {lastDay, measureWords, metricWords, percentWords, windowWords} from './tier-text.ts';

type Criterion = LevelProgress['criteria'][number];

/** What the level asks for, and how far the partner is; with what it would do more, as it would be then. */
export function requirements(view: TierProgressView) {
  const {tiers, text, levelId, outcome} = view;
  const level = tiers.findLevel(levelId);
  const terms = tiers.policy?.terms;
  const now = tiers.progressOf(levelId);
  const shown = outcome?.levels.find(each => each.levelId === levelId) ?? now;
  if (!level || !terms || !now || !shown) return nothing;
  const weights = shown.criteria.reduce((sum, {weight}) => sum + weight, 0);
  return html`<section class="part" part="requirements">
    <h3 class="title">${text.term('asksFor', level.name)}</h3>
    ${shown.criteria.length === 0 ? html`<p class="muted">${text.term('everybody')}</p>` : html`<p class="small muted">${shown.met ? html`<strong class="met">${checkIcon()}${text.term('allMet')}</strong>` : nothing} ${text.term('score', percentWords(text, shown.score), percentWords(text, shown.minScore))}</p>`}
    <ul class="criteria">
      ${shown.criteria.map((criterion, index) => criterionRow(view, terms, criterion, now.criteria[index] ?? criterion, weights))}
    </ul>
  </section>`;
}

function criterionRow({tiers, text}: TierProgressView, terms: TierTerms, criterion: Criterion, now: Criterion, weights: number) {
  const {value, target, gap, met, operator, mandatory, weight, projected} = criterion;
  const say = (amount: number) => measureWords(text, criterion, terms, amount);
  const isMost = operator === 'at_most';
  const name = metricWords(text, criterion);
  const day = lastDay(text, criterion, tiers.standing?.asOf ?? '', terms);
  const isForetold = !met && !isMost && day !== '' && projected !== value;
  // A bar that is full is enough; of what must not be too much, it is what is used up.
  const max = Math.max(target, isMost ? value : 1, 1);
  return html`<li class="criterion" data-met=${met || nothing}>
    <span class="name"><strong translate=${criterion.event === null ? nothing : 'no'}>${name}</strong> <span class="small muted">${windowWords(text, criterion)}</span></span>
    <span class="tags small">
      ${mandatory ? html`<span class="tag">${text.term('mandatory')}</span>` : nothing}
      ${weights > weight && weight > 0 ? html`<span class="muted">${text.term('share', percentWords(text, Math.round((weight * 1000) / weights) / 10))}</span>` : nothing}
    </span>
    <progress max=${max} .value=${Math.min(value, max)} aria-label=${name}></progress>
    <span class="figures">${text.term(isMost ? 'atMost' : 'of', say(value), say(target))}${value > now.value ? html` <span class="added">(${text.term('added', say(value - now.value))})</span>` : nothing}</span>
    <span class="gap figures" data-met=${met || nothing}>
      ${met ? html`${checkIcon()}${text.term('met')}` : text.term(isMost ? 'tooMuch' : 'missing', say(gap))}
    </span>
    ${day === '' || met ? nothing : html`<span class="when small muted">${text.term('until', day)}${isForetold ? html` · ${text.term('onCourse', say(projected))}` : nothing}</span>`}
  </li>`;
}
