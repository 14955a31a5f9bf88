import {html, nothing} from 'lit';
import type {LibraryView} from './collateral-library.view.ts';

/** The dialog of an act, an element of its own: it is there once its code is. */
export function actDialog({dialog, dialogOpen, portal, embedScript, closeDialog}: LibraryView) {
  if (!dialog) return html``;
  const {act, asset} = dialog;
  switch (act) {
    case 'cobrand':
      return html`<portico-collateral-cobrand-dialog .portal=${portal} .asset=${asset} .open=${dialogOpen} @portico-ui-dialog-close=${closeDialog}></portico-collateral-cobrand-dialog>`;
    case 'share':
      return html`<portico-collateral-share-dialog .portal=${portal} .asset=${asset} .open=${dialogOpen} @portico-ui-dialog-close=${closeDialog}></portico-collateral-share-dialog>`;
    case 'embed':
    case 'mine':
      return html`<portico-collateral-mine-dialog .portal=${portal} .asset=${asset} .making=${act === 'embed'} tab=${act === 'embed' ? 'embeds' : nothing} .scriptUrl=${embedScript} .open=${dialogOpen} @portico-ui-dialog-close=${closeDialog}></portico-collateral-mine-dialog>`;
    case 'print':
      return html`<portico-collateral-print-dialog .portal=${portal} .asset=${asset} .open=${dialogOpen} @portico-ui-dialog-close=${closeDialog}></portico-collateral-print-dialog>`;
  }
}
