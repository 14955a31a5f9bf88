import type {Cobrand, CobrandTemplate, CobrandZone, PartnerBrand, ZoneFinding, ZoneValue, ZoneValues} from '@portico/contract';
import {type BrandWords, fillPlaceholder} from '@portico/contract/cobrand-rules';
import type {Draft} from '../../base/drafts.ts';

/** Parts of a value that people fill in. */
export const valueParts = ['text', 'color', 'link', 'storedFileId'] as const satisfies readonly (keyof ZoneValue)[];
export type ValuePart = (typeof valueParts)[number];

/** The brand as text, for what stands in a zone until somebody says otherwise. */
export function toBrandWords({shown, phone, email, address, colors, logoFileId}: PartnerBrand): BrandWords {
  return {name: shown.name, website: shown.website, levelBadge: shown.levelBadge, phone, email, address, colors, hasLogo: logoFileId !== null};
}

/** What stands in a zone until somebody says otherwise. What a copy says of itself is known when it is made. */
export function beginOf({placeholder, link}: CobrandZone, part: ValuePart, brand: BrandWords | undefined): string {
  const text = part === 'text' ? placeholder : part === 'link' ? link : null;
  return text && brand ? fillPlaceholder(text, brand, {version: '', date: '', address: ''}) : '';
}

/** Zones that the partner fills in. */
export function openZones({zones}: Pick<CobrandTemplate, 'zones'>): readonly CobrandZone[] {
  return zones.filter(({locked, type}) => !locked && type !== 'qr');
}

/** The values as they are now: what was typed over what the copy has. What nobody touched is left to the template, so that a brand that changes shows. */
export function toValues(template: Pick<CobrandTemplate, 'zones'>, copy: Pick<Cobrand, 'values'> | undefined, draft: Draft): ZoneValues {
  const values: Record<string, ZoneValue> = {};
  for (const {id} of openZones(template)) {
    const value: Partial<Record<ValuePart, string | undefined>> = {...copy?.values[id]};
    for (const part of valueParts) {
      const typed = draft[`${id}/${part}`];
      if (typeof typed === 'string' && (typed !== '' || part === 'text')) value[part] = typed;
    }
    if (Object.keys(value).length > 0) values[id] = value;
  }
  return values;
}

/** What is wrong in each zone; errors before warnings. */
export function byZone(findings: readonly ZoneFinding[]): ReadonlyMap<string, readonly ZoneFinding[]> {
  const zones = new Map<string, ZoneFinding[]>();
  for (const finding of [...findings].sort((a, b) => (a.severity < b.severity ? -1 : 1))) {
    const known = zones.get(finding.zoneId) ?? [];
    if (!known.some(({code}) => code === finding.code)) zones.set(finding.zoneId, [...known, finding]);
  }
  return zones;
}
