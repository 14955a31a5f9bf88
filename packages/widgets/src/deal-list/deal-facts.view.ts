import type {DealLine, DealRegistration, Money} from '@portico/contract';
import {html, nothing} from 'lit';
import {mailLink} from '../base/reach-links.ts';
import {siteLink} from '../base/site-link.ts';
import type {DealsView} from './deal-list.view.ts';
import {percent, type Text, wordOf} from './deal-text.ts';
import {countryName, dayOf} from './fact-text.ts';

/** One fact with its name; nothing when it is not known. */
export function fact(label: string, value: unknown, wide = false) {
  return value ? html`<div class="fact" ?data-wide=${wide}><dt class="muted">${label}</dt><dd dir="auto">${value}</dd></div>` : nothing;
}

/** What decides at first sight; the rest is one press away. */
export function facts({text}: DealsView, deal: DealRegistration) {
  const {customer, contact, answers} = deal;
  const person = [contact.firstName, contact.lastName].filter(Boolean).join(' ');
  const town = [customer.postalCode, customer.city].filter(Boolean).join(' ');
  const place = [customer.street, town, customer.region, customer.country && countryName(text, customer.country)].filter(Boolean).join(', ');
  const named = (key: 'name' | 'description' | 'useCase' | 'contractType' | 'incumbent' | 'supportRequested') => fact(text.term(`field_${key}`), deal[key], key === 'description' || key === 'useCase');
  return html`<section class="part" aria-labelledby="facts-title">
    <h3 class="part-title" id="facts-title">${text.term('facts')}</h3>
    <dl class="facts">
      ${named('name')}${fact(text.term('field_customer.country'), place)}
      ${fact(text.term('field_customer.website'), customer.website && siteLink(customer.website))}
      ${fact(text.term('field_contact'), person && html`<bdi>${person}</bdi>${contact.jobTitle ? html`<span class="muted"> · <bdi>${contact.jobTitle}</bdi></span>` : nothing}`)}
      ${fact(text.term('field_contact.email'), contact.email && mailLink(contact.email))}
      ${fact(text.term('field_contact.phone'), contact.phone)}${deal.protectedFrom ? nothing : fact(text.term('field_expectedCloseOn'), deal.expectedCloseOn && dayOf(text, deal.expectedCloseOn))}
    </dl>
    <details class="more">
      <summary>${text.term('moreFacts')}</summary>
      <dl class="facts">
        ${fact(text.term('field_registrationType'), wordOf(text, 'type', deal.registrationType))}${fact(text.term('field_customer.taxId'), customer.taxId)}${fact(text.term('field_customer.relationship'), customer.relationship)}
        ${named('description')}${named('useCase')}${named('contractType')}${fact(text.term('field_contractTermMonths'), deal.contractTermMonths && text.number(deal.contractTermMonths))}
        ${fact(text.term('field_competitors'), text.list(deal.competitors))}${named('incumbent')}${named('supportRequested')}
        ${answers.map(({key, label, value}) => fact(label[text.lang()] ?? label['en'] ?? key, answerOf(text, value)))}
      </dl>
    </details>
  </section>`;
}

function answerOf(text: Text, value: DealRegistration['answers'][number]['value']): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '✓' : '–';
  if (typeof value === 'number') return text.number(value);
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? text.list(value) : text.money(value as Money);
}

/** What a line comes to in minor units, rounded half up as the server does. */
const lineMinor = ({quantity, unitPrice, discountPercent}: DealLine) => Math.floor(quantity * (unitPrice?.amountMinor ?? 0) * (1 - discountPercent / 100) + 0.5);

/** Products with quantities and prices. */
export function lines({text}: DealsView, deal: DealRegistration) {
  if (deal.lines.length === 0) return nothing;
  const priced = deal.lines.some(({unitPrice}) => unitPrice);
  const reduced = deal.lines.some(({discountPercent}) => discountPercent > 0);
  return html`<section class="part" aria-labelledby="lines-title">
    <h3 class="part-title" id="lines-title">${text.term('field_lines')}</h3>
    <div class="scroll-x" role="group" tabindex="0" aria-labelledby="lines-title">
      <table class="lines">
        <thead>
          <tr>
            <th scope="col">${text.term('product')}</th>
            <th scope="col">${text.term('quantity')}</th>
            ${priced ? html`<th scope="col">${text.term('unitPrice')}</th>` : nothing}${reduced ? html`<th scope="col">${text.term('discount')}</th>` : nothing}
            ${priced ? html`<th scope="col">${text.term('total')}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${deal.lines.map(line => {
            const {product, quantity, unitPrice, discountPercent} = line;
            return html`<tr>
              <td><bdi>${product}</bdi></td>
              <td class="figures">${text.number(quantity)}</td>
              ${priced ? html`<td class="figures">${unitPrice ? text.money(unitPrice) : ''}</td>` : nothing}
              ${reduced ? html`<td class="figures">${discountPercent > 0 ? percent(text, discountPercent) : ''}</td>` : nothing}
              ${priced ? html`<td class="figures">${unitPrice ? text.money({amountMinor: lineMinor(line), currency: unitPrice.currency}) : ''}</td>` : nothing}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </section>`;
}
