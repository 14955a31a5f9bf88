import {toListCommand} from '../base/list-keys.ts';
import {goneBy, versionFor} from './asset.model.ts';
import type {LibraryView} from './collateral-library.view.ts';
import type {CardFocus} from './card-focus.ts';

/** Single letters, while no text field has the focus. */
const letterKeys = {j: 'j', k: 'k', s: 'star', d: 'download', '/': 'search', '?': 'help'} as const;
const arrows = new Set(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End']);

/**
 * Carries out what a key asks for.
 *
 * @param toCard - Gives a card the focus, wherever it is.
 * @param letters - Whether single letters are in force.
 * @returns Whether it meant anything here; else the key is the page's.
 */
export function obeyKey(event: KeyboardEvent, view: LibraryView, focus: CardFocus, toCard: (id: string) => void, letters: boolean): boolean {
  const {collateral} = view;
  const {items} = collateral.list;
  const command = toListCommand(event, letters ? letterKeys : {});
  const inDetail = focus.isInDetail;
  const at = items.findIndex(({id}) => id === (inDetail ? collateral.opened.id : focus.cardId));
  // Arrows are the cards' where the focus is on one; elsewhere they scroll the page or move in a field.
  const arrow = !command && arrows.has(event.key) && focus.cardId !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  const step = arrow || command === 'j' || command === 'k' ? stepFrom(at, arrow ? event.key : String(command), focus.columns, items.length, focus.isRtl) : undefined;
  if (step !== undefined) {
    const to = items[step];
    if (to && inDetail) view.open(to, true);
    else if (to) toCard(to.id);
    return true;
  }
  const asset = inDetail ? collateral.opened.asset : items[at];
  switch (command) {
    case 'back':
      if (collateral.opened.id === undefined) return false;
      view.back();
      return true;
    case 'star':
      if (!asset || goneBy(asset)) return false;
      void collateral.acts.star(asset);
      return true;
    case 'download': {
      if (!asset || !versionFor(asset, '', view.text.lang())) return false;
      view.download(asset);
      return true;
    }
    case 'search':
      focus.toSearch();
      return true;
    case 'help':
      view.showShortcuts(true);
      return true;
    default:
      return arrow;
  }
}

/** The place that a key leads to among cards in so many columns; `undefined` when it leads nowhere. */
function stepFrom(at: number, key: string, columns: number, count: number, isRtl: boolean): number | undefined {
  const forward = isRtl ? 'ArrowLeft' : 'ArrowRight';
  const backward = isRtl ? 'ArrowRight' : 'ArrowLeft';
  const to = {[forward]: at + 1, [backward]: at - 1, ArrowDown: at < 0 ? 0 : at + columns, ArrowUp: at - columns, j: at + 1, k: at - 1, Home: 0, End: count - 1}[key];
  return to === undefined || to < 0 || to >= count ? undefined : to;
}
