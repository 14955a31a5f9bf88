import type {Client} from './client.ts';
import {identityKey} from './identity.ts';
import {memoryStore, openLocalStore, type LocalStore} from './local-store.ts';
import {createSeal, type Sealed} from './seal.ts';

/** What was typed into one form, by field. */
export type DraftValues = Readonly<Record<string, string | number | boolean | null>>;

export interface DraftsOptions {
  /**
   * A secret that is the same for this person in every session and that no other script of the page knows, from the page's backend. Drafts are kept
   * on the device encrypted under it. Without one they are kept in memory only, because people type personal data.
   */
  secret?: (() => string | undefined | Promise<string | undefined>) | undefined;
  /** Where sealed drafts are kept; IndexedDB when left out. */
  store?: LocalStore | undefined;
  /** Called when `denied` changes. */
  onDenied?: (() => void) | undefined;
}

/** What a person typed and has not sent: survives a new session and, with a secret, a reload. For 7 days, for that person only, until `logout()`. */
export interface Drafts {
  /** Whether drafts outlive the page; `false` until that is known. */
  readonly persistent: boolean;
  /** Whether this browser refuses to keep what there is a secret for: a reload loses what is typed, and the form should say so. */
  readonly denied: boolean;
  /** What was typed into a form before, or `undefined`. */
  read(form: string): Promise<DraftValues | undefined>;
  /** Keeps what is typed now; it is written down once typing pauses for half a second. */
  write(form: string, values: DraftValues): void;
  /** Forgets a form that was sent or thrown away. */
  clear(form: string): Promise<void>;
  /** Writes down what is still waiting. */
  flush(): Promise<void>;
  close(): void;
}

interface Kept {
  savedAt: number;
  sealed: Sealed;
}

const pauseMs = 500;
const keptMs = 7 * 24 * 60 * 60_000;

/** The drafts of a client's person. Make one a page and share it. */
export function createDrafts({connection, session}: Pick<Client, 'connection' | 'session'>, {secret, store: given, onDenied}: DraftsOptions = {}): Drafts {
  const {clock} = connection;
  const typed = new Map<string, DraftValues>();
  const waiting = new Map<string, () => void>();
  const writing = new Set<Promise<void>>();
  let store: Promise<LocalStore> | undefined;
  let persistent = false;
  let denied = false;
  let owner = identityKey(connection);

  const openStore = () => (store ??= open());
  const open = async (): Promise<LocalStore> => {
    const opened = secret ? (given ?? (await openLocalStore('portico-drafts-1'))) : memoryStore();
    for (const [key, kept] of await opened.entries()) if ((kept as Kept).savedAt < clock.now() - keptMs) await opened.delete(key);
    return opened;
  };
  const setDenied = (value: boolean) => {
    if (value === denied) return;
    denied = value;
    onDenied?.();
  };
  /** The seal under the person's secret, or `null` where there is nothing to seal with. */
  const sealFor = async (who: string) => {
    const word = await secret?.();
    if (!word) return null;
    try {
      const seal = await createSeal(`${who}\n${word}`);
      ({persistent} = await openStore());
      if (!persistent) setDenied(true);
      return seal;
    } catch (error) {
      // A page without https has nothing to seal with.
      setDenied(true);
      throw error;
    }
  };
  const keyOf = (form: string) => `${owner ?? ''}\n${form}`;

  const save = async (key: string, who: string | null) => {
    waiting.delete(key);
    const values = typed.get(key);
    const seal = who === null || !values ? null : await sealFor(who);
    if (!seal || !values) return;
    const kept: Kept = {savedAt: clock.now(), sealed: await seal.close(values)};
    // Sent or signed out meanwhile: what is gone must not come back.
    if (!typed.has(key)) return;
    const opened = await openStore();
    await opened.set(key, kept).catch((error: unknown) => {
      setDenied(true);
      throw error;
    });
    setDenied(!opened.persistent);
  };
  const track = (work: Promise<void>) => {
    // A full disk must not disturb typing; the draft is in memory still.
    const tracked = work.catch(() => {}).finally(() => writing.delete(tracked));
    writing.add(tracked);
    return tracked;
  };
  const forgetAll = async (who: string | null) => {
    for (const [key, cancel] of waiting) if (key.startsWith(`${who ?? ''}\n`)) cancel();
    for (const key of typed.keys()) if (key.startsWith(`${who ?? ''}\n`)) typed.delete(key);
    const opened = await openStore();
    for (const [key] of await opened.entries()) if (key.startsWith(`${who ?? ''}\n`)) await opened.delete(key);
  };
  const stop = session.subscribe(state => {
    if (state === 'none') {
      void track(forgetAll(owner));
      owner = null;
    } else if (state === 'active') {
      owner = identityKey(connection);
    }
  });
  const flush = async () => {
    for (const [key, cancel] of waiting) {
      cancel();
      void track(save(key, owner));
    }
    await Promise.all(writing);
  };
  const onHidden = () => void (document.visibilityState === 'hidden' && flush());
  if (typeof document !== 'undefined') document.addEventListener('visibilitychange', onHidden);

  return {
    get persistent() {
      return persistent;
    },
    get denied() {
      return denied;
    },
    async read(form) {
      const key = keyOf(form);
      const here = typed.get(key);
      if (here || owner === null) return here;
      const seal = await sealFor(owner);
      const kept = seal && ((await (await openStore()).get(key)) as Kept | undefined);
      if (!kept || kept.savedAt < clock.now() - keptMs) return undefined;
      // Sealed under another secret: nobody can read it any more.
      const values = (await seal.open(kept.sealed).catch(() => undefined)) as DraftValues | undefined;
      if (values && !typed.has(key)) typed.set(key, values);
      return typed.get(key);
    },
    write(form, values) {
      const key = keyOf(form);
      typed.set(key, values);
      waiting.get(key)?.();
      const who = owner;
      const cancel = clock.after(pauseMs, () => void track(save(key, who)));
      waiting.set(key, () => {
        waiting.delete(key);
        cancel();
      });
    },
    async clear(form) {
      const key = keyOf(form);
      waiting.get(key)?.();
      typed.delete(key);
      await Promise.all(writing);
      await (await openStore()).delete(key);
    },
    flush,
    close() {
      stop();
      for (const cancel of waiting.values()) cancel();
      if (typeof document !== 'undefined') document.removeEventListener('visibilitychange', onHidden);
    },
  };
}
