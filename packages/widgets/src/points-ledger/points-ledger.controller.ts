import type {PointsEntry, PointsRule, PointsSummary} from '@portico/contract';
import {periodAt} from '@portico/contract/period';
import type {ReactiveController} from 'lit';
import {LiveQuery} from '../base/live-query.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {errorOf, mayShow, type StandingStatus, statusOf} from '../base/standing.status.ts';
import type {LedgerPeriod} from './points-ledger.model.ts';

/** Entries as far as they were read. */
interface Read {
  readonly items: readonly PointsEntry[];
  readonly hasMore: boolean;
}

const pageSize = 50;

/** A partner's points and the reasons for them, without a view. */
export class PointsLedgerController implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #summary: LiveQuery<[from: string], PointsSummary>;
  readonly #entries: LiveQuery<[from: string, ruleId: string, pages: number], Read>;
  readonly #rules: LiveQuery<[], readonly PointsRule[]>;
  #period: LedgerPeriod = 'all';
  #ruleId = '';
  #pages = 1;
  #from = '';
  #shown: Read | undefined;
  #shownSummary: PointsSummary | undefined;

  constructor(host: WidgetHost) {
    this.#host = host;
    host.addController(this);
    const window = (from: string) => (from === '' ? {} : {from});
    this.#summary = new LiveQuery<[string], PointsSummary>(host, {
      args: () => (this.mayRead ? [this.#from] : null),
      read: ({client}, [from], signal) => client.pointsEntries.summary(window(from), {signal}),
      refreshOn: ['points_entry', 'points_rule'],
    });
    this.#entries = new LiveQuery<[string, string, number], Read>(host, {
      args: () => (this.mayRead ? [this.#from, this.#ruleId, this.#pages] : null),
      async read({client}, [from, ruleId, pages], signal) {
        let items: readonly PointsEntry[] = [];
        let cursor: string | null | undefined;
        for (let page = 0; page < pages && cursor !== null; page++) {
          const read = await client.pointsEntries.list({...window(from), ...(ruleId === '' ? {} : {ruleId}), limit: pageSize, ...(cursor === undefined ? {} : {cursor})}, {signal});
          items = [...items, ...read.items];
          cursor = read.page.next;
        }
        return {items, hasMore: cursor !== null};
      },
      refreshOn: 'points_entry',
    });
    this.#rules = new LiveQuery<[], readonly PointsRule[]>(host, {
      args: () => (this.mayRead && this.#mayReadRules ? [] : null),
      read: async ({client}, _, signal) => (await client.pointsRules.list({limit: 100}, {signal})).items,
      refreshOn: 'points_rule',
    });
  }

  hostUpdate() {
    const now = this.#host.portal?.now();
    if (now !== undefined) this.#from = this.#period === 'all' ? '' : (periodAt(new Date(now).toISOString(), this.#period, this.timeZone).from ?? '');
    // What was read last stays until what was asked for is there.
    this.#shown = this.#entries.value ?? this.#shown;
    this.#shownSummary = this.#summary.value ?? this.#shownSummary;
  }

  /** Where months begin: the reader's time zone. */
  get timeZone(): string {
    return this.#host.portal?.me?.person?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  }

  get entries(): readonly PointsEntry[] {
    return this.#shown?.items ?? [];
  }

  /** Whether there are earlier entries than those that were read. */
  get hasMore(): boolean {
    return this.#shown?.hasMore ?? false;
  }

  /** Whether something else was asked for than what is shown. */
  get loading(): boolean {
    return this.#entries.value === undefined && this.#entries.error === undefined;
  }

  get summary(): PointsSummary | undefined {
    return this.#shownSummary;
  }

  /** Rules that the reader may know; empty until they are read. */
  get rules(): readonly PointsRule[] {
    return this.#rules.value ?? [];
  }

  get period(): LedgerPeriod {
    return this.#period;
  }

  /** Id of the rule that entries are of; empty: all. */
  get ruleId(): string {
    return this.#ruleId;
  }

  /** The points of all entries under the filters, also of those that were not read yet. */
  get total(): number {
    const {summary} = this;
    return (this.#ruleId === '' ? summary?.total : summary?.byRule.find(({ruleId}) => ruleId === this.#ruleId)?.points) ?? 0;
  }

  /** Whether this session may show points at all. */
  get mayRead(): boolean {
    return mayShow(this.#host, 'points-ledger', 'points_entry:read');
  }

  get #mayReadRules(): boolean {
    return this.#host.portal?.me?.scopes.includes('points_rule:read') ?? false;
  }

  get status(): StandingStatus {
    // How a rule reckons may make a second line: it comes with the first entries, so that nothing jumps afterwards.
    const hasRules = !this.#mayReadRules || (this.#rules.value ?? this.#rules.error) !== undefined;
    return statusOf(this.#host, this.mayRead, [this.#summary, this.#entries], hasRules && this.#shown !== undefined && this.#shownSummary !== undefined);
  }

  /** Why `status` is not `ready`, or why what is shown may be old. */
  get error(): unknown {
    return errorOf(this.#host, [this.#summary, this.#entries]);
  }

  /** Shows another period or rule; what is left out stays. */
  show({period = this.#period, ruleId = this.#ruleId}: {readonly period?: LedgerPeriod; readonly ruleId?: string}) {
    if (period === this.#period && ruleId === this.#ruleId) return;
    this.#period = period;
    this.#ruleId = ruleId;
    this.#pages = 1;
    this.#host.requestUpdate();
  }

  /** Reads earlier entries. */
  showMore() {
    this.#pages++;
    this.#host.requestUpdate();
  }

  /** Reads everything again; tries the session again too if it is gone. */
  retry() {
    const {portal} = this.#host;
    if (portal && !portal.ready) return void portal.start();
    this.#summary.refresh();
    this.#entries.refresh();
  }
}
