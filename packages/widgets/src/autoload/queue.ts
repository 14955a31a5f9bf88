import type {Autoloader, PorticoCall} from './calls.ts';

/**
 * Runs what waits in the queue of this name, and takes its place. An element of the page by that name (`<img name="portico">`) is no queue and not in the way;
 * a global of somebody else's stays theirs, as does the queue of another copy of Portico.
 *
 * @param name - `portico`, or the prefix of the tags.
 */
export function takeQueue(name: string, loader: Autoloader): void {
  const globals = globalThis as unknown as Record<string, unknown>;
  const queued = Object.hasOwn(globals, name) ? globals[name] : [];
  if (!Array.isArray(queued)) return;
  globals[name] = loader;
  if (queued.length > 0) loader.push(...(queued as PorticoCall[]));
}
