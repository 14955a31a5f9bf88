import type {Answer, DealForm, DealLine, DealRegistration, Program} from '@portico/contract';
import {html, nothing, type TemplateResult} from 'lit';
import {mailLink, phoneLink} from '../../base/reach-links.ts';
import {siteLink} from '../../base/site-link.ts';
import {mailIcon, phoneIcon} from '../../ui/icon/lead-icons.ts';
import {toCountryName, toPersonName, type Words} from '../deal-review.words.ts';

type Shown = string | TemplateResult | null | undefined | false;

/** A day, YYYY-MM-DD, in the reader's language: noon, so that no time zone moves it. */
export const toDay = (day: string, text: Words): string => text.date(`${day}T12:00:00Z`, {dateStyle: 'medium', timeZone: 'UTC'});

/** A fact with its name; nothing where it is not known. */
export const fact = (name: string, value: Shown) => (value ? html`<div><dt>${name}</dt><dd dir="auto">${value}</dd></div>` : nothing);

/** What was registered: the deal, the customer and the contact, products and the vendor's own questions. */
export function renderFacts(deal: DealRegistration, form: DealForm | undefined, program: Program | undefined, text: Words) {
  return html`${renderDeal(deal, program, text)} ${renderLines(deal.lines, text)} ${renderCustomer(deal, text)} ${renderContact(deal, text)} ${renderAnswers(deal.answers, form, text)}`;
}

function renderDeal(deal: DealRegistration, program: Program | undefined, text: Words) {
  const {tender, benefits, probability} = deal;
  const stage = program?.dealPolicy.stages.find(({key}) => key === deal.stage)?.name ?? deal.stage;
  const margin = benefits?.marginPercent ?? null;
  return html`<section aria-labelledby="deal">
    <h4 id="deal">${text.term('deal')}</h4>
    ${deal.description ? html`<p class="need" dir="auto">${deal.description}</p>` : nothing}
    <dl class="facts">
      ${fact(text.term('field_useCase'), deal.useCase)} ${fact(text.term('field_expectedCloseOn'), deal.expectedCloseOn && toDay(deal.expectedCloseOn, text))}
      ${fact(text.term('stage'), stage && [stage, probability === null ? '' : text.term('probability', text.number(probability / 100, {style: 'percent'}))].filter(Boolean).join(' · '))}
      ${fact(text.term('field_contractType'), deal.contractType)} ${fact(text.term('field_contractTermMonths'), deal.contractTermMonths !== null && text.term('months', deal.contractTermMonths))}
      ${fact(text.term('field_competitors'), deal.competitors.length > 0 && text.list(deal.competitors))} ${fact(text.term('field_incumbent'), deal.incumbent)}
      ${fact(text.term('field_tender'), tender && [text.term(`tender_${tender.status}`), tender.dueOn && toDay(tender.dueOn, text)].filter(Boolean).join(' · '))}
      ${fact(text.term('field_supportRequested'), deal.supportRequested)} ${fact(text.term('opportunity'), deal.opportunityRef)}
      ${fact(text.term('benefits'), benefits && [benefits.levelName, margin === null ? '' : text.term('margin', text.number(margin / 100, {style: 'percent', maximumFractionDigits: 1})), benefits.priceList].filter(Boolean).join(' · '))}
      ${fact(text.term('partner'), deal.partnerOrg.name)} ${fact(text.term('owner'), deal.owner?.name)} ${fact(text.term('distributor'), deal.distributor?.name)}
      ${fact(text.term('channelManager'), deal.channelManager?.name)} ${fact(text.term('col_reviewer'), deal.review?.reviewer?.name ?? text.term('nobody'))} ${fact(text.term('termsAccepted'), deal.termsVersion)}
    </dl>
  </section>`;
}

function renderLines(lines: readonly DealLine[], text: Words) {
  return html`<section aria-labelledby="products">
    <h4 id="products">${text.term('products')}</h4>
    ${
      lines.length === 0
        ? html`<p class="muted">${text.term('noLines')}</p>`
        : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="products">
            <table>
              <thead>
                <tr><th>${text.term('field_lines')}</th><th class="end">${text.term('quantity')}</th><th class="end">${text.term('unitPrice')}</th><th class="end">${text.term('discount')}</th><th class="end">${text.term('lineSum')}</th></tr>
              </thead>
              <tbody>
                ${lines.map(line => renderLine(line, text))}
              </tbody>
            </table>
          </div>`
    }
  </section>`;
}

function renderLine({product, quantity, unitPrice, discountPercent}: DealLine, text: Words) {
  const sum = unitPrice && {currency: unitPrice.currency, amountMinor: Math.round(quantity * unitPrice.amountMinor * (1 - discountPercent / 100))};
  return html`<tr>
    <td dir="auto">${product}</td>
    <td class="end">${text.number(quantity)}</td>
    <td class="end">${unitPrice ? text.money(unitPrice) : text.term('none')}</td>
    <td class="end">${discountPercent > 0 ? text.number(discountPercent / 100, {style: 'percent', maximumFractionDigits: 2}) : text.term('none')}</td>
    <td class="end">${sum ? text.money(sum) : text.term('none')}</td>
  </tr>`;
}

function renderCustomer({customer}: DealRegistration, text: Words) {
  const address = [customer.street, [customer.postalCode, customer.city].filter(Boolean).join(' '), customer.region, customer.country && toCountryName(customer.country, text.lang())].filter(Boolean);
  return html`<section aria-labelledby="customer">
    <h4 id="customer">${text.term('customer')}</h4>
    <dl class="facts">
      ${fact(text.term('field_customer.name'), customer.name)} ${fact(text.term('field_customer.website'), customer.website && siteLink(customer.website))} ${fact(text.term('field_customer.taxId'), customer.taxId)}
      ${fact(text.term('field_customer.country'), address.length > 0 && address.join(', '))} ${fact(text.term('field_customer.relationship'), customer.relationship)}
    </dl>
  </section>`;
}

function renderContact({contact}: DealRegistration, text: Words) {
  const person = toPersonName(contact);
  if (!(person ?? contact.email ?? contact.phone)) return nothing;
  return html`<section aria-labelledby="contact">
    <h4 id="contact">${text.term('contact')}</h4>
    <p>${person ? html`<strong><bdi>${person}</bdi></strong>` : nothing} ${contact.jobTitle ? html`<bdi class="muted">${contact.jobTitle}</bdi>` : nothing}</p>
    <p class="reach">
      ${contact.email ? mailLink(contact.email, mailIcon()) : nothing}
      ${contact.phone ? phoneLink(contact.phone, phoneIcon()) : nothing}
    </p>
  </section>`;
}

/** Answers stand under the label that they were given under, whatever the field is called today. */
function renderAnswers(answers: readonly Answer[], form: DealForm | undefined, text: Words) {
  if (answers.length === 0) return nothing;
  return html`<section aria-labelledby="answers">
    <h4 id="answers">${text.term('answers')}</h4>
    <dl class="facts">${answers.map(answer => fact(toLocal(answer.label, text), toAnswer(answer, form, text) ?? text.term('none')))}</dl>
  </section>`;
}

function toLocal(label: Readonly<Record<string, string>>, text: Words): string {
  return label[text.lang()] ?? label[text.lang().split('-')[0] ?? ''] ?? label['en'] ?? '';
}

function toAnswer({key, type, value}: Answer, form: DealForm | undefined, text: Words): string | undefined {
  if (value === null || value === '') return undefined;
  const options = form?.fields.find(field => field.key === key)?.options ?? [];
  const choice = (chosen: string) => {
    const option = options.find(each => each.value === chosen);
    return option ? toLocal(option.label, text) : chosen;
  };
  if (typeof value === 'boolean') return text.term(value ? 'yes' : 'no');
  if (typeof value === 'number') return text.number(value);
  if (Array.isArray(value)) return text.list(value.map(choice));
  if (typeof value === 'object') return text.money(value);
  return type === 'date' ? toDay(value, text) : type === 'select' ? choice(value) : value;
}
