import type {Board, BoardPeople, BoardResult, BoardStandings, PointsRule} from '@portico/contract';
import type {ReactiveController} from 'lit';
import {LiveQuery} from '../base/live-query.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import type {PortalController} from '../portal/portal.controller.ts';
import {errorOf, mayShow, type StandingStatus, statusOf} from '../base/standing.status.ts';
import {hasMoved, isSameSubject} from './leaderboard.model.ts';

export type LeaderboardStatus = StandingStatus;

/** What the reader looks at. */
export interface LeaderboardQuery {
  /** The first board when empty. */
  readonly boardId: string;
  /** An instant in the period; empty: now. */
  readonly at: string;
}

/** Standings as they are shown: of a period that is over, as they were frozen. */
export interface ShownStandings extends BoardStandings {
  /** How the period ended; none while it runs, and until it is frozen. */
  readonly result?: BoardResult;
}

export interface LeaderboardOptions {
  /** Whether somebody has the rows in hand, so that none of them may move now. */
  isTouched?: () => boolean;
  /** Hears of standings that take the place of others. */
  onChange?: (now: ShownStandings, before: ShownStandings) => void;
}

const firstRows = 50;
const mostRows = 500;

/**
 * A leaderboard without a view: boards, the standings of one in a period, and what waits until nobody has the rows in hand. What others do comes without an event
 * of theirs, which would tell who they are: so the present period is read again from time to time, too.
 */
export class LeaderboardController implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #options: LeaderboardOptions;
  readonly #boards: LiveQuery<[], readonly Board[]>;
  readonly #standings: LiveQuery<[id: string, at: string, limit: number], ShownStandings>;
  readonly #rules: LiveQuery<[], readonly PointsRule[]>;
  readonly #people: LiveQuery<[id: string, at: string], BoardPeople>;
  #wantsPeople = false;
  #query: LeaderboardQuery = {boardId: '', at: ''};
  #limit = firstRows;
  #wantsRules = false;
  #read: ShownStandings | undefined;
  #shown: ShownStandings | undefined;
  #waiting: ShownStandings | undefined;
  #portal: PortalController | undefined;
  #stopTicking: (() => void) | undefined;

  constructor(host: WidgetHost, options: LeaderboardOptions = {}) {
    this.#host = host;
    this.#options = options;
    const refreshOn = ['board', 'board_result', 'points_entry', 'partner_event', 'level_change'] as const;
    this.#boards = new LiveQuery<[], readonly Board[]>(host, {
      args: () => (this.mayRead ? [] : null),
      read: async ({client}, _, signal) => (await client.boards.list({limit: 100}, {signal})).items,
      refreshOn: ['board', 'level_change'],
    });
    this.#standings = new LiveQuery<[string, string, number], ShownStandings>(host, {
      args: () => (this.board ? [this.board.id, this.#query.at, this.#limit] : null),
      read: async ({client}, [id, at, limit], signal) => {
        const live = await client.boards.standings({id, limit, ...(at === '' ? {} : {at})}, {signal});
        if (at === '' || !this.#may('board_result:read')) return live;
        const {items} = await client.boardResults.list({boardId: id, limit: 50}, {signal});
        const result = items.find(({period}) => period.key === live.period.key);
        return result ? {...(await client.boardResults.standings({id: result.id, limit}, {signal})), result} : live;
      },
      refreshOn,
    });
    this.#rules = new LiveQuery<[], readonly PointsRule[]>(host, {
      args: () => (this.#wantsRules && this.maySeeRules ? [] : null),
      read: async ({client}, _, signal) => (await client.pointsRules.list({limit: 100}, {signal})).items,
      refreshOn: 'points_rule',
    });
    this.#people = new LiveQuery<[string, string], BoardPeople>(host, {
      args: () => (this.#wantsPeople && this.board && this.isOwnCompany ? [this.board.id, this.#query.at] : null),
      read: ({client}, [id, at], signal) => client.boards.people({id, ...(at === '' ? {} : {at})}, {signal}),
      refreshOn: ['points_entry', 'partner_event'],
    });
    host.addController(this);
  }

  hostUpdate() {
    this.#followClock();
    const read = this.#standings.value;
    if (read === undefined || read === this.#read) return;
    this.#read = read;
    const before = this.#shown;
    if (before && isSameSubject(before, read) && hasMoved(before, read) && this.#options.isTouched?.()) this.#waiting = read;
    else this.#take(read);
  }

  hostDisconnected() {
    this.#stopTicking?.();
    this.#stopTicking = this.#portal = undefined;
  }

  /** Boards on which the reader competes, or all for the vendor, by name. */
  get boards(): readonly Board[] {
    return this.#boards.value ?? [];
  }

  /** The board that is looked at. */
  get board(): Board | undefined {
    return this.boards.find(({id}) => id === this.#query.boardId) ?? this.boards[0];
  }

  get query(): LeaderboardQuery {
    return this.#query;
  }

  /** What is on the page: while another period is read, the one before. */
  get standings(): ShownStandings | undefined {
    return this.#shown && this.#shown.board.id === this.board?.id ? this.#shown : undefined;
  }

  /** Whether what is shown is of another period than what was asked for. */
  get loading(): boolean {
    return this.#standings.value === undefined && this.#standings.error === undefined;
  }

  /** Whether ranks have changed while somebody had the rows in hand. */
  get hasNews(): boolean {
    return this.#waiting !== undefined;
  }

  /** Whether there are rows beyond those that are shown. */
  get hasMore(): boolean {
    const rows = this.standings?.rows ?? [];
    const participants = this.standings?.participants ?? 0;
    return this.board?.visibility.kind !== 'top' && rows.length >= this.#limit && rows.length < participants && this.#limit < mostRows;
  }

  /** Whether somebody wants to know how points are made. */
  get wantsRules(): boolean {
    return this.#wantsRules;
  }

  /** Rules that give points, once they were asked for. */
  get rules(): readonly PointsRule[] | undefined {
    return this.#rules.value;
  }

  /** Whether the reader is of a partner, so that there are people of their own company, and a wish not to be ranked. */
  get isOwnCompany(): boolean {
    return this.#host.portal?.me?.caller === 'partner';
  }

  /** Whether somebody wants to know how the people of their company did. */
  get wantsPeople(): boolean {
    return this.#wantsPeople;
  }

  /** How the people of the reader's company did, once somebody wanted to know. */
  get people(): BoardPeople | undefined {
    return this.#people.value;
  }

  /** Why there are no people to show. */
  get peopleError(): unknown {
    return this.#people.error;
  }

  /** Whether the reader's company wishes not to be ranked on the board that is looked at. */
  get isOut(): boolean {
    return this.board?.isOut ?? false;
  }

  /** Whether the reader may say so, or take it back. */
  get mayLeave(): boolean {
    return this.isOwnCompany && this.#may('board:write');
  }

  /** Shows the wish, before it is sent. Returns what takes it back. */
  showOut(id: string, isOut: boolean): () => void {
    this.#boards.value = this.boards.map(board => (board.id === id ? {...board, isOut} : board));
    return () => (this.#boards.value = this.boards.map(board => (board.id === id ? {...board, isOut: !isOut} : board)));
  }

  /** Takes the reader's company off a board, or brings it back. */
  async setOut(id: string, isOut: boolean): Promise<void> {
    await this.#host.portal?.client.boards.optOut({id, isOut});
    this.#boards.refresh();
    this.#standings.refresh();
  }

  /** Whether this session may show leaderboards at all. */
  get mayRead(): boolean {
    return mayShow(this.#host, 'leaderboard', 'board:read');
  }

  get maySeeRules(): boolean {
    return this.#may('points_rule:read');
  }

  /** The result that the reader can say is wrong: their own, until it is verified. */
  get disputable(): BoardResult | undefined {
    const result = this.standings?.result;
    return result?.status === 'frozen' && result.own !== null && this.#host.portal?.me?.caller === 'partner' && this.#may('board_result:write') ? result : undefined;
  }

  /** Says what is wrong with a result; the vendor answers. */
  async dispute({id, version}: BoardResult, text: string): Promise<void> {
    await this.#host.portal?.client.boardResults.dispute({id, version, text});
    this.#standings.refresh();
  }

  get status(): LeaderboardStatus {
    const hasShown = this.#boards.value !== undefined && (this.boards.length === 0 || this.standings !== undefined);
    return statusOf(this.#host, this.mayRead, [this.#boards, this.#standings], hasShown);
  }

  /** Why `status` is not `ready`, or why what is shown may be old. */
  get error(): unknown {
    return errorOf(this.#host, [this.#boards, this.#standings]);
  }

  /** Shows another board or period; what is left out stays. */
  show(query: Partial<LeaderboardQuery>) {
    const next = {...this.#query, ...query};
    if (next.boardId === this.#query.boardId && next.at === this.#query.at) return;
    if (next.boardId !== this.#query.boardId) this.#limit = firstRows;
    this.#query = next;
    this.#waiting = undefined;
    this.#host.requestUpdate();
  }

  showMore() {
    this.#limit = mostRows;
    this.#host.requestUpdate();
  }

  /** Shows what has waited. */
  settle() {
    const waiting = this.#waiting;
    if (!waiting) return;
    this.#take(waiting);
    this.#host.requestUpdate();
  }

  /** The same, unless somebody still has the rows in hand. */
  settleWhenFree() {
    if (!this.#options.isTouched?.()) this.settle();
  }

  /** Reads the rules, for whoever wants to know how points are made. */
  wantRules() {
    this.#wantsRules = true;
    this.#host.requestUpdate();
  }

  /** Reads how the people of the reader's company did. */
  wantPeople() {
    this.#wantsPeople = true;
    this.#host.requestUpdate();
  }

  /** Reads everything again; tries the session again too if it is gone. */
  retry() {
    const {portal} = this.#host;
    if (portal && !portal.ready) return void portal.start();
    this.#boards.refresh();
    this.#standings.refresh();
  }

  #may(scope: string): boolean {
    return this.#host.portal?.me?.scopes.includes(scope) ?? false;
  }

  #take(standings: ShownStandings) {
    const before = this.#shown;
    this.#shown = standings;
    this.#waiting = undefined;
    if (before && isSameSubject(before, standings)) this.#options.onChange?.(standings, before);
  }

  #followClock() {
    const {portal} = this.#host;
    if (portal === this.#portal || !this.#host.isConnected) return;
    this.#stopTicking?.();
    this.#portal = portal;
    this.#stopTicking = portal?.tick(() => {
      if (this.#query.at === '' && this.board && globalThis.document?.visibilityState !== 'hidden') this.#standings.refresh();
    });
  }
}
