import {fixture} from '@open-wc/testing';
import type {ChangeEvent, ChangeResource, Page} from '@portico/contract';
import {html} from 'lit';
import type {PortalController} from '../portal/portal.controller.ts';
import {defineElement} from './define-element.ts';
import {LiveList} from './live-list.ts';
import {LiveQuery} from './live-query.ts';
import {PortalWidget} from './portal-widget.ts';

/** A row of the pretend server: on the list of its group, ordered by rank. */
export interface Row {
  readonly id: string;
  readonly version: number;
  readonly rank: number;
  readonly group: string;
}

interface Waiting {
  readonly read: string;
  readonly go: () => void;
}

/** The little of a portal that live readings use, with a server behind it whose answers can be held back. */
export class FakePortal {
  ready = true;
  rows: Row[] = [];
  pageSize = 3;
  /** Thrown by every reading while it is set. */
  failure: Error | undefined;
  /** Every reading since the start: `page`, `page 3`, `row a`, `value x`. */
  readonly reads: string[] = [];
  /** Signals of the readings. */
  readonly signals: AbortSignal[] = [];
  readonly waiting: Waiting[] = [];
  #holds = false;
  #change = 0;
  readonly #listeners = new Map<object, {resources: readonly ChangeResource[]; listener: (change: ChangeEvent | null) => void}>();

  /** Adds rows to a group, ranked in the order given. */
  fill(ids: string, group = 'a') {
    this.rows = [...this.rows, ...[...ids].map((id, at) => ({id, version: 1, rank: (at + 1) * 10, group}))];
  }

  /** Changes a row, or adds it, and tells of it. */
  put(row: Partial<Row> & {id: string}) {
    const old = this.rows.find(({id}) => id === row.id) ?? {id: row.id, version: 0, rank: 0, group: 'a'};
    this.rows = [...this.rows.filter(({id}) => id !== row.id), {...old, ...row, version: old.version + 1}];
    this.tell(row.id);
  }

  drop(id: string) {
    this.rows = this.rows.filter(row => row.id !== id);
    this.tell(id);
  }

  /** Tells of a change; `null`: some may have been missed. */
  tell(id: string | null, resource: ChangeResource = 'lead') {
    const change = id === null ? null : {id: ++this.#change, resource, resourceId: id};
    for (const {resources, listener} of this.#listeners.values()) if (!change || resources.includes(resource)) listener(change);
  }

  get subscriptions(): number {
    return this.#listeners.size;
  }

  subscribe(resources: readonly ChangeResource[], listener: (change: ChangeEvent | null) => void) {
    const key = {};
    this.#listeners.set(key, {resources, listener});
    return () => this.#listeners.delete(key);
  }

  watch() {
    return () => {};
  }

  /** From now on answers wait for `answer()`; what they hold is what was true when they were asked for. */
  hold() {
    this.#holds = true;
  }

  /** Lets the oldest answer that is held go, and later ones come at once again. */
  async answer(at = 0) {
    this.#holds = false;
    this.waiting.splice(at, 1)[0]?.go();
    await rest();
  }

  async page(group: string, cursor: string | undefined, signal: AbortSignal): Promise<Page<Row>> {
    const from = Number(cursor ?? 0);
    const all = this.rows.filter(row => row.group === group).sort((a, b) => a.rank - b.rank);
    const next = from + this.pageSize < all.length ? String(from + this.pageSize) : null;
    return this.#respond(cursor ? `page ${cursor}` : 'page', signal, {items: all.slice(from, from + this.pageSize), page: {next, prev: null}});
  }

  async row(id: string, signal: AbortSignal): Promise<Row> {
    const found = this.rows.find(row => row.id === id);
    if (!found) {
      await this.#respond(`row ${id}`, signal, undefined);
      throw Object.assign(new Error('Not found.'), {problem: {status: 404}});
    }
    return this.#respond(`row ${id}`, signal, found);
  }

  value(name: string, signal: AbortSignal): Promise<string> {
    return this.#respond(`value ${name}`, signal, `${name}${this.rows.length}`);
  }

  async #respond<T>(read: string, signal: AbortSignal, answer: T): Promise<T> {
    this.reads.push(read);
    this.signals.push(signal);
    const {failure} = this;
    if (this.#holds) await new Promise<void>(go => this.waiting.push({read, go}));
    if (signal.aborted) throw signal.reason;
    if (failure) throw failure;
    return answer;
  }
}

/** Shows a live list of rows. */
export class ListHost extends PortalWidget {
  group: string | null = 'a';
  readonly held = new Set<string>();
  readonly list = new LiveList<[string], Row>(this, {
    args: () => (this.group === null ? null : [this.group]),
    readPage: (portal, [group], cursor, signal) => toFake(portal).page(group, cursor, signal),
    readOne: (portal, id, signal) => toFake(portal).row(id, signal),
    belongs: (row, [group]) => row.group === group,
    compare: (a, b) => a.rank - b.rank,
    resource: 'lead',
    isHeld: ({id}) => this.held.has(id),
  });

  /** Ids in order, as one word. */
  get ids(): string {
    return this.list.items.map(({id}) => id).join('');
  }

  protected override render() {
    return html`${this.ids}`;
  }
}

/** Shows a live value. */
export class QueryHost extends PortalWidget {
  name: string | null = 'x';
  concerns: (change: ChangeEvent) => boolean = () => true;
  readonly query = new LiveQuery<[string], string>(this, {
    args: () => (this.name === null ? null : [this.name]),
    read: (portal, [name], signal) => toFake(portal).value(name, signal),
    refreshOn: ['lead', 'program'],
    concerns: change => this.concerns(change),
  });

  /** What is drawn: `pending`, `failed`, or the value, with a tilde while a newer one is read. */
  get shown(): string {
    return this.query.render({pending: () => 'pending', complete: (value, refreshing) => `${value}${refreshing ? '~' : ''}`, error: () => 'failed'});
  }

  protected override render() {
    return html`${this.shown}`;
  }
}

const toFake = (portal: PortalController) => portal as unknown as FakePortal;

defineElement('test-list-host', ListHost);
defineElement('test-query-host', QueryHost);

/** Puts a host of live readings into the page, on a portal. */
export async function host<E extends PortalWidget>(tag: 'test-list-host' | 'test-query-host', portal: FakePortal): Promise<E> {
  const column = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement(tag) as unknown as E;
  element.portal = portal as unknown as PortalController;
  column.append(element);
  await rest();
  return element;
}

/** Waits until answers that are not held, and rendering, have come to rest; changes of a burst are still gathered. */
export async function rest(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise(resolve => setTimeout(resolve));
}

/** Waits until a burst of changes has been read too. */
export async function burst(): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, 80));
  await rest();
}
