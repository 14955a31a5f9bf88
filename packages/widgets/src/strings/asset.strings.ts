import {assetLocales} from './asset-locales.strings.ts';
import {en} from './en/asset.ts';
import {addSource} from './strings.ts';

export type {AssetStrings} from './asset-locales.strings.ts';

/** Words about material that the library and the desk share: `type_…` and `partnerType_…`. */
export const assetStrings = addSource(assetLocales, en);
