import type {LeadDetails} from '@portico/contract';
import {html, nothing} from 'lit';
import {mailLink, phoneLink} from '../base/reach-links.ts';
import {siteLink} from '../base/site-link.ts';
import {mailIcon, personIcon, phoneIcon} from '../ui/icon/lead-icons.ts';
import type {InboxView} from './lead-inbox.view.ts';
import {countryName} from './lead-text.ts';

/** Whom to call: shown once the lead is accepted. */
export function contactCard({text}: InboxView, {contact}: LeadDetails) {
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ');
  return html`<section class="card" part="contact" aria-label=${text.term('contact')}>
    <p class="person">${personIcon(20)}<span><strong class="strong"><bdi>${name || text.term('contact')}</bdi></strong>${contact.jobTitle ? html`<span class="muted"> · <bdi>${contact.jobTitle}</bdi></span>` : nothing}</span></p>
    <ul class="ways">
      ${contact.phone ? html`<li>${phoneLink(contact.phone, phoneIcon())}</li>` : nothing}
      ${contact.email ? html`<li>${mailLink(contact.email, mailIcon())}</li>` : nothing}
    </ul>
  </section>`;
}

/** Where the company is and how large it is. */
export function companyFacts({text}: InboxView, {company}: LeadDetails) {
  const town = [company.postalCode, company.city].filter(Boolean).join(' ');
  const address = [company.street, town, company.region, company.country && countryName(text, company.country)].filter(Boolean).join(', ');
  return html`${fact(text.term('location'), address)}
  ${fact(text.term('website'), company.website && siteLink(company.website))}
  ${fact(text.term('employees'), company.employeeBand)}`;
}

/** One fact with its name; nothing when it is not known. */
export function fact(label: string, value: unknown, wide = false) {
  return value ? html`<div class="fact" ?data-wide=${wide}><dt class="muted">${label}</dt><dd dir="auto">${value}</dd></div>` : nothing;
}
