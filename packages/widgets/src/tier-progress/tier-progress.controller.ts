import type {LevelProgress, Program, TierPolicy, TierStanding} from '@portico/contract';
import type {ReactiveController} from 'lit';
import {LiveQuery} from '../base/live-query.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {problemOf} from '../base/problem-of.ts';
import {errorOf, mayShow, type StandingStatus, statusOf} from '../base/standing.status.ts';

type Level = Program['levels'][number];

/** A partner's level and the way to the next one, without a view. */
export class TierProgressController implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #standing: LiveQuery<[], TierStanding | null>;
  readonly #policy: LiveQuery<[], TierPolicy | null>;
  readonly #program: LiveQuery<[], Program>;

  constructor(host: WidgetHost) {
    this.#host = host;
    host.addController(this);
    const args = (): [] | null => (this.mayRead ? [] : null);
    this.#standing = new LiveQuery<[], TierStanding | null>(host, {
      args,
      read: ({client}, _, signal) => orNull(client.tierEvaluations.current({}, {signal})),
      refreshOn: ['points_entry', 'tier_policy', 'level_change', 'partner_org'],
    });
    this.#policy = new LiveQuery<[], TierPolicy | null>(host, {args, read: ({client}, _, signal) => orNull(client.tierPolicies.current({}, {signal})), refreshOn: 'tier_policy'});
    this.#program = new LiveQuery<[], Program>(host, {args, read: ({client}, _, signal) => client.program.get({}, {signal}), refreshOn: ['program', 'tier_policy']});
  }

  /** Needed by the interface; its parts are controllers themselves. */
  hostConnected() {}

  /** How the partner stands now; `null` while there are no terms. */
  get standing(): TierStanding | null | undefined {
    return this.#standing.value;
  }

  /** The terms that are in effect; `null` while there are none. */
  get policy(): TierPolicy | null | undefined {
    return this.#policy.value;
  }

  get program(): Program | undefined {
    return this.#program.value;
  }

  /** Levels that can be reached, the lowest first. */
  get levels(): readonly Level[] {
    const asked = new Set(this.standing?.levels.map(({levelId}) => levelId));
    return (this.program?.levels ?? []).filter(({id}) => asked.has(id)).toSorted((a, b) => b.rank - a.rank);
  }

  /** The one to look at unless another is chosen: the next above the partner's own, else the highest. */
  get next(): Level | undefined {
    const {levels} = this;
    const at = levels.findIndex(({id}) => id === this.standing?.levelId);
    return levels[at + 1] ?? levels.at(-1);
  }

  /** What is known of a level by its id. */
  findLevel(id: string | null | undefined): Level | undefined {
    return this.program?.levels.find(level => level.id === id);
  }

  /** How far the partner is with a level. */
  progressOf(id: string | undefined): LevelProgress | undefined {
    return this.standing?.levels.find(({levelId}) => levelId === id);
  }

  /** Whether this session may show levels at all. */
  get mayRead(): boolean {
    return mayShow(this.#host, 'tier-progress', 'tier_evaluation:read', 'tier_policy:read', 'program:read');
  }

  get status(): StandingStatus {
    return statusOf(this.#host, this.mayRead, this.#readings);
  }

  /** Why `status` is not `ready`, or why what is shown may be old. */
  get error(): unknown {
    return errorOf(this.#host, this.#readings);
  }

  /** Reads everything again; tries the session again too if it is gone. */
  retry() {
    const {portal} = this.#host;
    if (portal && !portal.ready) return void portal.start();
    for (const reading of [this.#standing, this.#policy, this.#program]) reading.refresh();
  }

  get #readings() {
    return [this.#standing, this.#policy, this.#program] as const;
  }
}

/** Without terms there is nothing wrong: there are no levels to reach yet. */
async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (problemOf(error).code === 'tier_policy_not_found') return null;
    throw error;
  }
}
