import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {safeUrl} from '../base/safe-url.ts';
import {countryOptions} from '../base/countries.ts';
import {localText, ownFields, specOf} from './deal-fields.model.ts';
import {termsToAccept} from './deal-registration.model.ts';
import type {DealView} from './deal-registration.view.ts';
import {readList, textOf, toFields} from './deal-values.model.ts';
import {errorOf, labelOf} from './field.view.ts';
import {arePriced, lineAmount, sumsOf} from './money.model.ts';

/** Everything that is filled in, with a way back to each step, and what has to be agreed to. */
export function reviewView(view: DealView) {
  const {deal, text} = view;
  const steps = deal.steps.filter(({id}) => id !== 'review');
  return html`<div class="review" part="review">
    ${steps.map(
      ({id, fields, more}) =>
        html`<section class="part">
          <header><h4>${text.term(`step_${id}`)}</h4>
            <button class="button" data-variant="quiet" type="button" aria-label=${`${text.term('change')}${text.colon}${text.term(`step_${id}`)}`} @click=${() => view.goTo(id)}>${text.term('change')}</button></header>
          <dl>${[...fields, ...more.filter(path => textOf(deal.values, path) !== '')].map(path => row(view, path))}</dl>
        </section>`,
    )}
    ${distributor(view)} ${terms(view)}
  </div>`;
}

function row(view: DealView, path: string) {
  const said = path === 'lines' ? lines(view) : words(view, path);
  const error = errorOf(view, path);
  return html`<div class="pair"><dt>${labelOf(view, path)}</dt><dd dir="auto" translate="no">${said === '' ? html`<span class="muted" translate="yes">${view.text.term('notGiven')}</span>` : said}${error === nothing ? nothing : html`<p class="error" translate="yes">${error}</p>`}</dd></div>`;
}

function words({deal, setup, text, locale}: DealView, path: string): string {
  const {values, evidence} = deal;
  const typed = textOf(values, path).trim();
  const {own, shape} = specOf(setup.form, path);
  const {fields} = toFields(values, setup.form, locale);
  const option = (value: string) => localText(own?.options.find(each => each.value === value)?.label ?? {en: value}, locale);
  switch (shape) {
    case 'country':
      return countryOptions(setup.program.countries, locale).find(({value}) => value === typed)?.label ?? typed;
    case 'type':
      return text.term(`type_${typed as 'resale'}`) ?? typed;
    case 'select':
      return typed && option(typed);
    case 'multi':
      return text.list(readList<string>(typed).map(option));
    case 'checkbox':
      return ownFields(setup.form, values, locale).includes(own as never) ? text.term(values[path] === true ? 'yes' : 'no') : '';
    case 'date':
      return typed && text.date(`${typed}T00:00:00Z`, {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
    case 'tender':
      return [typed && text.term(`tender_${typed as 'none'}`), textOf(values, 'tender.dueOn')].filter(Boolean).join(' · ');
    case 'evidence':
      return text.list((evidence?.files ?? []).filter(({status}) => status === 'ready').map(({fileName}) => fileName));
    case 'money': {
      const sum = path === 'estimatedAmount' && arePriced(fields.lines) ? sumsOf(fields.lines)[0] : undefined;
      const money = sum ?? (path === 'estimatedAmount' ? fields.estimatedAmount : fields.answers.find(({key}) => key === own?.key)?.value);
      return typeof money === 'object' && money !== null && 'currency' in money ? text.money(money) : typed;
    }
    default:
      return typed;
  }
}

function lines({deal, setup, text, locale}: DealView) {
  const {fields} = toFields(deal.values, setup.form, locale);
  if (fields.lines.length === 0) return '';
  const items = fields.lines.map(line => {
    const amount = lineAmount(line);
    return html`<li>${text.number(line.quantity)} × ${line.product}${amount ? html` · <span class="figures">${text.money(amount)}</span>` : nothing}</li>`;
  });
  return html`<ul>${items}</ul>`;
}

function distributor({deal, text, set, disabled}: DealView) {
  const org = deal.registration?.distributor;
  return org
    ? html`<portico-ui-checkbox
        data-field="hideFromDistributor"
        label=${text.term('hideFrom', org.name)}
        ?disabled=${disabled}
        .checked=${live(deal.values['hideFromDistributor'] === true)}
        @change=${(event: Event) => set('hideFromDistributor', (event.target as HTMLInputElement).checked)}
      ></portico-ui-checkbox>`
    : nothing;
}

function terms(view: DealView) {
  const {deal, setup, text, disabled} = view;
  const due = termsToAccept(setup.program, deal.registration);
  if (!due) return nothing;
  const error = errorOf(view, 'terms');
  return html`<div class="terms">
    <portico-ui-checkbox
      data-field="terms"
      label=${text.term('acceptTerms')}
      ?disabled=${disabled}
      .checked=${live(deal.acceptedTerms === due.version)}
      @change=${(event: Event) => deal.acceptTerms((event.target as HTMLInputElement).checked ? due.version : null)}
    ></portico-ui-checkbox>
    <a href=${safeUrl(due.url) ?? nothing} target="_blank" rel="noopener noreferrer">${text.term('readTerms')}</a>
    ${error === nothing ? nothing : html`<p class="error">${error}</p>`}
  </div>`;
}
