import type {ChangeEvent, ChangeResource} from '@portico/contract';
import type {ReactiveController} from 'lit';
import type {PortalController} from '../portal/portal.controller.ts';
import {sameArgs} from './live-list.model.ts';
import type {WidgetHost} from './widget-host.ts';

/** Changes within this time are one. */
const burstMs = 60;

/** How a value is read and kept current. */
export interface LiveQueryOptions<Args extends readonly unknown[], Value> {
  /** What the reading depends on; a change of any reads anew. `null` while there is nothing to read yet. */
  args: () => Args | null;
  read: (portal: PortalController, args: Args, signal: AbortSignal) => Promise<Value>;
  /** Changes of these resources read again, while the old value stays on screen. */
  refreshOn: ChangeResource | readonly ChangeResource[];
  /** Whether this change concerns the value; every change of the resources does unless said. */
  concerns?: (change: ChangeEvent, value: Value | undefined) => boolean;
}

/** What to draw in each state. */
export interface LiveQueryViews<Value, View> {
  pending: () => View;
  /** `refreshing` is true while a newer value is on its way. */
  complete: (value: Value, refreshing: boolean) => View;
  /** Only when there is no value to show. */
  error: (error: unknown) => View;
}

/**
 * Reads a value through the portal's client and reads it again when the change feed says so. A refresh is not "loading": the last value stays until the
 * new one comes, and a failed refresh keeps it too.
 */
export class LiveQuery<Args extends readonly unknown[], Value> implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #options: LiveQueryOptions<Args, Value>;
  #value: Value | undefined;
  #valueArgs: Args | undefined;
  #error: unknown;
  #round = 0;
  #unsubscribe: (() => void) | undefined;
  #portal: PortalController | undefined;
  /** Whose value it is; it stays while the element is out of the page. */
  #source: PortalController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What the last reading was begun for. */
  #asked: readonly unknown[] | null = null;
  #abort: AbortController | undefined;
  #reading: Promise<void> | undefined;

  constructor(host: WidgetHost, options: LiveQueryOptions<Args, Value>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate() {
    const {portal} = this.#host;
    // An update that was due when the element left the page must not subscribe again.
    if (!this.#host.isConnected) return;
    if (portal !== this.#portal) this.#attach(portal);
    const args = portal?.ready ? this.#options.args() : null;
    const asked = args && [portal, this.#round, ...args];
    if (sameArgs(asked, this.#asked)) return;
    this.#asked = asked;
    this.#abort?.abort();
    if (portal && args) this.#read(portal, args);
  }

  hostDisconnected() {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#portal = undefined;
    this.#abort?.abort();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** The last value read for the present arguments. */
  get value(): Value | undefined {
    return sameArgs(this.#options.args(), this.#valueArgs ?? null) ? this.#value : undefined;
  }

  /** Puts a value in place, such as the answer of a mutation, without reading again. */
  set value(value: Value) {
    const args = this.#options.args();
    if (!args) return;
    this.#value = value;
    this.#valueArgs = args;
    this.#host.requestUpdate();
  }

  get error(): unknown {
    return this.#error;
  }

  /** Reads again; the old value stays on screen meanwhile. */
  refresh() {
    this.#round++;
    this.#host.requestUpdate();
  }

  /** Resolves when the reading under way has ended, well or not. */
  get settled(): Promise<unknown> {
    return this.#reading ?? Promise.resolve();
  }

  #attach(portal: PortalController | undefined) {
    this.#unsubscribe?.();
    if (portal !== this.#source) this.#value = this.#valueArgs = this.#error = undefined;
    // Out of the page it heard of no change.
    else if (portal) this.#round++;
    this.#portal = this.#source = portal;
    const resources = [this.#options.refreshOn].flat() as ChangeResource[];
    this.#unsubscribe = portal?.subscribe(resources, change => {
      if (!change || !this.#options.concerns || this.#options.concerns(change, this.value)) this.#refreshSoon();
    });
  }

  #read(portal: PortalController, args: Args) {
    const {signal} = (this.#abort = new AbortController());
    // The answer to what nobody asks for any more is dropped.
    const reading = this.#options
      .read(portal, args, signal)
      .then(
        value => {
          if (!signal.aborted) [this.#value, this.#valueArgs, this.#error] = [value, args, undefined];
        },
        (error: unknown) => {
          if (!signal.aborted) this.#error = error;
        },
      )
      .finally(() => {
        if (this.#reading === reading) this.#reading = undefined;
        this.#host.requestUpdate();
      });
    this.#reading = reading;
  }

  /** Changes come in bursts: they are read together, and what comes during a reading after it, so that no stream of changes keeps a reading from its end. */
  #refreshSoon() {
    this.#timer ??= setTimeout(async () => {
      while (this.#reading) await this.#reading;
      if (this.#timer === undefined) return;
      this.#timer = undefined;
      this.refresh();
    }, burstMs);
  }

  render<View>(views: LiveQueryViews<Value, View>): View {
    const {value} = this;
    if (value !== undefined) return views.complete(value, this.#error === undefined && this.#round > 0);
    return this.#error === undefined ? views.pending() : views.error(this.#error);
  }
}
