import type {LeadDetails, LeadOffer} from '@portico/contract';
import {html, nothing} from 'lit';
import {safeUrl} from '../base/safe-url.ts';
import {mailIcon, personIcon, phoneIcon} from '../ui/icon/icons.ts';
import type {InboxView} from './lead-inbox.view.ts';
import {countryName} from './lead-text.ts';

/** Whom to call: shown once the lead is accepted. */
export function contactCard({text}: InboxView, _offer: LeadOffer, {contact, company}: LeadDetails) {
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ');
  const address = [company.street, [company.postalCode, company.city].filter(Boolean).join(' '), company.region, company.country && countryName(text, company.country)].filter(Boolean).join(', ');
  const tel = contact.phone && `tel:${contact.phone.replaceAll(/[^\d+*#,;]/g, '')}`;
  const mail = contact.email && `mailto:${encodeURIComponent(contact.email).replaceAll('%40', '@')}`;
  const site = company.website && (/^[a-z][a-z\d+.-]*:/i.test(company.website) ? company.website : `https://${company.website}`);
  return html`<section class="card" part="contact" aria-label=${text.term('contact')}>
    <p class="person">${personIcon(20)}<span><strong class="strong">${name || text.term('contact')}</strong>${contact.jobTitle ? html`<span class="muted"> · ${contact.jobTitle}</span>` : nothing}</span></p>
    <ul class="ways">
      ${contact.phone ? html`<li><a class="way" href=${safeUrl(tel) ?? nothing}>${phoneIcon()}<bdi>${contact.phone}</bdi></a></li>` : nothing}
      ${contact.email ? html`<li><a class="way" href=${safeUrl(mail) ?? nothing}>${mailIcon()}<bdi>${contact.email}</bdi></a></li>` : nothing}
    </ul>
    <dl class="facts">
      ${address ? html`<div class="fact"><dt class="muted">${text.term('location')}</dt><dd>${address}</dd></div>` : nothing}
      ${company.website ? html`<div class="fact"><dt class="muted">${text.term('website')}</dt><dd><a href=${safeUrl(site) ?? nothing} target="_blank" rel="noopener noreferrer"><bdi>${company.website}</bdi></a></dd></div>` : nothing}
      ${company.employeeBand ? html`<div class="fact"><dt class="muted">${text.term('employees')}</dt><dd>${company.employeeBand}</dd></div>` : nothing}
    </dl>
  </section>`;
}
