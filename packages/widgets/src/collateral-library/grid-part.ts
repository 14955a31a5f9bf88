/** What shows the material: search, facets, cards, what is open. A chunk of its own, that comes while the session and the material are asked for. */
import {defineElement} from '../base/define-element.ts';
import type {Part} from '../base/later-part.ts';
import {addGridStrings} from '../strings/collateral-library-grid.strings.ts';
import {UiMenu} from '../ui/menu/menu.ts';
import {assetCardStyles} from './asset-card.styles.ts';
import type {Text} from './asset-text.ts';
import type {CollateralLibraryController} from './collateral-library.controller.ts';
import type {GridViews, LibraryHost} from './collateral-library.view.ts';
import {LibraryGrid} from './library-grid.ts';

/** Registers the parts that the grid uses, adds its words, and gives the views. */
export function gridPart(host: LibraryHost, collateral: CollateralLibraryController, text: Text): Part<GridViews> {
  defineElement('portico-ui-menu', UiMenu);
  addGridStrings();
  return {views: new LibraryGrid(host, collateral, text), styles: [assetCardStyles]};
}
