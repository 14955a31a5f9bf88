import type {LeadOffer} from '@portico/contract';
import type {LeadInboxAct} from './lead-inbox.model.ts';
import type {ActInput} from './offer-calls.ts';

/** An act that did not take effect: the sentence stays with the row until the next act on it. */
export interface ActFailure {
  readonly offer: LeadOffer;
  readonly act: LeadInboxAct;
  readonly input: ActInput;
  readonly sentence: string;
  readonly error: unknown;
}

/** What became of an act on one or many offers. */
export interface ActOutcome {
  readonly act: LeadInboxAct;
  /** As the server answered them. */
  readonly done: readonly LeadOffer[];
  /** Saved on this device, to be sent when there is a connection. */
  readonly stored: readonly LeadOffer[];
  readonly failed: readonly ActFailure[];
}

/** What the acts need of the inbox around them. */
export interface ActsOptions {
  /** Shows a change of a row; returns what ends it, with the answer or without. */
  readonly begin: (id: string, change: (offer: LeadOffer) => LeadOffer) => (answer?: LeadOffer) => void;
  /** The latest known state of an offer. */
  readonly find: (id: string) => LeadOffer | undefined;
  /** Takes an answer of the server. */
  readonly take: (offer: LeadOffer) => void;
  /** Says in the person's language why something did not take effect. */
  readonly explain: (error: unknown) => string;
  /** Hears what came of an act that had waited on this device, once it was sent. */
  readonly settled?: ((outcome: ActOutcome) => void) | undefined;
}
