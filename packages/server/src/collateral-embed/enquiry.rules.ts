import type {CollateralEnquiry, NewLead} from '@portico/contract';

/** Nobody reads and fills the form in less. */
const leastElapsedMs = 1500;
const shortest = {consentSource: 200, tag: 60, name: 100};

/** Whether a program seems to have sent it: a person looks at it before a partner gets it. */
export function isSuspicious({fax, elapsedMs}: Pick<CollateralEnquiry, 'fax' | 'elapsedMs'>): boolean {
  return (fax !== null && fax !== '') || elapsedMs < leastElapsedMs;
}

/** The address of a page without what follows `?` or `#`, which may say more of the visitor than they know. */
export function pageWithoutQuery(page: string | null): string | null {
  const url = page === null ? null : URL.parse(page);
  return url && `${url.origin}${url.pathname}`;
}

/** What a visitor asked, as a lead. */
export function leadOf(enquiry: Omit<CollateralEnquiry, 'consent'>, about: {readonly title: string; readonly products: readonly string[]} | null, embed: {readonly name: string; readonly campaign: string | null}, now: string): Omit<NewLead, 'route' | 'enriching' | 'priority'> {
  const {name, email, phone, company, message, consentTextVersion, locale} = enquiry;
  const {firstName, lastName} = partsOfName(name);
  const nowhere = {website: null, industry: null, employeeBand: null, country: null, region: null, postalCode: null, city: null, street: null};
  return {
    source: 'web_form',
    ...(about ? {title: about.title} : {}),
    ...(embed.campaign === null ? {} : {campaign: embed.campaign}),
    company: {name: orNull(company), ...nowhere},
    contact: {firstName, lastName, email, phone: orNull(phone), jobTitle: null, language: locale, timeZone: null},
    consent: {purposes: ['enquiry'], textVersion: `${consentTextVersion} ${locale}`.slice(0, 80), at: now, source: (pageWithoutQuery(enquiry.page) ?? embed.name).slice(0, shortest.consentSource)},
    products: [...(about?.products ?? [])],
    ...(orNull(message) === null ? {} : {need: message ?? ''}),
    tags: ['embed', embed.name.slice(0, shortest.tag)],
  };
}

/** The last word is the last name; a name of one word is one. */
function partsOfName(name: string): {readonly firstName: string | null; readonly lastName: string} {
  const at = name.lastIndexOf(' ');
  return {firstName: at < 0 ? null : name.slice(0, at).trim().slice(0, shortest.name), lastName: name.slice(at + 1).slice(0, shortest.name)};
}

function orNull(text: string | null): string | null {
  return text === '' ? null : text;
}
