import type {AssetClassification, Entitlement, Program} from '@portico/contract';
import {nameOf, wordFor, type Words} from './collateral-desk.words.ts';

/** What an entitlement asks for and what others see, one line each, in plain words. */
export function describeEntitlement(entitlement: Entitlement, {classification, products, program, text}: {readonly classification: AssetClassification; readonly products: readonly string[]; readonly program: Program | undefined; readonly text: Words}): string[] {
  if (classification === 'confidential') return [text.term('onlyStaff')];
  const {minLevelId, groups, partnerTypes, territories, certifications, termsVersion, from, until, whenDenied} = entitlement;
  const lang = text.lang();
  const lines: string[] = [];
  if (minLevelId !== null) lines.push(text.term('needsLevel', program?.levels.find(({id}) => id === minLevelId)?.name ?? '…'));
  if (groups.length > 0) lines.push(text.term('needsGroup', either(groups, lang)));
  if (partnerTypes.length > 0) lines.push(text.term('needsType', either(partnerTypes.map(type => wordFor(text, 'partnerType_', type) ?? type), lang)));
  if (territories.length > 0) lines.push(text.term('needsTerritory', either(territories.map(({country, region}) => (region === null ? nameOf('region', country, lang) : `${nameOf('region', country, lang)} / ${region}`)), lang)));
  if (certifications.length > 0) lines.push(text.term('needsCertification', text.list(certifications)));
  if (entitlement.products && products.length > 0) lines.push(text.term('needsProduct', either(products, lang)));
  if (termsVersion !== null) lines.push(text.term('needsTerms', termsVersion));
  if (lines.length === 0) lines.push(text.term('everyPartner'));
  if (from !== null) lines.push(text.term('notBefore', text.date(from, 'date')));
  if (until !== null) lines.push(text.term('notAfter', text.date(until, 'date')));
  if (lines.length > 1 || lines[0] !== text.term('everyPartner')) lines.push(text.term(whenDenied === 'locked' ? 'othersLocked' : 'othersHidden'));
  return lines;
}

function either(values: readonly string[], lang: string): string {
  return new Intl.ListFormat(lang, {type: 'disjunction'}).format(values);
}
