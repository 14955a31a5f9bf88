import type {Board, BoardDispute, BoardResult, BoardStandings, LevelChange, PointsHold, PointsReplay, PointsRule, Program} from '@portico/contract';
import type {ReactiveController} from 'lit';
import {LiveQuery} from '../base/live-query.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {errorOf, mayShow, type StandingStatus, statusOf} from '../base/standing.status.ts';

/** What can be looked at; see desk-tabs.ts. */
export type ProgramDeskTab = 'decide' | 'rules' | 'boards' | 'levels' | 'pareto' | 'challenges' | 'badges' | 'rewards';

/** A board with how it stands now. */
export interface BoardNow {
  readonly board: Board;
  readonly standings: BoardStandings;
}

/** What each tab reads. */
interface Boards {
  readonly now: readonly BoardNow[];
  readonly results: readonly BoardResult[];
}

const limit = 100;
/** So many are read with their leaders. */
const boardsMost = 12;

/** Levels to decide, rules and boards of a programme, without a view. */
export class ProgramDeskController implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #program: LiveQuery<[], Program>;
  readonly #changes: LiveQuery<[], readonly LevelChange[]>;
  readonly #holds: LiveQuery<[], readonly PointsHold[]>;
  readonly #rules: LiveQuery<[wanted: boolean], readonly PointsRule[]>;
  readonly #boards: LiveQuery<[wanted: boolean], Boards>;
  readonly #proofs: LiveQuery<[], number>;
  readonly #requests: LiveQuery<[], number>;
  #tab: ProgramDeskTab;

  /** @param tab - What is looked at first. */
  constructor(host: WidgetHost, tab: ProgramDeskTab = 'decide') {
    this.#host = host;
    this.#tab = tab;
    host.addController(this);
    const args = (): [] | null => (this.mayRead ? [] : null);
    this.#program = new LiveQuery<[], Program>(host, {args, read: ({client}, _, signal) => client.program.get({}, {signal}), refreshOn: 'program'});
    this.#changes = new LiveQuery<[], readonly LevelChange[]>(host, {
      args,
      read: async ({client}, _, signal) => (await client.levelChanges.list({status: ['eligible', 'proposed', 'at_risk'], limit}, {signal})).items,
      refreshOn: 'level_change',
    });
    this.#holds = new LiveQuery<[], readonly PointsHold[]>(host, {
      args: () => (this.mayRead && this.may('points_hold:read') ? [] : null),
      read: async ({client}, _, signal) => (await client.pointsHolds.list({status: 'held', limit}, {signal})).items,
      refreshOn: 'points_hold',
    });
    this.#rules = new LiveQuery<[boolean], readonly PointsRule[]>(host, {
      args: () => (this.mayRead && this.#tab === 'rules' ? [true] : null),
      read: async ({client}, _, signal) => (await client.pointsRules.list({limit}, {signal})).items,
      refreshOn: 'points_rule',
    });
    this.#boards = new LiveQuery<[boolean], Boards>(host, {
      args: () => (this.mayRead && this.#tab === 'boards' ? [true] : null),
      async read({client}, _, signal) {
        const [{items}, results] = await Promise.all([client.boards.list({limit: boardsMost}, {signal}), client.boardResults.list({limit: 25}, {signal})]);
        const now = await Promise.all(items.map(async board => ({board, standings: await client.boards.standings({id: board.id, limit: 3}, {signal})})));
        return {now, results: results.items};
      },
      refreshOn: ['board', 'board_result', 'points_entry', 'partner_event'],
    });
    const allowed = (scope: string) => (): [] | null => (this.mayRead && this.may(scope) ? [] : null);
    this.#proofs = new LiveQuery<[], number>(host, {
      args: allowed('challenge_entry:read'),
      read: async ({client}, _, signal) => (await client.challengeEntries.list({status: ['submitted'], limit}, {signal})).items.length,
      refreshOn: 'challenge_entry',
    });
    this.#requests = new LiveQuery<[], number>(host, {
      args: allowed('redemption:read'),
      read: async ({client}, _, signal) => (await client.redemptions.list({status: ['requested', 'approved'], limit}, {signal})).items.length,
      refreshOn: 'redemption',
    });
  }

  /** Needed by the interface; its parts are controllers themselves. */
  hostConnected() {}

  /** What is looked at: rules and boards are read when somebody does. */
  get tab(): ProgramDeskTab {
    return this.#tab;
  }

  /** Looks at something else. */
  show(tab: ProgramDeskTab): void {
    this.#tab = tab;
    this.#host.requestUpdate();
  }

  get program(): Program | undefined {
    return this.#program.value;
  }

  /** Changes of level that are under way: promotions first, then levels at risk, each the longest waiting first. */
  get changes(): readonly LevelChange[] {
    const waits = ({kind}: LevelChange) => (kind === 'promotion' ? 0 : 1);
    return (this.#changes.value ?? []).toSorted((a, b) => waits(a) - waits(b) || (a.createdAt < b.createdAt ? -1 : 1));
  }

  /** Events whose points wait for a person, the longest waiting first. */
  get holds(): readonly PointsHold[] {
    return (this.#holds.value ?? []).toReversed();
  }

  /** How much waits for a decision. */
  get waiting(): number {
    return this.changes.filter(({kind}) => kind === 'promotion').length + this.holds.length;
  }

  /** How many proofs wait for a review. */
  get proofs(): number {
    return this.#proofs.value ?? 0;
  }

  /** How many rewards were asked for and are not handed over. */
  get requests(): number {
    return this.#requests.value ?? 0;
  }

  get rules(): readonly PointsRule[] {
    return this.#rules.value ?? [];
  }

  get boards(): readonly BoardNow[] {
    return this.#boards.value?.now ?? [];
  }

  /** Results of past periods, the latest first. */
  get results(): readonly BoardResult[] {
    return this.#boards.value?.results ?? [];
  }

  /** In which the programme counts, as far as that is known: that of its boards. */
  get currency(): string {
    return this.boards[0]?.board.currency ?? 'EUR';
  }

  /** Whether this session may show the desk at all. */
  get mayRead(): boolean {
    return mayShow(this.#host, 'program-desk', 'level_change:read', 'points_rule:read', 'board:read', 'program:read');
  }

  /** Whether this session may do something that a scope stands for. */
  may(scope: string): boolean {
    return this.#host.portal?.me?.scopes.includes(scope) ?? false;
  }

  /** Whether this person decides on promotions: channel managers put their own partners forward, others decide. */
  get decides(): boolean {
    return this.may('level_change:write') && this.#isMoreThanManager;
  }

  /** Whether this person decides on points that are held. */
  get decidesPoints(): boolean {
    return this.may('points_hold:write') && this.#isMoreThanManager;
  }

  get #isMoreThanManager(): boolean {
    return (this.#host.portal?.me?.roles ?? []).some(role => role !== 'channel_manager');
  }

  get status(): StandingStatus {
    return statusOf(this.#host, this.mayRead, this.#readings);
  }

  /** Why `status` is not `ready`, or why what is shown may be old. */
  get error(): unknown {
    return errorOf(this.#host, this.#readings);
  }

  levelName(id: string | null): string | undefined {
    return this.program?.levels.find(level => level.id === id)?.name;
  }

  /** Whether this person verifies results, answers what is said of them and awards prizes. */
  get decidesResults(): boolean {
    return this.may('board_result:write') && this.#isMoreThanManager;
  }

  /** What partners said is wrong with a result and waits for an answer. */
  async disputesOf({id}: BoardResult): Promise<readonly BoardDispute[]> {
    const {portal} = this.#host;
    if (!portal) throw new TypeError('There is no portal.');
    return (await portal.client.boardResults.disputes({id, limit})).items.filter(({status}) => status === 'open');
  }

  /** What publishing a rule's draft would change. */
  preview(id: string): Promise<PointsReplay> {
    const {portal} = this.#host;
    return portal ? portal.client.pointsRules.preview({id}) : Promise.reject(new TypeError('There is no portal.'));
  }

  /** Reads everything again; tries the session again too if it is gone. */
  retry() {
    const {portal} = this.#host;
    if (portal && !portal.ready) return void portal.start();
    for (const reading of [this.#program, this.#changes, this.#holds, this.#rules, this.#boards, this.#proofs, this.#requests]) reading.refresh();
  }

  get #readings() {
    const tab = this.#tab;
    const shown = tab === 'rules' ? [this.#rules] : tab === 'boards' ? [this.#boards] : this.may('points_hold:read') ? [this.#holds] : [];
    return [this.#program, this.#changes, ...shown];
  }
}
