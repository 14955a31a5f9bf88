import type {Account, Activity, ChangeEvent, ChangeResource, DealActivity, DealExport, DealForm, DealImport, EvidenceFile, Lead, LeadImport, LeadOffer, PartnerOrg, Person, Program, RoutingDecision, RoutingRule} from '@portico/contract';
import type {Clock} from './clock.ts';
import type {Challenges} from './challenge-data.ts';
import type {Library} from './library.ts';
import type {ConflictRow, DealChangeRow, DealRow} from './deal-rows.ts';
import {idAt, type Kind} from './random.ts';
import type {Standing} from './standing.ts';
import {ReceiptChain, type NewReceipt} from './receipt-chain.ts';
import type {Table} from './table.ts';

/** A lead as it is kept: its offers by id, oldest first. */
export type LeadRow = Omit<Lead, 'offer' | 'offerCount'> & {offerIds: readonly string[]; recycledAt: string | null};

/** An offer as it is kept; what depends on the reader is added when it is read. */
export type OfferRow = Omit<LeadOffer, 'partnerOrg' | 'assignee' | 'channelManager' | 'teaser' | 'lead' | 'actions'> & {partnerOrgId: string; assigneeId: string | null};

/** The pretend database of one backend. */
export interface Data {
  tenantId: string;
  vendorName: string;
  program: Program;
  people: Table<Person>;
  partnerOrgs: Table<PartnerOrg>;
  leads: Table<LeadRow>;
  offers: Table<OfferRow>;
  rules: Table<RoutingRule>;
  imports: Table<LeadImport>;
  deals: Table<DealRow>;
  dealChanges: Table<DealChangeRow>;
  dealForm: DealForm;
  evidence: Table<EvidenceFile>;
  conflicts: Table<ConflictRow>;
  dealImports: Table<DealImport>;
  accounts: Table<Account>;
  collateral: Library;
  standing: Standing;
  challenges: Challenges;
  lastDealNumber: number;
  /** Submissions from before the backend started, in their order. */
  receipts: readonly NewReceipt[];
  /** What is known about a registration from before the backend started. */
  dealStory(deal: DealRow): DealActivity[];
  /** What is known about a lead from before the backend started. */
  story(lead: LeadRow): Activity[];
  decisions(lead: LeadRow): RoutingDecision[];
}

/** Who hears of a change besides those who may read what changed. */
export interface ChangeAudience {
  /** Not told to the other side: what is internal to one. */
  side?: 'vendor' | 'partner';
  /** Whoever had it until now hears that it has gone. */
  partnerOrgId?: string;
  personId?: string | null;
  /** Of partners only this one. */
  onlyPartnerOrgId?: string | null;
  /** Of partners only these. */
  partnerOrgIds?: readonly string[];
}

/** Rows, the log of changes and the numbers that are given out. */
export class Store {
  readonly data: Data;
  readonly clock: Clock;
  readonly changes: ChangeEvent[] = [];
  /** How many sessions were given out. */
  tokensMinted = 0;
  /** Number of the last registration that was submitted. */
  dealNumber = 0;
  /** Entries written since the start, for who may hear of them. */
  readonly written = new Map<string, Activity>();
  /** For changes that not every reader of the row hears of, by number. */
  readonly audiences = new Map<number, ChangeAudience>();
  readonly receipts: ReceiptChain;
  /** Parts of evidence files as base64, by file and place. */
  readonly evidenceParts = new Map<string, Map<number, string>>();
  /** Files of exports, and who asked for each. */
  readonly dealExports = new Map<string, {readonly made: DealExport; readonly texts: readonly string[]; readonly askedBy: string}>();
  /** When each person checked claims within the last hour, in milliseconds. */
  readonly claimChecks = new Map<string, number[]>();
  readonly #dealStories = new Map<string, DealActivity[]>();
  readonly #listeners = new Set<() => void>();
  readonly #stories = new Map<string, Activity[]>();
  readonly #decisions = new Map<string, RoutingDecision[]>();
  readonly #numbers = new Map<Kind, number>();
  /** The version of the last edit, of rows that were only touched since. */
  readonly #edits = new Map<string, number>();
  readonly #readings = new Map<string, unknown>();
  #readAt = 0;
  #transaction: ChangeEvent[] | undefined;

  constructor(data: Data, clock: Clock) {
    this.data = data;
    this.clock = clock;
    this.receipts = new ReceiptChain(data.receipts);
    this.dealNumber = data.lastDealNumber;
  }

  /** Now, as it is written on the wire. */
  now(): string {
    return this.at(0);
  }

  /** An instant some milliseconds from now. */
  at(ms: number): string {
    return new Date(this.clock.now() + ms).toISOString();
  }

  /** An id that no row has. Rows from the start count from 0, new ones from a million. */
  newId(kind: Kind): string {
    const number = this.#numbers.get(kind) ?? 1_000_000;
    this.#numbers.set(kind, number + 1);
    return idAt(kind, number);
  }

  /** The entries of a lead's story, newest first. */
  story(leadId: string): Activity[] {
    let story = this.#stories.get(leadId);
    if (!story) {
      const lead = this.data.leads.get(leadId);
      story = lead ? this.data.story(lead) : [];
      this.#stories.set(leadId, story);
    }
    return story;
  }

  /** Routing decisions on a lead, newest first. */
  decisions(leadId: string): RoutingDecision[] {
    let decisions = this.#decisions.get(leadId);
    if (!decisions) {
      const lead = this.data.leads.get(leadId);
      decisions = lead ? this.data.decisions(lead) : [];
      this.#decisions.set(leadId, decisions);
    }
    return decisions;
  }

  /** Writes an entry into a lead's story. */
  write(entry: Omit<Activity, 'id' | 'createdAt' | 'occurredAt'> & {occurredAt?: string | undefined}): Activity {
    const now = this.now();
    const activity: Activity = {...entry, id: this.newId('activity'), occurredAt: entry.occurredAt ?? now, createdAt: now};
    this.story(entry.leadId).unshift(activity);
    this.written.set(activity.id, activity);
    this.change('activity', activity.id);
    return activity;
  }

  /** The entries of a registration's story, newest first. */
  dealStory(dealId: string): DealActivity[] {
    let story = this.#dealStories.get(dealId);
    if (!story) {
      const deal = this.data.deals.get(dealId);
      story = deal ? this.data.dealStory(deal) : [];
      this.#dealStories.set(dealId, story);
    }
    return story;
  }

  /** Writes an entry into a registration's story. */
  writeDeal(entry: Omit<DealActivity, 'id' | 'createdAt' | 'occurredAt'> & {occurredAt?: string | undefined}): DealActivity {
    const now = this.now();
    const activity: DealActivity = {...entry, id: this.newId('dealActivity'), occurredAt: entry.occurredAt ?? now, createdAt: now};
    this.dealStory(entry.dealRegistrationId).unshift(activity);
    const side = entry.visibility === 'shared' ? {} : {side: entry.visibility === 'vendor_internal' ? ('vendor' as const) : ('partner' as const)};
    this.change('deal_registration', entry.dealRegistrationId, side);
    return activity;
  }

  /** Replaces a row, one version up. */
  update<Row extends {id: string; version: number; updatedAt: string}>(table: Table<Row>, row: Row, changes: Partial<Row>): Row {
    this.#edits.delete(row.id);
    return table.set({...row, ...changes, version: row.version + 1, updatedAt: this.now()});
  }

  /** The same for what is no edit: whoever acts on what they saw before it is not late. */
  touch<Row extends {id: string; version: number; updatedAt: string}>(table: Table<Row>, row: Row, changes: Partial<Row>): Row {
    const edited = this.#edits.get(row.id) ?? row.version;
    const touched = this.update(table, row, changes);
    this.#edits.set(row.id, edited);
    return touched;
  }

  /** Whether nobody edited the row after this version of it. */
  isCurrent({id, version}: {id: string; version: number}, seen: number): boolean {
    return seen >= (this.#edits.get(id) ?? version) && seen <= version;
  }

  /** Keeps a reading until something changes, so that paging through 100,000 rows sorts them once. */
  remember<T>(key: string, read: () => T): T {
    if (this.#readAt !== this.changes.length || this.#readings.size > 50) this.#readings.clear();
    this.#readAt = this.changes.length;
    if (!this.#readings.has(key)) this.#readings.set(key, read());
    return this.#readings.get(key) as T;
  }

  /** Notes a change for the feed; listeners hear of it when the act is done. */
  change(resource: ChangeResource, resourceId: string, audience: ChangeAudience = {}): void {
    const change: ChangeEvent = {id: this.changes.length + 1, resource, resourceId};
    this.changes.push(change);
    if (Object.keys(audience).length > 0) this.audiences.set(change.id, audience);
    this.#transaction?.push(change);
    if (!this.#transaction) this.#tell();
  }

  /** Runs an act and tells its changes together. */
  act<T>(run: () => T): T {
    this.#transaction ??= [];
    try {
      return run();
    } finally {
      const changed = this.#transaction.length > 0;
      this.#transaction = undefined;
      if (changed) this.#tell();
    }
  }

  /** Hears that there are new changes. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
