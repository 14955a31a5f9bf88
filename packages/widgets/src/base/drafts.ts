import type {ReactiveController} from 'lit';
import type {PortalController} from '../portal/portal.controller.ts';
import type {PortalWidget} from './portal-widget.ts';

/** What was typed into one form, by field. */
export type Draft = Readonly<Record<string, string | boolean>>;

// Of the portal, not of the element: an element that leaves the page and comes back finds what was typed into it.
const memories = new WeakMap<PortalController, Map<string, Draft>>();

/** What a person typed and has not sent. Survives rendering, closing a dialog, a new session and the removal of the element. */
export class Drafts implements ReactiveController {
  readonly #host: PortalWidget;

  constructor(host: PortalWidget) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {}

  /** What was typed into a form so far; empty when nothing. */
  read(key: string): Draft {
    return this.#memory?.get(key) ?? {};
  }

  /** Keeps a field. Does not render: fields show what they hold. */
  write(key: string, fields: Draft) {
    this.#memory?.set(key, {...this.read(key), ...fields});
  }

  /** Forgets a form, once it was sent or thrown away. */
  clear(key: string) {
    this.#memory?.delete(key);
    this.#host.requestUpdate();
  }

  get #memory(): Map<string, Draft> | undefined {
    const {portal} = this.#host;
    if (!portal) return undefined;
    let memory = memories.get(portal);
    if (!memory) memories.set(portal, (memory = new Map()));
    return memory;
  }
}
