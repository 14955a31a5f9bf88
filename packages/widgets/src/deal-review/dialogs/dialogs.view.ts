import type {DealRegistration} from '@portico/contract';
import {html, nothing} from 'lit';
import type {PortalController} from '../../portal/portal.controller.ts';
import type {DealReviewActs} from '../deal-review.acts.ts';
import type {ReviewInput} from '../deal-review.input.ts';
import type {Reader} from '../deal-review.model.ts';
import type {ReviewAct} from '../deal-review.calls.ts';
import type {Words} from '../deal-review.words.ts';
import {renderKeys} from '../../ui/keys/keys.view.ts';
import {keys} from './keys.ts';
import type {PartnerFilter} from './partner-filter.ts';

/** What lies over the desk. */
export type ReviewDialog =
  | {readonly kind: 'act'; readonly action: ReviewAct; readonly deals: readonly DealRegistration[]; readonly reader: Reader; readonly input: ReviewInput}
  | {readonly kind: 'help' | 'partner'};

/** What the dialogs need of the desk. */
export interface DialogContext {
  readonly portal: PortalController | undefined;
  readonly acts: DealReviewActs;
  readonly text: Words;
  /** Whether single-letter shortcuts are on. */
  readonly letters: boolean;
  readonly setLetters: (on: boolean) => void;
  readonly filterPartner: (partner: {id: string; name: string} | null) => void;
  /** A registration as the desk knows it now. */
  readonly latest: (id: string) => DealRegistration | undefined;
  /** An act came to its end on these. */
  readonly finished: (ids: readonly string[]) => void;
  readonly close: () => void;
}

/** Draws the dialog that is open, if one is. */
export function renderDialog(dialog: ReviewDialog | undefined, {portal, acts, text, letters, setLetters, filterPartner, latest, finished, close}: DialogContext) {
  if (!dialog) return nothing;
  switch (dialog.kind) {
    case 'help':
      return renderKeys({keys, word: term => text.term(term), letters, setLetters, close});
    case 'partner':
      return html`<portico-deal-review-partner-filter
        .portal=${portal}
        @change=${(event: Event) => filterPartner((event.target as PartnerFilter).value)}
        @portico-deal-review-done=${close}
      ></portico-deal-review-partner-filter>`;
    case 'act':
      return html`<portico-deal-review-act
        .portal=${portal}
        .acts=${acts}
        .act=${dialog.action}
        .chosen=${dialog.deals}
        .reader=${dialog.reader}
        .given=${dialog.input}
        .latest=${latest}
        .finished=${finished}
        @portico-deal-review-done=${close}
      ></portico-deal-review-act>`;
  }
}
