import {toMajorUnits} from '../../strings/format.ts';
import type {LeadToSend} from '../lead-desk.model.ts';

/**
 * Makes a lead of what was typed; what is empty is left out.
 *
 * @param values - By the names of the form's fields; boxes are `on` or empty.
 * @param now - ISO instant, for the consent.
 */
export function toNewLead(values: Readonly<Record<string, string | undefined>>, now: string): LeadToSend {
  const filled = (part: 'company' | 'contact') =>
    Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (name.startsWith(`${part}.`) && value?.trim() ? [[name.slice(part.length + 1), value.trim()]] : [])));
  const [company, contact] = [filled('company'), filled('contact')];
  const {title, need, product, amount, currency = 'EUR', score, consent, route} = values;
  return {
    source: 'api',
    ...(title?.trim() && {title: title.trim()}),
    ...(Object.keys(company).length > 0 && {company}),
    ...(Object.keys(contact).length > 0 && {contact}),
    ...(consent && {consent: {purposes: ['sales_contact'], textVersion: 'recorded-by-staff', at: now, source: 'lead-desk'}}),
    ...(need?.trim() && {need: need.trim()}),
    ...(product && {products: [product]}),
    ...(amount && {estimatedValue: {amountMinor: Math.round(Number(amount) * 10 ** toMajorUnits(0, currency).decimals), currency}}),
    ...(score && {score: Math.round(Number(score))}),
    route: Boolean(route),
  };
}
