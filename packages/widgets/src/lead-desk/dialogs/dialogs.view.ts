import type {Lead} from '@portico/contract';
import {html, nothing} from 'lit';
import type {PortalController} from '../../portal/portal.controller.ts';
import type {LeadDeskActs} from '../lead-desk.acts.ts';
import type {LeadDeskAction} from '../lead-desk.model.ts';
import type {Words} from '../lead-desk.words.ts';
import {renderKeys} from '../../ui/keys/keys.view.ts';
import {keys} from './keys.ts';
import type {PartnerFilter} from './partner-filter.ts';

/** What lies over the desk. */
export type DeskDialog =
  | {readonly kind: Exclude<LeadDeskAction, 'create' | 'note'>; readonly leads: readonly Lead[]}
  | {readonly kind: 'create' | 'import' | 'help' | 'partner'};

/** What the dialogs need of the desk. */
export interface DialogContext {
  readonly portal: PortalController | undefined;
  readonly acts: LeadDeskActs;
  readonly text: Words;
  /** Whether single-letter shortcuts are on. */
  readonly letters: boolean;
  readonly setLetters: (on: boolean) => void;
  readonly filterPartner: (partner: {id: string; name: string} | null) => void;
  readonly openLead: (lead: Lead) => void;
  readonly close: () => void;
}

/** Draws the dialog that is open, if one is. */
export function renderDialog(dialog: DeskDialog | undefined, {portal, acts, text, letters, setLetters, filterPartner, openLead, close}: DialogContext) {
  if (!dialog) return nothing;
  switch (dialog.kind) {
    case 'help':
      return renderKeys({keys, word: term => text.term(term), letters, setLetters, close});
    case 'partner':
      return html`<portico-lead-desk-partner-filter
        .portal=${portal}
        @change=${(event: Event) => filterPartner((event.target as PartnerFilter).value)}
        @portico-lead-desk-done=${close}
      ></portico-lead-desk-partner-filter>`;
    case 'create':
      return html`<portico-lead-desk-new-lead .portal=${portal} .acts=${acts} .openLead=${openLead} @portico-lead-desk-done=${close}></portico-lead-desk-new-lead>`;
    case 'import':
      return html`<portico-lead-desk-import .portal=${portal} .owner=${acts} @portico-lead-desk-done=${close}></portico-lead-desk-import>`;
    case 'offer':
    case 'reoffer':
      return html`<portico-lead-desk-offer-dialog
        .portal=${portal}
        .acts=${acts}
        kind=${dialog.kind}
        .leads=${dialog.leads}
        @portico-lead-desk-done=${close}
      ></portico-lead-desk-offer-dialog>`;
    case 'update':
      return html`<portico-lead-desk-edit-dialog .portal=${portal} .acts=${acts} kind="update" .leads=${dialog.leads} @portico-lead-desk-done=${close}></portico-lead-desk-edit-dialog>`;
    default:
      return html`<portico-lead-desk-reason-dialog
        .portal=${portal}
        .acts=${acts}
        kind=${dialog.kind}
        .leads=${dialog.leads}
        @portico-lead-desk-done=${close}
      ></portico-lead-desk-reason-dialog>`;
  }
}
