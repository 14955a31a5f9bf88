import type {ReactiveController} from 'lit';
import type {WidgetHost} from './widget-host.ts';

/** Renders a widget again as its countdowns move on. */
export class WidgetClock implements ReactiveController {
  readonly #host: WidgetHost;
  #portal: unknown;
  #stop: (() => void) | undefined;

  constructor(host: WidgetHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The server's time, in milliseconds since 1970. */
  get now(): number {
    return this.#host.portal?.now() ?? 0;
  }

  hostUpdate() {
    const {portal} = this.#host;
    if (portal === this.#portal) return;
    this.#stop?.();
    this.#portal = portal;
    this.#stop = portal?.tick(() => this.#host.requestUpdate());
  }

  hostDisconnected() {
    this.#stop?.();
    this.#stop = this.#portal = undefined;
  }
}
