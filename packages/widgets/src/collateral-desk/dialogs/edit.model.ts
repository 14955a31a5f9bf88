import {toJson} from '@portico/client';
import type {Asset, Entitlement, PartnerType, Territory} from '@portico/contract';
import {boundsOf, dayOf} from '../../base/days.ts';

/** What stands in the form, by the names of its fields: text, or `on` and nothing for boxes. */
export type FormValues = Readonly<Record<string, string>>;

export const assetTypes = ['datasheet', 'deck', 'battlecard', 'case_study', 'logo', 'image', 'video', 'template', 'price_list', 'legal', 'link'] as const satisfies readonly Asset['type'][];
export const partnerTypes = ['reseller', 'var', 'distributor', 'agent', 'affiliate', 'msp', 'si', 'isv'] as const satisfies readonly PartnerType[];
export const classifications = ['public', 'partner', 'confidential'] as const satisfies readonly Asset['classification'][];
export const deliveries = ['open', 'portal', 'locked'] as const satisfies readonly Asset['delivery'][];

const listNames = ['products', 'industries', 'salesStages', 'personas', 'tags'] as const;
export const anybody: Entitlement = {minLevelId: null, groups: [], partnerTypes: [], territories: [], certifications: [], products: false, termsVersion: null, from: null, until: null, whenDenied: 'hidden'};

/** What a list field says: typed, split at commas; or chosen, kept as JSON. */
export function toList(text: string | undefined): string[] {
  if (text?.startsWith('[')) return JSON.parse(text) as string[];
  const parts = (text ?? '').split(/[,，、;\n]/u).map(part => part.trim()).filter(Boolean);
  return [...new Set(parts)];
}

/** Country codes, with a region after a slash. */
export function toTerritories(text: string | undefined): Territory[] {
  return toList(text).map(place => {
    const [country = '', region] = place.split('/').map(part => part.trim());
    return {country: country.toUpperCase(), region: region || null};
  });
}

/** What the form begins with. */
export function toValues(asset: Asset | null, timeZone?: string): FormValues {
  const entitlement = asset?.entitlement ?? anybody;
  const lists = Object.fromEntries(listNames.map(name => [name, name === 'products' || name === 'salesStages' ? toJson(asset?.[name] ?? []) : (asset?.[name] ?? []).join(', ')]));
  const types = Object.fromEntries(entitlement.partnerTypes.map(type => [`partnerType.${type}`, 'on']));
  return {
    ...lists,
    ...types,
    title: asset?.title ?? '',
    summary: asset?.summary ?? '',
    type: asset?.type ?? 'datasheet',
    folderId: asset?.folderId ?? '',
    classification: asset?.classification ?? 'partner',
    delivery: asset?.delivery ?? 'portal',
    watermark: asset?.watermark ? 'on' : '',
    altText: asset?.altText ?? '',
    transcript: asset?.transcript ?? '',
    linkUrl: asset?.linkUrl ?? '',
    minLevelId: entitlement.minLevelId ?? '',
    groups: entitlement.groups.join(', '),
    territories: entitlement.territories.map(({country, region}) => (region === null ? country : `${country}/${region}`)).join(', '),
    certifications: entitlement.certifications.join(', '),
    authorised: entitlement.products ? 'on' : '',
    termsVersion: entitlement.termsVersion ?? '',
    from: dayOf(entitlement.from, timeZone),
    until: dayOf(entitlement.until, timeZone),
    whenDenied: entitlement.whenDenied,
  };
}

/** The entitlement that the form says. Days are kept as they were when nobody touched them: an instant has more to it. */
export function toEntitlement(values: FormValues, before: Entitlement = anybody, timeZone?: string): Entitlement {
  const day = (name: 'from' | 'until') => (values[name] === dayOf(before[name], timeZone) ? before[name] : (boundsOf(values[name] ?? '', timeZone)?.from ?? null));
  return {
    minLevelId: values['minLevelId'] || null,
    groups: toList(values['groups']),
    partnerTypes: partnerTypes.filter(type => values[`partnerType.${type}`]),
    territories: toTerritories(values['territories']),
    certifications: toList(values['certifications']),
    products: Boolean(values['authorised']),
    termsVersion: values['termsVersion']?.trim() || null,
    from: day('from'),
    until: day('until'),
    whenDenied: values['whenDenied'] === 'locked' ? 'locked' : 'hidden',
  };
}

/** The fields that the form says, as the API takes them. */
export function toFields(values: FormValues, before: Asset | null, timeZone?: string) {
  const type = (values['type'] ?? 'datasheet') as Asset['type'];
  const orNull = (name: string) => values[name]?.trim() || null;
  return {
    title: values['title']?.trim() ?? '',
    summary: orNull('summary'),
    type,
    ...(Object.fromEntries(listNames.map(name => [name, toList(values[name])])) as Record<(typeof listNames)[number], string[]>),
    folderId: values['folderId'] || null,
    classification: (values['classification'] ?? 'partner') as Asset['classification'],
    delivery: (values['delivery'] ?? 'portal') as Asset['delivery'],
    watermark: Boolean(values['watermark']),
    altText: orNull('altText'),
    transcript: orNull('transcript'),
    linkUrl: type === 'link' ? orNull('linkUrl') : (before?.linkUrl ?? null),
    entitlement: toEntitlement(values, before?.entitlement ?? anybody, timeZone),
  };
}
