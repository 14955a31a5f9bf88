import type {ReactiveController} from 'lit';
import type {WidgetHost} from '../base/widget-host.ts';
import type {HeadlessPortal} from './create-portal.ts';

/** Holds a widget's controllers where there is no element. It updates them as Lit would: once for any number of requests, after what is under way. */
export class HeadlessHost extends EventTarget implements WidgetHost {
  readonly portal: HeadlessPortal;
  readonly #updated: () => void;
  readonly #controllers = new Set<ReactiveController>();
  #isConnected = false;
  #isPending = false;
  #update: Promise<boolean> = Promise.resolve(true);
  #stop: (() => void) | undefined;

  /** @param updated - Called after every update. */
  constructor(portal: HeadlessPortal, updated: () => void) {
    super();
    this.portal = portal;
    this.#updated = updated;
  }

  get isConnected(): boolean {
    return this.#isConnected;
  }

  /** Resolves when the update that is due has been made. */
  get updateComplete(): Promise<boolean> {
    return this.#update;
  }

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
    if (this.#isConnected) controller.hostConnected?.();
  }

  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller);
  }

  requestUpdate(): void {
    if (this.#isPending || !this.#isConnected) return;
    this.#isPending = true;
    this.#update = this.#perform();
  }

  /** Begins to follow the server. */
  connect(): void {
    if (this.#isConnected) return;
    this.#isConnected = true;
    this.#stop = this.portal.watch(() => this.requestUpdate());
    for (const controller of this.#controllers) controller.hostConnected?.();
    this.requestUpdate();
  }

  /** Leaves the server alone; what was read stays. */
  disconnect(): void {
    if (!this.#isConnected) return;
    this.#isConnected = false;
    this.#stop?.();
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  async #perform(): Promise<boolean> {
    await Promise.resolve();
    try {
      // What the controllers ask for while they are updated is part of this update.
      if (this.#isConnected) for (const controller of this.#controllers) controller.hostUpdate?.();
    } finally {
      this.#isPending = false;
    }
    if (!this.#isConnected) return true;
    for (const controller of this.#controllers) controller.hostUpdated?.();
    this.#updated();
    return !this.#isPending;
  }
}
