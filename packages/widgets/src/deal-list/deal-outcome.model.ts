import type {DealRegistration} from '@portico/contract';
import type {DealAct, DealActInput} from './deal-list.model.ts';

/** An act that did not take effect: the sentence stays with the row until the next act on it. */
export interface DealActFailure {
  readonly deal: DealRegistration;
  readonly act: DealAct;
  readonly input: DealActInput;
  readonly sentence: string;
  readonly error: unknown;
}

/** What became of an act; `stored` is saved on this device, to be sent when there is a connection. */
export type DealActOutcome = 'done' | 'stored' | 'failed';

/** What the acts need of the list around them. */
export interface DealActsOptions {
  /** Shows a change of a row; returns what ends it, with the answer or without. */
  readonly begin: (id: string, change: (deal: DealRegistration) => DealRegistration) => (answer?: DealRegistration) => void;
  /** The latest known state of a registration. */
  readonly find: (id: string) => DealRegistration | undefined;
  /** Takes an answer of the server; `null` for a registration that is the partner's no more. */
  readonly take: (id: string, deal: DealRegistration | null) => void;
  /** Says in the person's language why something did not take effect. */
  readonly explain: (error: unknown) => string;
  /** Hears what came of an act that had waited on this device, once it was sent. */
  readonly settled?: ((act: DealAct, deal: DealRegistration, outcome: DealActOutcome) => void) | undefined;
}
