import type {Subscriber} from '../changes/change-feed.ts';
import type {StoredChange} from '../changes/read-changes.ts';
import type {Identity} from './authenticate.ts';
import {EventStream, eventText} from './event-stream.ts';

/** What decides about each change whether the reader may hear of it. */
type Rights = Pick<Identity, 'caller' | 'partnerOrgId' | 'personId' | 'scopes' | 'seesWholeOrg' | 'managerId'>;

/** One open stream and who reads it. */
export class ChangeReader implements Subscriber {
  readonly tenantId: string;
  /** The session's id, or the key's principal. */
  readonly holder: string;
  readonly sessionId: string | null;
  readonly principalId: string;
  /** When the token ends, or `null`. */
  readonly expiresAtMs: number | null;
  readonly side: Identity['caller'];
  readonly #stream: EventStream;
  #rights: Rights;
  #audience = '';

  /** @param onEnd - Called once, whoever ended the stream. */
  constructor(identity: Identity, onEnd: (reader: ChangeReader) => void) {
    this.tenantId = identity.tenantId;
    this.sessionId = identity.session?.id ?? null;
    this.principalId = identity.principalId;
    this.holder = this.sessionId ?? this.principalId;
    this.expiresAtMs = identity.expiresAtMs;
    this.side = identity.caller;
    this.#rights = identity;
    this.#stream = new EventStream(() => onEnd(this));
    this.allow({});
  }

  get body(): ReadableStream<Uint8Array> {
    return this.#stream.body;
  }

  get isOpen(): boolean {
    return this.#stream.isOpen;
  }

  get audience(): string {
    return this.#audience;
  }

  /** Goes by new rights from the next change on. */
  allow(changed: Partial<Rights>): void {
    this.#rights = {...this.#rights, ...changed};
    const {caller, partnerOrgId, personId, scopes, seesWholeOrg, managerId} = this.#rights;
    this.#audience = JSON.stringify([caller === 'partner', partnerOrgId, seesWholeOrg ? null : personId, managerId, scopes.filter(scope => scope.endsWith(':read'))]);
  }

  mayHear({resource, partnerOrgId, personId, toVendor, managerIds}: StoredChange): boolean {
    const rights = this.#rights;
    if (!rights.scopes.includes(`${resource}:read`)) return false;
    if (rights.caller !== 'partner') return toVendor && (rights.managerId === null || managerIds === null || managerIds.includes(rights.managerId));
    return partnerOrgId !== null && partnerOrgId === rights.partnerOrgId && (personId === null || rights.seesWholeOrg || personId === rights.personId);
  }

  send(bytes: Uint8Array): void {
    this.#stream.send(bytes);
  }

  ready(): Promise<void> {
    return this.#stream.ready();
  }

  /** Says where the reader is, so that it can resume from here; `reset` when changes before that are gone for good. */
  begin(event: 'ready' | 'reset', position: number): void {
    this.#stream.sendText(`retry: 3000\n${eventText(event, '{}', position)}`);
  }

  /** A sign of life in a quiet hour. */
  beat(): void {
    this.#stream.sendText(':\n\n');
  }

  /** The session is over: the reader renews it and comes back. */
  reauth(): void {
    this.#stream.end(eventText('reauth', '{}'));
  }

  /** The server is stopping: the reader comes back after a while, each after another one. */
  drain(retryMs: number): void {
    this.#stream.end(`retry: ${retryMs}\n${eventText('drain', '{}')}`);
  }
}
