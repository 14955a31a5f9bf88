import type {LoggedKind} from '@portico/contract';

/** An activity that somebody logged and the server has not confirmed. */
export interface UnsentActivity {
  /** Idempotency key: every try is the same act. */
  readonly key: string;
  readonly kind: LoggedKind;
  readonly body: string;
  readonly internal: boolean;
  /** On its way, waiting on this device for a connection, or refused. */
  readonly state: 'sending' | 'stored' | 'refused';
  /** Why it was refused. */
  readonly sentence?: string | undefined;
}
