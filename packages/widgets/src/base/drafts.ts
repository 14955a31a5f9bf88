import type {Drafts as DeviceDrafts} from '@portico/client';
import type {ReactiveController} from 'lit';
import type {PortalController} from '../portal/portal.controller.ts';
import type {WidgetHost} from './widget-host.ts';

/** What was typed into one form, by field. */
export type Draft = Readonly<Record<string, string | number | boolean | null>>;

/** The forms of one page that hold something, read without waiting. `undefined`: asked for, nothing there yet. */
type Memory = Map<string, Draft | undefined>;

// Of the portal, not of the element: an element that leaves the page and comes back finds what was typed into it.
const memories = new WeakMap<PortalController, Memory>();

/**
 * What a person typed and has not sent. Survives rendering, closing a dialog, a new session and the removal of the element; and a reload, where the portal
 * keeps drafts on the device.
 */
export class Drafts implements ReactiveController {
  readonly #host: WidgetHost;

  constructor(host: WidgetHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Needed by the interface; what is kept belongs to the portal. */
  hostConnected() {}

  /** What was typed into a form so far; empty when nothing. Renders again when something from before a reload is found. */
  read(form: string): Draft {
    const memory = this.#memory;
    const key = this.#keyOf(form);
    if (!memory) return {};
    if (!memory.has(key)) {
      memory.set(key, undefined);
      void this.#restore(memory, form, key);
    }
    return memory.get(key) ?? {};
  }

  /** Keeps fields of a form. Does not render: fields show what they hold. */
  write(form: string, fields: Draft) {
    const values = {...this.read(form), ...fields};
    this.#memory?.set(this.#keyOf(form), values);
    void this.#onDevice(drafts => drafts.write(form, values));
  }

  /** Forgets a form, once it was sent or thrown away. */
  clear(form: string) {
    this.#memory?.set(this.#keyOf(form), undefined);
    void this.#onDevice(drafts => drafts.clear(form));
    this.#host.requestUpdate();
  }

  async #restore(memory: Memory, form: string, key: string) {
    const kept = await this.#onDevice(drafts => drafts.read(form));
    if (!kept || memory.get(key)) return;
    memory.set(key, kept);
    this.#host.requestUpdate();
  }

  /** Where the code or the storage cannot be had, what is typed is in memory still. */
  async #onDevice<T>(use: (drafts: DeviceDrafts) => T): Promise<Awaited<T> | undefined> {
    try {
      const drafts = await this.#host.portal?.openDrafts();
      return drafts && (await use(drafts));
    } catch {
      return undefined;
    }
  }

  /** By person: nobody finds what somebody else typed on the same page. */
  #keyOf(form: string): string {
    return `${this.#host.portal?.me?.person?.id ?? ''} ${form}`;
  }

  get #memory(): Memory | undefined {
    const {portal} = this.#host;
    if (!portal) return undefined;
    let memory = memories.get(portal);
    if (!memory) {
      const fresh: Memory = (memory = new Map());
      memories.set(portal, memory);
      portal.client.session.subscribe(state => {
        if (state === 'none') fresh.clear();
      });
    }
    return memory;
  }
}
