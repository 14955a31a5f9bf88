/**
 * The one tag: `<script type="module" src="…/portico.js"></script>`. Loads each widget when its tag appears.
 *
 * Two settings, in the query of the script's address: `prefix=acme` names the tags `<acme-portal>`, `<acme-lead-inbox>`, … and the queue `acme`, for a page on
 * which another version has the usual ones; `load=visible` has every widget wait until it is near what is seen, as `data-load="visible"` does for one.
 */
import {autoload} from './autoload.ts';
import type {Autoloader} from './calls.ts';
import {takeQueue} from './queue.ts';

export type {Autoloader, OwnWords, PortalProperties, Portico, PorticoCall, WidgetName} from './calls.ts';

/** What takes the place of the queue `portico`, for pages whose own scripts are modules; `undefined` where there is no page. */
export const portico: Autoloader | undefined = globalThis.document && start(new URL(import.meta.url).searchParams);

function start(settings: URLSearchParams): Autoloader {
  const prefix = settings.get('prefix') ?? 'portico';
  const loader = autoload(prefix, settings.get('load') ?? 'now');
  takeQueue(prefix, loader);
  return loader;
}
