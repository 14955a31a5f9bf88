import type {AssetFields, Entitlement} from '@portico/contract';
import type {AssetChanges} from '../asset-flow/held-asset.queries.ts';
import {requirementsOf} from './entitlement.rules.ts';

type Fields = {readonly [K in keyof AssetFields]?: AssetFields[K] | undefined};

/** What is said about an asset, as columns; what is left out is left out. */
export function columnsOf(fields: Fields): AssetChanges {
  const {title, summary, type, products, industries, salesStages, personas, tags, folderId, classification, delivery, watermark, shareable, altText, transcript, linkUrl} = fields;
  return definedOf({
    title, summary, type, products, industries, personas, tags, classification, delivery, watermark, shareable, transcript,
    sales_stages: salesStages,
    folder_id: folderId,
    alt_text: altText,
    link_url: linkUrl,
  });
}

/** Who gets it, as it was said and as the keys that follow. */
export function requirementColumns(entitlement: Entitlement, products: readonly string[]) {
  return {entitlement: JSON.stringify(entitlement), ...requirementsOf({entitlement, products: [...products]})};
}

/** An object without what is undefined. */
export function definedOf<T extends object>(values: T): {[K in keyof T]?: Exclude<T[K], undefined>} {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {[K in keyof T]?: Exclude<T[K], undefined>};
}
