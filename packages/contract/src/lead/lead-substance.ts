import type {NewLead} from './lead.schema.ts';

/** Texts of which a lead has one at least, by the names they have in a file. Without any, nobody would know whom to call, what about, or how to find the lead again. */
export const leadSubstance = ['title', 'need', 'company.name', 'company.website', 'contact.firstName', 'contact.lastName', 'contact.email', 'contact.phone'] as const;

/** What a lead that is refused as empty is missing. */
export const leadSubstanceMessage = 'The lead is empty. Give at least a title, a need, a company (name or website) or a person (name, e-mail or phone).';

/** Whether a lead says nothing that anybody could work with. */
export function isEmptyLead({title, need, company, contact}: Pick<NewLead, 'title' | 'need' | 'company' | 'contact'>): boolean {
  const {name, website} = company;
  const {firstName, lastName, email, phone} = contact;
  return [title, need, name, website, firstName, lastName, email, phone].every(text => text === undefined || text === null || text.trim() === '');
}
