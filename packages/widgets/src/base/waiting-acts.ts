import type {Outbox, OutboxEntry, RouteName} from '@portico/client';
import type {ReactiveController} from 'lit';
import type {Sent} from './later-runs.ts';
import type {UnsentActivity} from './unsent-activity.ts';
import type {WidgetHost} from './widget-host.ts';

/** What a widget's waiting acts are about. */
export interface WaitingActsOptions<Act> {
  /** The act behind a call, if it is one of the widget's. */
  readonly actOf: (route: RouteName) => Act | undefined;
  /** The resource of activities that people log. */
  readonly log: OutboxEntry['route']['resource'];
  /** Says in the person's language why something was refused. */
  readonly explain: (error: unknown) => string;
  /** Called when the server has taken something at last; `act` is `undefined` for what is not the widget's, and for activities. */
  readonly sent: (act: Act | undefined, answer: unknown) => void;
  /** Called when the server has refused an act that waited while this page was open; `id` is of what it is about. */
  readonly refused: (id: string) => void;
}

/** An act that waits, or that was refused when it was sent. */
export interface WaitingAct<Act> {
  readonly act: Act;
  readonly entry: OutboxEntry;
}

/** Acts that wait on this device until there is a connection again. They are saved here, not done. */
export class WaitingActs<Act> implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #options: WaitingActsOptions<Act>;
  #outbox: Outbox | undefined;
  #stop: (() => void) | undefined;
  /** Ids of the entries that waited when they were last looked at. */
  #unsent: ReadonlySet<string> = new Set();

  constructor(host: WidgetHost, options: WaitingActsOptions<Act>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    this.hostUpdate();
  }

  hostUpdate() {
    const outbox = this.#host.portal?.outbox;
    if (outbox === this.#outbox) return;
    this.#stop?.();
    this.#outbox = outbox;
    this.#stop = outbox?.subscribe(sent => {
      if (sent) this.take(sent);
      this.#tellRefused();
      this.#host.requestUpdate();
    });
    this.#tellRefused();
  }

  hostDisconnected() {
    this.#stop?.();
    this.#outbox = undefined;
  }

  /** Takes note of what the server has taken at last. */
  take({entry, answer}: Sent) {
    const {actOf, sent} = this.#options;
    sent(actOf(entry.route), answer);
  }

  /** Whether acts wait here now: there is an outbox, and no connection. */
  get isKeeping(): boolean {
    const {portal} = this.#host;
    return portal?.offline === true && portal.outbox !== undefined;
  }

  /** The act that waits for one of these ids: a row's own, or of what belongs to it. */
  actOn(...ids: readonly string[]): WaitingAct<Act> | undefined {
    for (const entry of this.#entries) {
      const act = ids.includes(subjectOf(entry)) ? this.#options.actOf(entry.route) : undefined;
      if (act !== undefined) return {act, entry};
    }
    return undefined;
  }

  /** The activities about something that wait, oldest first. */
  activitiesOf(id: string): readonly UnsentActivity[] {
    return this.#entries.filter(entry => entry.route.resource === this.#options.log && subjectOf(entry) === id).map(({id: key, input, parked}) => {
      const {kind, body, internal = false} = input as Omit<UnsentActivity, 'state'>;
      return {key, kind, body, internal, state: parked ? 'refused' : 'stored', sentence: parked ? this.#options.explain({problem: parked}) : undefined};
    });
  }

  /** An activity that waits; `undefined` for one that does not. */
  entryOf({key}: UnsentActivity): OutboxEntry | undefined {
    return this.#entries.find(({id}) => id === key);
  }

  /** Tries a refused act again. */
  retry({id}: OutboxEntry) {
    void this.#outbox?.retry(id);
  }

  /** Takes an act back before it was sent, or after it was refused. */
  discard({id}: OutboxEntry) {
    void this.#outbox?.discard(id);
  }

  /** Compares what waits with what did. */
  #tellRefused() {
    const before = this.#unsent;
    this.#unsent = new Set(this.#entries.filter(({parked}) => !parked).map(({id}) => id));
    for (const entry of this.#entries) if (entry.parked && before.has(entry.id)) this.#options.refused(subjectOf(entry));
  }

  get #entries(): readonly OutboxEntry[] {
    return this.#host.portal?.outbox?.entries ?? [];
  }
}

/** Id of what a call is about: what a new thing belongs to, else the thing itself. */
function subjectOf({input}: OutboxEntry): string {
  const {leadOfferId, dealRegistrationId, id} = input as Record<'leadOfferId' | 'dealRegistrationId' | 'id', string>;
  return leadOfferId ?? dealRegistrationId ?? id;
}
