import {ApiError, newKey, systemRandom, toJson} from '@portico/client';
import type {DealForm, DealRegistration, NewAnswer} from '@portico/contract';
import type {PortalController} from '../portal/portal.controller.ts';
import {changesOf, dirtyPaths, mergeNewer} from './deal-changes.model.ts';
import {parseValues, type Values} from './deal-values.model.ts';
import {LocalDraft, type Kept} from './local-draft.ts';
import {RefusedFields} from './refused-fields.ts';

/** Where what is typed is: nowhere yet, on its way, at the server, on this device only, in this page only. */
export type SaveState = 'none' | 'saving' | 'saved' | 'device' | 'memory';

/** Without a key for this long, what is typed is sent. */
const restMs = 700;
/** Pauses before another try, in milliseconds; the last one again and again. */
const pausesMs = [2000, 5000, 15_000, 30_000];

export interface KeeperOptions {
  readonly portal: PortalController;
  /** Names the copy on this device. */
  readonly key: string;
  readonly form: () => Pick<DealForm, 'fields'>;
  readonly locale: () => string;
  /** What a new draft is created with besides fields. */
  readonly origin: {readonly leadOfferId?: string};
  readonly changed: () => void;
}

/**
 * Keeps one registration's draft: every key on this device at once, and what rests for a moment at the server. The first input creates the draft there, under a
 * key that is written down before the first try, so that a lost answer makes no second draft.
 */
export class DraftKeeper {
  values: Values = {};
  registration: DealRegistration | undefined;
  state: SaveState = 'none';
  /** Fields that somebody else changed while they were typed into here. */
  clashes: readonly string[] = [];
  /** What the server would not keep, until it is changed. */
  readonly refused = new RefusedFields();
  /** Why saving is given up for now, when it is not the connection. */
  error: unknown;
  readonly local: LocalDraft;
  readonly #options: KeeperOptions;
  #synced: Values = {};
  #meta: Record<string, string | number | null> = {};
  #saving: Promise<boolean> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #isOver = false;
  #isHeld = false;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.local = new LocalDraft(options.portal, options.key);
  }

  /** Something to remember with the draft, such as the key of a submission under way; written down when this resolves. */
  async note(meta: Record<string, string | number | null>): Promise<void> {
    this.#meta = {...this.#meta, ...meta};
    this.#options.changed();
    await this.local.keep(this.#kept());
  }

  noted(name: string): string | number | null {
    return this.#meta[name] ?? null;
  }

  /** Whether a submission was sent whose answer never came. */
  get isUncertain(): boolean {
    return this.noted(':submitKey') !== null;
  }

  /** Whether it is to be submitted as soon as it can be saved. */
  get isToBeSubmitted(): boolean {
    return this.noted(':submitSoon') !== null;
  }

  /** Whether something typed is not at the server yet. */
  get isDirty(): boolean {
    return this.#dirty().length > 0;
  }

  /**
   * Begins with what is there.
   *
   * @param base - What the registration at the server says, or what the page brings for a new one.
   * @param kept - What this device kept, which goes on top.
   */
  start(registration: DealRegistration | undefined, base: Values, kept: Kept | undefined): void {
    this.registration = registration;
    this.#synced = registration ? base : {};
    this.values = base;
    if (!kept) {
      this.state = registration ? 'saved' : 'none';
      return;
    }
    const typed: Record<string, string | boolean> = {};
    for (const [name, value] of Object.entries(kept)) {
      if (name.startsWith(':')) this.#meta[name] = typeof value === 'boolean' ? null : value;
      else if (typeof value === 'string' || typeof value === 'boolean') typed[name] = value;
    }
    const known = parseValues(String(kept[':synced'] ?? '{}'));
    const mine = dirtyPaths(typed, known);
    const moved = registration !== undefined && kept[':version'] !== registration.version;
    if (!registration) this.#synced = known;
    this.values = registration ? {...base, ...Object.fromEntries(mine.map(path => [path, typed[path] ?? ''] as const))} : typed;
    if (moved) this.clashes = mine.filter(path => (base[path] ?? '') !== (known[path] ?? '') && base[path] !== typed[path]);
    if (this.isDirty) this.#saveSoon();
    this.state = this.isDirty ? 'device' : registration ? 'saved' : 'none';
  }

  set(path: string, value: string | boolean): void {
    if (this.values[path] === value) return;
    this.values = {...this.values, [path]: value};
    // What is changed has to be submitted anew.
    this.#meta = {...this.#meta, ':submitSoon': null};
    this.clashes = this.clashes.filter(clash => clash !== path);
    this.refused.forget(path);
    this.local.write(this.#kept());
    if (this.state === 'saved' || this.state === 'none') this.#enter('saving');
    this.#saveSoon();
    this.#options.changed();
  }

  /** Fills fields in on the page's behalf: kept here, and sent with the person's first input. */
  fill(values: Values): void {
    this.values = {...this.values, ...values};
    this.#options.changed();
  }

  /** While a submission is under way nothing else is sent. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    if (!isHeld && this.isDirty) this.#saveSoon();
  }

  /** Takes in a registration that was read again. */
  take(newer: DealRegistration): void {
    const {registration} = this;
    if (registration && newer.version < registration.version) return;
    if (!registration || newer.version === registration.version) {
      this.registration = newer;
      return this.#options.changed();
    }
    const {values, synced, clashes} = mergeNewer(this.values, this.#synced, registration, newer, this.#options.locale());
    this.registration = newer;
    this.values = values;
    this.#synced = synced;
    this.clashes = [...new Set([...this.clashes, ...clashes])];
    this.local.write(this.#kept());
    this.#options.changed();
  }

  /** Reads the registration again. Should it not come, the next change asks again. */
  async refresh(): Promise<void> {
    const id = this.registration?.id;
    const newer = id === undefined ? undefined : await this.#options.portal.client.dealRegistrations.get({id}).catch(() => undefined);
    if (newer && !this.#isOver) this.take(newer);
  }

  /**
   * Sends what is not at the server yet.
   *
   * @returns Whether everything that can be kept is there now.
   */
  save(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#saving ??= this.#save().finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  /** The registration at the server; the draft is created when there is none. @throws What went wrong. */
  async ensure(): Promise<DealRegistration> {
    await this.#saving;
    return this.registration ?? (await this.#create());
  }

  /** Tries again at once, when there may be a connection or a session again. */
  retry(): void {
    if (this.isDirty && !this.#isHeld && (this.state === 'device' || this.state === 'memory')) void this.save();
  }

  /** The form leaves the page: what is typed is written down and sent once more; no timer is left. */
  pause(): void {
    const isWaiting = this.#timer !== undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.local.flush();
    if (isWaiting && !this.#isHeld) void this.save();
    this.#isOver = true;
  }

  /** The form is back. */
  resume(): void {
    this.#isOver = false;
    if (this.state === 'saving' && this.isDirty) this.#saveSoon();
    else this.retry();
  }

  /** Ends it and forgets what this device kept. */
  async forget(): Promise<void> {
    clearTimeout(this.#timer);
    this.#isOver = true;
    await this.#saving;
    await this.local.clear();
  }

  async #save(): Promise<boolean> {
    try {
      let paths = this.#dirty();
      if (paths.length > 0 || !this.registration) this.#enter('saving');
      for (let turn = 0; paths.length > 0 && turn < 8; turn++) {
        if (this.registration) await this.#patch(this.registration, paths);
        else await this.#create();
        paths = this.#dirty();
      }
      this.#failures = 0;
      this.error = undefined;
      this.#enter(this.registration ? 'saved' : 'none');
      return true;
    } catch (error) {
      await this.#fail(error);
      return false;
    }
  }

  async #create(): Promise<DealRegistration> {
    const {portal, form, locale, origin} = this.#options;
    const sent = this.values;
    // The same bytes under the same key, whatever is typed meanwhile: the rest follows as a change.
    if (!this.#meta[':createKey']) {
      const body = {...changesOf(this.#dirty(), sent, form(), locale()), ...origin};
      await this.note({':createKey': newKey(systemRandom), ':createBody': toJson(body), ':createSent': toJson(sent)});
    }
    const body = JSON.parse(String(this.#meta[':createBody'])) as {answers?: NewAnswer[]};
    const known = parseValues(String(this.#meta[':createSent']));
    try {
      const registration = await portal.client.dealRegistrations.create(body, {idempotencyKey: String(this.#meta[':createKey'])});
      this.registration = registration;
      this.#synced = known;
      await this.note({':id': registration.id, ':createKey': null, ':createBody': null, ':createSent': null});
      return registration;
    } catch (error) {
      if (error instanceof ApiError && error.problem.status >= 400 && !error.isRetryable && error.problem.status !== 401) await this.note({':createKey': null});
      this.refused.note(error, known, body.answers);
      return this.registration ?? this.#create();
    }
  }

  async #patch({id, version, ...registration}: DealRegistration, paths: readonly string[]): Promise<void> {
    const {portal, form, locale} = this.#options;
    const sent = this.values;
    const changes = changesOf(paths, sent, form(), locale(), registration);
    try {
      if (Object.keys(changes).length > 0) this.registration = await portal.client.dealRegistrations.update({id, version, ...changes});
      const synced: Record<string, string | boolean> = {...this.#synced};
      for (const path of paths) synced[path] = sent[path] ?? '';
      this.#synced = synced;
      this.local.write(this.#kept());
    } catch (error) {
      const current = error instanceof ApiError && error.code === 'version_conflict' ? (error.problem.current as DealRegistration | undefined) : undefined;
      if (current) this.take(current);
      else if (error instanceof ApiError && error.code === 'version_conflict') this.take(await portal.client.dealRegistrations.get({id}));
      else this.refused.note(error, sent, changes.answers);
    }
  }

  async #fail(error: unknown): Promise<void> {
    this.error = error;
    const canWait = error instanceof ApiError && (error.isRetryable || error.problem.status === 401 || error.code === 'session_unavailable');
    this.#enter((await this.local.isPersistent()) ? 'device' : 'memory');
    if (!canWait || this.#isOver) return;
    const pause = pausesMs[Math.min(this.#failures++, pausesMs.length - 1)];
    this.#timer ??= setTimeout(() => void this.save(), pause);
  }

  #dirty(): string[] {
    return dirtyPaths(this.values, this.#synced).filter(path => !this.refused.has(path, this.values[path] ?? ''));
  }

  #saveSoon(): void {
    if (this.#isOver || this.#isHeld) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), restMs);
  }

  #kept(): Kept {
    return {...this.#meta, ...this.values, ':synced': toJson(this.#synced), ':id': this.registration?.id ?? this.#meta[':id'] ?? null, ':version': this.registration?.version ?? null};
  }

  #enter(state: SaveState): void {
    if (state === this.state) return;
    this.state = state;
    this.#options.changed();
  }
}
