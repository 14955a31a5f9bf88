import type {ReactiveController} from 'lit';
import type {HeadlessPortal} from './create-portal.ts';
import {HeadlessHost} from './headless-host.ts';
import {keepState, type StateStore} from './state-store.ts';

/** The events of the widgets by their names, as elements fire them. */
type Events = HTMLElementEventMap;

/**
 * A widget's controller without its view. It reads and follows the server while somebody subscribes, and leaves it alone otherwise. `dispose()` ends it for good; the
 * portal goes on until `portal.stop()`.
 */
export interface Headless<Controller, State> extends StateStore<State> {
  /** What acts: `controller.acts`, `controller.show()` and the rest. */
  readonly controller: Controller;
  /**
   * Hears an event that the widget would fire. `event.preventDefault()` keeps an act from being sent.
   *
   * @returns Stops it.
   */
  on<Name extends keyof Events & `portico-${string}`>(name: Name, listener: (event: Events[Name]) => void): () => void;
}

/**
 * Makes a controller that needs no element.
 *
 * @param create - Makes it for a host, such as `host => new LeadInboxController(host)`.
 * @param read - Takes from it what a view shows; called once for each change.
 */
export function follow<Controller extends ReactiveController, State extends object>(portal: HeadlessPortal, create: (host: HeadlessHost) => Controller, read: (controller: Controller) => State): Headless<Controller, State> {
  const host: HeadlessHost = new HeadlessHost(portal, () => changed());
  const controller = create(host);
  const {store, changed} = keepState({read: () => read(controller), connect: () => host.connect(), disconnect: () => host.disconnect()});
  return {
    ...store,
    controller,
    on(name, listener) {
      const heard = listener as EventListener;
      host.addEventListener(name, heard);
      return () => host.removeEventListener(name, heard);
    },
  };
}
