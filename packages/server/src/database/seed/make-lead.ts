import {NewLead} from '@portico/contract';
import {countries, elsewhere, employeeBands, jobTitles, type CountrySeed} from './customers.data.ts';
import {campaigns, enquiries, timelines} from './enquiries.data.ts';
import type {Random} from './random.ts';

const currencies: Readonly<Record<string, readonly [code: string, perEuro: number, exponent: number]>> = {SE: ['SEK', 11, 2], GB: ['GBP', 0.86, 2], VN: ['VND', 27_000, 0], US: ['USD', 1.1, 2]};
const areas = [...countries, ...elsewhere];

/** Which company of a country a lead is of; every company asks once. */
export interface Customers {
  next(country: string): {readonly area: CountrySeed; readonly stem: string; readonly trade: readonly [word: string, industry: string]};
}

/** Companies in an order that looks mixed and repeats none before all have had their turn. */
export function customersInTurn(): Customers {
  const turns = new Map<string, number>();
  return {
    next: country => {
      const area = areas.find(other => other.country === country);
      if (!area) throw new RangeError(`There are no customers in ${country}.`);
      const turn = turns.get(country) ?? 0;
      turns.set(country, turn + 1);
      const stem = area.stems[turn % area.stems.length];
      const trade = area.trades[(turn + Math.floor(turn / area.stems.length)) % area.trades.length];
      if (!stem || !trade) throw new RangeError(`The customers in ${country} are not complete.`);
      return {area, stem, trade};
    },
  };
}

/**
 * Makes up a lead that reads like a real one.
 *
 * @param createdAt - ISO text; consent was given then.
 */
export function makeLead(externalId: string, country: string, customers: Customers, random: Random, createdAt: string): NewLead {
  const {area, stem, trade} = customers.next(country);
  const [word, industry] = trade;
  const name = area.familyFirst ? `${word} ${stem} ${area.legalForm}` : `${stem} ${word} ${area.legalForm}`;
  const host = `${toLabel(`${stem}${word}`)}.example`;
  const [city, region, postalCode] = random.pick(area.places);
  const [firstName, lastName] = [random.pick(area.firstNames), random.pick(area.lastNames)];
  const enquiry = random.pick(enquiries);
  const fill = (text: string) => text.replaceAll('{industry}', industry.toLowerCase());
  const [code, perEuro, exponent] = currencies[country] ?? ['EUR', 1, 2];
  const euros = random.between(enquiry.value[0], enquiry.value[1]) * 1000;
  const score = random.between(32, 97);
  return NewLead.parse({
    externalId,
    title: fill(enquiry.title),
    source: random.pick(['web_form', 'web_form', 'event', 'campaign', 'locator', 'partner_referral']),
    ...(random.chance(0.6) ? {campaign: random.pick(campaigns)} : {}),
    company: {name, website: `https://www.${host}`, industry, employeeBand: random.pick(employeeBands), country, region, postalCode, city, street: `${random.pick(area.streets)} ${random.between(1, 120)}`},
    contact: {
      firstName,
      lastName,
      jobTitle: random.pick(jobTitles),
      email: `${toLabel(firstName)}.${toLabel(lastName)}@${host}`,
      phone: `${area.phone}${String(random.between(1000, 9999))}`,
      language: area.language,
      timeZone: area.timeZone,
    },
    consent: {purposes: ['sales_contact', 'partner_sharing'], textVersion: '2026-03', at: createdAt, source: 'halden.example contact form'},
    products: enquiry.also && random.chance(0.7) ? [enquiry.product, enquiry.also] : [enquiry.product],
    need: fill(enquiry.need),
    timeline: random.pick(timelines),
    estimatedValue: {amountMinor: roundTo(euros * perEuro, perEuro > 100 ? 10_000_000 : 500) * 10 ** exponent, currency: code},
    score,
    quality: score > 75 ? 'sales_qualified' : 'marketing_qualified',
    priority: score > 90 ? 'hot' : score < 45 ? 'low' : 'normal',
    tags: random.chance(0.3) ? [random.pick(['fair', 'retrofit', 'greenfield', 'subsidy', 'tender'])] : [],
    route: true,
    enriching: false,
  });
}

/** Letters and digits of a host name. */
function toLabel(text: string): string {
  return text.normalize('NFKD').replace(/[đĐ]/g, 'd').replace(/ø/gi, 'o').replace(/ß/g, 'ss').toLowerCase().replace(/[^a-z0-9]+/g, '');
}

function roundTo(value: number, step: number): number {
  return Math.round(value / step) * step;
}
