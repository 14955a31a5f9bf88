import {html, nothing} from 'lit';
import {successIcon} from '../ui/icon/icons.ts';
import {minusIcon, plusIcon} from '../ui/icon/standing-icons.ts';
import type {TierProgressView} from './tier-progress.view.ts';
import {measureWords, metricWords} from './tier-text.ts';
import {type Knob, knobsOf} from './what-if.model.ts';

/** Sliders and steps for what the partner could do more of, and what it would be then. */
export function whatIfView(view: TierProgressView) {
  const {tiers, text, changes} = view;
  const terms = tiers.policy?.terms;
  if (!terms) return html``;
  return html`<section class="part card" part="what-if">
    <div class="line">
      <h3 class="title">${text.term('whatIf')}</h3>
      ${changes.length > 0 ? html`<button class="link" type="button" data-act="reset" @click=${() => view.move(null)}>${text.term('reset')}</button>` : nothing}
    </div>
    <div class="answer">
      <p class="small muted hint">${text.term('whatIfText')}</p>
      <p class="result" role="status" data-better=${isBetter(view) || nothing}>${result(view)}</p>
    </div>
    ${knobsOf(terms, changes).map((knob, index) => knobRow(view, knob, index, terms))}
  </section>`;
}

function knobRow(view: TierProgressView, knob: Knob, index: number, terms: {readonly currency: string}) {
  const {text} = view;
  const {metric, event, add, step, max} = knob;
  const name = metricWords(text, knob);
  const set = (value: number) => view.move({metric, event, add: Math.min(max, Math.max(0, value))});
  const words = add > 0 ? text.term('added', measureWords(text, knob, terms, add)) : '';
  return html`<div class="knob">
    <label class="knob-name" for=${`knob-${index}`}>${name}</label>
    <output class="figures small" for=${`knob-${index}`}>${words}</output>
    <div class="control">
      <button class="button" data-icon-only type="button" aria-label=${text.term('less', name)} ?disabled=${add === 0} @click=${() => set(add - step)}>${minusIcon()}</button>
      <input
        id=${`knob-${index}`}
        type="range"
        min="0"
        max=${max}
        step=${step}
        .value=${String(add)}
        aria-valuetext=${words || measureWords(text, knob, terms, 0)}
        @input=${(input: Event) => set(Number((input.target as HTMLInputElement).value))}
      />
      <button class="button" data-icon-only type="button" aria-label=${text.term('more', name)} ?disabled=${add >= max} @click=${() => set(add + step)}>${plusIcon()}</button>
    </div>
  </div>`;
}

/** Whether more would reach a higher level than what is there does. */
function isBetter({tiers, outcome}: TierProgressView): boolean {
  const rankOf = (id: string | null | undefined) => tiers.findLevel(id)?.rank ?? Number.POSITIVE_INFINITY;
  return outcome !== undefined && rankOf(outcome.reachedLevelId) < rankOf(tiers.standing?.reachedLevelId);
}

function result(view: TierProgressView) {
  const {tiers, text, outcome, levelId} = view;
  if (!outcome) return nothing;
  if (isBetter(view)) return html`${successIcon(20)}<strong>${text.term('wouldBe', tiers.findLevel(outcome.reachedLevelId)?.name ?? '')}</strong>`;
  // A level that is at risk is not kept by less than it asks for.
  const own = tiers.standing?.levelId === outcome.reachedLevelId ? tiers.findLevel(outcome.reachedLevelId) : undefined;
  return own ? text.term('wouldStay', own.name) : text.term('wouldMiss', tiers.findLevel(levelId)?.name ?? '');
}
