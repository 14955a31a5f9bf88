import type {Answer, DealContact, DealCustomer, DealImportField, DealLine, DealStatus} from '@portico/contract';
import {writeAmount} from '../csv-import/amounts.rules.ts';

/** What a registration says, as far as files hold it. Columns of the table and names of what they refer to. */
export interface DealFacts {
  readonly external_id: string | null;
  readonly number: string | null;
  readonly partnerName: string;
  readonly ownerName: string | null;
  readonly registration_type: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly use_case: string | null;
  readonly customer: DealCustomer;
  readonly contact: Omit<DealContact, 'consent'>;
  readonly lines: readonly DealLine[];
  readonly estimated_minor: number | null;
  readonly estimated_currency: string | null;
  readonly contract_type: string | null;
  readonly contract_term_months: number | null;
  readonly expected_close_on: string | null;
  readonly competitors: readonly string[];
  readonly incumbent: string | null;
  readonly support_requested: string | null;
  readonly status: DealStatus;
  readonly stage: string | null;
  readonly submitted_at: string | null;
  readonly protected_from: string | null;
  readonly protected_until: string | null;
  readonly ended_at: string | null;
  readonly end_reason: string | null;
  readonly answers: readonly Answer[];
}

/** Fields of a file by name, those that say something. */
export type DealTexts = Readonly<Partial<Record<DealImportField, string>>>;

/** Writes a registration as the fields of a file. Reading them gives the same texts again. */
export function toTexts(deal: DealFacts): DealTexts {
  const {customer, contact, estimated_minor: minor, estimated_currency: currency} = deal;
  const texts: Record<DealImportField, string | null> = {
    externalId: deal.external_id,
    number: deal.number,
    partnerOrg: deal.partnerName,
    owner: deal.ownerName,
    registrationType: deal.registration_type,
    name: deal.name,
    description: deal.description,
    useCase: deal.use_case,
    'customer.name': customer.name,
    'customer.website': customer.website,
    'customer.taxId': customer.taxId,
    'customer.country': customer.country,
    'customer.region': customer.region,
    'customer.postalCode': customer.postalCode,
    'customer.city': customer.city,
    'customer.street': customer.street,
    'customer.relationship': customer.relationship,
    'contact.firstName': contact.firstName,
    'contact.lastName': contact.lastName,
    'contact.jobTitle': contact.jobTitle,
    'contact.email': contact.email,
    'contact.phone': contact.phone,
    products: writeProducts(deal.lines),
    estimatedAmount: minor === null || currency === null ? null : writeAmount(minor, currency),
    currency: minor === null ? null : currency,
    contractType: deal.contract_type,
    contractTermMonths: deal.contract_term_months === null ? null : String(deal.contract_term_months),
    expectedCloseOn: deal.expected_close_on,
    competitors: writeList(deal.competitors),
    incumbent: deal.incumbent,
    supportRequested: deal.support_requested,
    status: deal.status,
    stage: deal.stage,
    submittedAt: deal.submitted_at,
    protectedFrom: deal.protected_from,
    protectedUntil: deal.protected_until,
    endedAt: deal.ended_at,
    endReason: deal.end_reason,
    answers: deal.answers.length === 0 ? null : JSON.stringify(deal.answers),
  };
  // A file has one kind of line break.
  return Object.fromEntries(Object.entries(texts).flatMap(([field, text]) => (text ? [[field, text.replace(/\r\n?/g, '\n').trim()]] : []))) as DealTexts;
}

/** `Gripper × 2; Camera`. */
export function writeProducts(lines: readonly Pick<DealLine, 'product' | 'quantity'>[]): string {
  return lines.map(({product, quantity}) => (quantity === 1 ? product : `${product} × ${quantity}`)).join('; ');
}

/**
 * Reads `Gripper × 2; Camera`. Names of products may hold the marks themselves: what is a product as a whole is taken as a whole.
 *
 * @param nameOf - The product that a text means, or `undefined`.
 */
export function readProducts(text: string, nameOf: (text: string) => string | undefined): {readonly product: string; readonly quantity: number; readonly isKnown: boolean}[] {
  const read = (part: string) => {
    const whole = nameOf(part);
    if (whole !== undefined) return {product: whole, quantity: 1, isKnown: true};
    const [, product = '', count = ''] = /^(.+?)\s*(?:×|\s[x*])\s*(\d{1,7})$/su.exec(part) ?? [];
    const counted = product === '' ? undefined : nameOf(product.trim());
    if (counted !== undefined) return {product: counted, quantity: Number(count), isKnown: true};
    return product === '' ? {product: part, quantity: 1, isKnown: false} : {product: product.trim(), quantity: Number(count), isKnown: false};
  };
  const cut = (whole: string, marks: RegExp, glue: string): ReturnType<typeof read>[] => {
    const parts = whole.split(marks).map(part => part.trim());
    const found: ReturnType<typeof read>[] = [];
    for (let start = 0; start < parts.length; ) {
      // The longest run of parts that is a product together.
      let end = parts.length;
      while (end > start + 1 && !read(parts.slice(start, end).join(glue)).isKnown) end--;
      const part = parts.slice(start, end).join(glue);
      if (part !== '') found.push(read(part));
      start = end;
    }
    return found;
  };
  return cut(text, /[;|\n]/, '; ').flatMap(line => {
    const parts = line.isKnown ? [] : cut(line.product, /,/, ', ');
    // Commas are marks only where a product stands between them; else they belong to a name that is not known here.
    return parts.some(({isKnown}) => isKnown) ? parts : [line];
  });
}

/** Texts in one cell, each on its own between semicolons; one inside a text has a backslash before it. */
export function writeList(items: readonly string[]): string {
  return items.map(item => item.replace(/[\\;]/g, sign => `\\${sign}`)).join('; ');
}

/** Reads what `writeList` wrote, and lists with line breaks. */
export function readList(text: string): string[] {
  const items = [...text.matchAll(/(?:\\.|[^;\n\\])+/gsu)].map(([item]) => item.replace(/\\(.)/gsu, '$1').trim());
  return [...new Set(items.filter(item => item !== ''))];
}
