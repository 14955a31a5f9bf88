import type {ReactiveControllerHost} from 'lit';
import type {PortalController} from '../portal/portal.controller.ts';

/**
 * What a widget's controller needs of whoever draws from it: a `PortalWidget`, or a host without an element (`@portico/widgets/headless`). It updates its controllers
 * once for any number of `requestUpdate()`s, and hears their events first, whose `preventDefault()` is its no.
 */
export interface WidgetHost extends ReactiveControllerHost, Pick<EventTarget, 'dispatchEvent'> {
  /** The connection; nothing is read before there is one. */
  readonly portal: PortalController | undefined;
  /** Whether somebody looks: controllers follow the server only then. */
  readonly isConnected: boolean;
}
