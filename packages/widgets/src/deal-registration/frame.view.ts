import {html, nothing} from 'lit';
import {checkIcon, chevronStartIcon, deviceIcon, warningIcon} from '../ui/icon/icons.ts';
import type {Step} from '../ui/stepper/stepper.ts';
import type {DealView, Text} from './deal-registration.view.ts';
import type {SaveState} from './draft-keeper.ts';
import {stepFields} from './field.view.ts';
import {skeleton} from './states.view.ts';

/** The form with its steps. */
export function formView(view: DealView) {
  const {deal, text, later} = view;
  const {steps, registration} = deal;
  const at = Math.max(0, steps.findIndex(({id}) => id === deal.step));
  const step = steps[at];
  if (!step) return nothing;
  const isLast = step.id === 'review';
  const isAsked = Boolean(registration?.infoRequest);
  return html`<header class="head" part="header">
      <h2 id="title">${text.term(isAsked ? 'titleAsked' : 'title')}</h2>
      ${saveState(text, deal.keeper?.state ?? 'none')}
    </header>
    <portico-ui-stepper part="steps" label=${text.term('steps')} current=${step.id} .steps=${steps.map(({id}, index) => toStep(view, id, index < at))} @portico-ui-step-select=${(event: Event & {id: string}) => view.goTo(event.id)}></portico-ui-stepper>
    ${deal.isContinued ? continued(view) : nothing} ${later?.notes(view) ?? nothing} ${later?.summary(view) ?? nothing}
    <section class="step" part="step" aria-labelledby="step-title">
      <h3 id="step-title" class="step-title" tabindex="-1">${text.term(`step_${step.id}`)}</h3>
      ${isLast ? (later?.review(view) ?? skeleton) : step.id === 'customer' || later ? stepFields(view, step) : skeleton}
    </section>
    ${at === 0 && !isAsked ? why(text) : nothing}
    <footer class="actions" part="actions">
      ${at > 0 ? html`<button class="button back" data-variant="quiet" type="button" @click=${view.back}>${chevronStartIcon()}${text.term('back')}</button>` : nothing}
      ${isLast
        ? html`<button class="button submit" data-variant="primary" type="button" ?disabled=${view.disabled} aria-disabled=${deal.isSubmitting ? 'true' : nothing} aria-busy=${deal.isSubmitting ? 'true' : nothing} @click=${view.submit}>
            ${deal.isSubmitting && later ? text.term('submitting') : text.term(isAsked ? 'submitAnswer' : 'submit')}
          </button>`
        : html`<button class="button next" data-variant="primary" type="button" @click=${view.next}>${text.term('next')}</button>`}
    </footer>`;
}

function toStep({deal, text, issues}: DealView, id: 'customer' | 'deal' | 'evidence' | 'asked' | 'review', isBefore: boolean): Step {
  const label = text.term(`step_${id}`);
  if ([...issues.keys()].some(path => deal.stepOf(path) === id)) return {id, label, state: 'error', note: text.term('toMend')};
  return isBefore ? {id, label, state: 'done', note: text.term('done')} : {id, label};
}

/** Quiet while all is well; what is wrong is said aloud once. */
function saveState(text: Text, state: SaveState) {
  const isTrouble = state === 'device' || state === 'memory';
  const icon = state === 'saved' ? checkIcon() : state === 'device' ? deviceIcon() : state === 'memory' ? warningIcon() : nothing;
  return html`<p class="save" part="save-state" data-state=${state}>${state === 'none' || isTrouble ? nothing : html`${icon}${text.term(`save_${state}`)}`}<span class="trouble" role="status"
        >${isTrouble ? html`${icon}<span title=${text.term(`saveHelp_${state}`)}>${text.term(`save_${state}`)}<span class="visually-hidden">. ${text.term(`saveHelp_${state}`)}</span></span>` : nothing}</span
      ></p>`;
}

function continued({text, startOver}: DealView) {
  return html`<div class="note" part="note"><span>${text.term('continued')}</span><button class="button" data-variant="quiet" type="button" data-act="start-over" @click=${startOver}>${text.term('startOver')}</button></div>`;
}

function why(text: Text) {
  return html`<details class="why"><summary>${text.term('whyWeAsk')}<span class="muted"> · ${text.term('twoMinutes')}</span></summary><p>${text.term('whyText')}</p></details>`;
}
