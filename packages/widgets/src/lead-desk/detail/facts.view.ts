import type {Lead} from '@portico/contract';
import {html, nothing, type TemplateResult} from 'lit';
import {mailLink, phoneLink} from '../../base/reach-links.ts';
import {siteLink} from '../../base/site-link.ts';
import {mailIcon, phoneIcon} from '../../ui/icon/lead-icons.ts';
import {toCountryName, toPersonName, type DetailWords} from './detail.words.ts';
import {toValue, wordFor, type Words} from '../lead-desk.words.ts';

type FactName =
  | 'website' | 'industry' | 'employees' | 'address' | 'language' | 'products' | 'timeline' | 'value' | 'quality' | 'source' | 'tags' | 'externalId' | 'consent'
  | 'received' | 'owner' | 'lostReason';

/** Everything that is known about the prospect. */
export function renderFacts(lead: Lead, now: number, text: Words, words: DetailWords) {
  const {company, contact, consent} = lead;
  const fact = (name: FactName, value: string | TemplateResult | null | undefined | false) =>
    value
      ? html`<div>
          <dt>${words.term(name)}</dt>
          <dd dir="auto">${value}</dd>
        </div>`
      : nothing;
  const person = toPersonName(contact);
  const address = [company.street, [company.postalCode, company.city].filter(Boolean).join(' '), company.region, company.country && toCountryName(company.country, text)].filter(Boolean);
  const hasContact = person ?? contact.email ?? contact.phone;
  return html`<section aria-labelledby="company">
      <h4 id="company">${words.term('company')}</h4>
      <p class="who"><strong><bdi>${company.name ?? words.term('unnamedCompany')}</bdi></strong></p>
      <dl class="facts">
        ${fact('website', company.website && siteLink(company.website))} ${fact('industry', company.industry)} ${fact('employees', company.employeeBand)}
        ${fact('address', address.length > 0 && address.join(', '))}
      </dl>
    </section>
    ${
      hasContact
        ? html`<section aria-labelledby="contact">
            <h4 id="contact">${words.term('contact')}</h4>
            <p class="who">${person ? html`<strong><bdi>${person}</bdi></strong>` : nothing} ${contact.jobTitle ? html`<bdi class="muted">${contact.jobTitle}</bdi>` : nothing}</p>
            <p class="reach">
              ${contact.email ? mailLink(contact.email, mailIcon()) : nothing}
              ${contact.phone ? phoneLink(contact.phone, phoneIcon()) : nothing}
            </p>
            <dl class="facts">
              ${fact('language', contact.language && toLanguageName(contact.language, text))}
              ${fact('consent', consent ? words.term('consentText', text.list(consent.purposes.map(purpose => purpose.replaceAll('_', ' '))), text.date(consent.at, 'date')) : words.term('noConsent'))}
            </dl>
          </section>`
        : nothing
    }
    <section aria-labelledby="enquiry">
      <h4 id="enquiry">${words.term('enquiry')}</h4>
      ${lead.need ? html`<p class="need" dir="auto">${lead.need}</p>` : nothing}
      <dl class="facts">
        ${fact('products', lead.products.length > 0 && text.list(lead.products))} ${fact('value', toValue(lead, text))} ${fact('timeline', lead.timeline)}
        ${fact('quality', lead.quality && wordFor(words, 'quality_', lead.quality))}
        ${fact('source', [wordFor(words, 'source_', lead.source), lead.campaign].filter(Boolean).join(' · '))}
        ${fact('received', html`<time datetime=${lead.receivedAt} title=${text.relativeTo(lead.receivedAt, now)}>${text.date(lead.receivedAt, 'dateTime')}</time>`)}
        ${fact('owner', lead.owner?.name)} ${fact('lostReason', lead.lostReason && wordFor(text, 'reason_', lead.lostReason))}
        ${fact('tags', lead.tags.length > 0 && text.list(lead.tags))} ${fact('externalId', lead.externalId)}
      </dl>
    </section>`;
}

function toLanguageName(tag: string, text: Words): string {
  try {
    return new Intl.DisplayNames(text.lang(), {type: 'language'}).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
