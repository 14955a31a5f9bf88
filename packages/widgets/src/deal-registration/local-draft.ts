import type {Drafts} from '@portico/client';
import type {PortalController} from '../portal/portal.controller.ts';

/** What is kept on the device for one form: what is typed, and beside it, under names with a colon, how far sending has come. */
export type Kept = Readonly<Record<string, string | number | boolean | null>>;

/** The device is at most this far behind the keys. */
const behindMs = 200;

/** The copy of one form on this device, sealed; in memory only where the session brings no secret or the browser denies storage. */
export class LocalDraft {
  readonly key: string;
  readonly #portal: PortalController;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(portal: PortalController, key: string) {
    this.#portal = portal;
    this.key = key;
  }

  async read(): Promise<Kept | undefined> {
    return this.#use(drafts => drafts.read(this.key));
  }

  /** Keeps what is typed; written down within a fifth of a second. */
  write(kept: Kept): void {
    void this.#use(drafts => drafts.write(this.key, kept));
    this.#timer ??= setTimeout(() => void this.flush(), behindMs);
  }

  /** Keeps something that must be there before the next step; it is written down when this resolves. */
  async keep(kept: Kept): Promise<void> {
    await this.#use(drafts => drafts.write(this.key, kept));
    await this.flush();
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#use(drafts => drafts.flush());
  }

  async clear(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#use(drafts => drafts.clear(this.key));
  }

  /** Whether what is kept outlives the page. */
  async isPersistent(): Promise<boolean> {
    return (await this.#use(drafts => drafts.persistent && !drafts.denied)) ?? false;
  }

  /** Typing goes on where the code or the storage cannot be had. */
  async #use<T>(use: (drafts: Drafts) => T): Promise<Awaited<T> | undefined> {
    try {
      return await use(await this.#portal.openDrafts());
    } catch {
      return undefined;
    }
  }
}
