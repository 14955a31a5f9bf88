import type {Client} from '@portico/client';
import type {BoardResult, LevelChange, PointsHold, PointsRule, Program} from '@portico/contract';
import type {StandingStatus} from '../base/standing.status.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {type BoardNow, ProgramDeskController, type ProgramDeskTab} from '../program-desk/program-desk.controller.ts';
import type {HeadlessPortal} from './create-portal.ts';
import {follow, type Headless} from './follow.ts';
import {stateOf, type WidgetState} from './widget-state.ts';

export {ProgramDeskController, type ProgramDeskTab};

/** What the vendor's desk for the programme shows. */
export interface ProgramDeskState extends WidgetState<StandingStatus> {
  /** What is looked at; `controller.show` turns to something else. */
  readonly tab: ProgramDeskTab;
  readonly program: Program | undefined;
  /** Changes of level that are under way, the longest waiting first. */
  readonly changes: readonly LevelChange[];
  /** Events whose points wait for a person, the longest waiting first. */
  readonly holds: readonly PointsHold[];
  /** How much waits for a decision, how many proofs for a review, how many rewards to be handed over. */
  readonly waiting: number;
  readonly proofs: number;
  readonly requests: number;
  /** Rules that give points; read while the tab `rules` is looked at. */
  readonly rules: readonly PointsRule[];
  /** Boards with their leaders, and results of past periods; read while the tab `boards` is looked at. */
  readonly boards: readonly BoardNow[];
  readonly results: readonly BoardResult[];
}

/** The desk with what a person decides; the element sends it with its own words and dialogs. */
export class HeadlessProgramDesk extends ProgramDeskController {
  readonly #host: WidgetHost;

  /** @param tab - What is looked at first. */
  constructor(host: WidgetHost, tab?: ProgramDeskTab) {
    super(host, tab);
    this.#host = host;
  }

  /** Approves a promotion, or refuses it with a word for the partner. @throws ApiError when it did not take effect. */
  decideLevel({id, version}: LevelChange, approved: boolean, comment = ''): Promise<LevelChange> {
    const {levelChanges} = this.#client;
    return approved ? levelChanges.approve({id, version}) : levelChanges.reject({id, version, comment});
  }

  /** Gives points that were held, or does not, with a word on it. @throws ApiError when it did not take effect. */
  decideHold({id, version}: PointsHold, released: boolean, comment = ''): Promise<PointsHold> {
    const {pointsHolds} = this.#client;
    return released ? pointsHolds.release({id, version}) : pointsHolds.deny({id, version, comment});
  }

  /** Says that a result is right: nobody can dispute it any more. @throws ApiError when it did not take effect. */
  verify({id, version}: BoardResult): Promise<BoardResult> {
    return this.#client.boardResults.verify({id, version});
  }

  get #client(): Client {
    const {portal} = this.#host;
    if (!portal) throw new TypeError('There is no portal.');
    return portal.client;
  }
}

/** Levels to decide, rules and boards of a programme, without a view. */
export function createProgramDesk(portal: HeadlessPortal, tab?: ProgramDeskTab): Headless<HeadlessProgramDesk, ProgramDeskState> {
  return follow(
    portal,
    host => new HeadlessProgramDesk(host, tab),
    desk => ({
      ...stateOf(portal, desk),
      tab: desk.tab,
      program: desk.program,
      changes: desk.changes,
      holds: desk.holds,
      waiting: desk.waiting,
      proofs: desk.proofs,
      requests: desk.requests,
      rules: desk.rules,
      boards: desk.boards,
      results: desk.results,
    }),
  );
}
