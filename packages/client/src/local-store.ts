import {createStore, del, entries, get, set} from 'idb-keyval';

/** Values kept on this device by key. */
export interface LocalStore {
  /** Whether they outlive the page. */
  readonly persistent: boolean;
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  entries(): Promise<[string, unknown][]>;
}

/** Values that are gone with the page: for Node, and where a browser denies storage. */
export function memoryStore(): LocalStore {
  const values = new Map<string, unknown>();
  return {
    persistent: false,
    get: async key => values.get(key),
    set: async (key, value) => void values.set(key, value),
    delete: async key => void values.delete(key),
    entries: async () => [...values],
  };
}

/**
 * Opens values in IndexedDB, or in memory where the browser denies it (private windows, sandboxed frames).
 *
 * @param name - Name of the database, with the version of what is kept in it.
 */
export async function openLocalStore(name: string): Promise<LocalStore> {
  try {
    const store = createStore(name, 'values');
    // Denial shows at the first use only.
    await get('', store);
    return {
      persistent: true,
      get: key => get<unknown>(key, store),
      set: (key, value) => set(key, value, store),
      delete: key => del(key, store),
      entries: () => entries<string, unknown>(store),
    };
  } catch {
    return memoryStore();
  }
}
