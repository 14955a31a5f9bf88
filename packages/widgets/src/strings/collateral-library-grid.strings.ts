import {assetLocales} from './asset-locales.strings.ts';
import {collateralLibraryStrings} from './collateral-library.strings.ts';
import {en as asset} from './en/asset.ts';
import {en} from './en/collateral-library-grid.ts';
import {addSource} from './strings.ts';

/** Adds the English words of the grid to those of the library, and those about material. */
export function addGridStrings(): void {
  addSource(collateralLibraryStrings, en);
  addSource(assetLocales, asset);
}
