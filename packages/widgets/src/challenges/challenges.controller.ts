import type {Badge, BadgeAward, Challenge, ChallengeEntry, ChallengeEntryFields, PointsAccount, Redemption, Reward} from '@portico/contract';
import type {ReactiveController} from 'lit';
import {LiveQuery} from '../base/live-query.ts';
import type {WidgetHost} from '../base/widget-host.ts';
import {errorOf, mayShow, type StandingStatus, statusOf} from '../base/standing.status.ts';

/** What can be looked at. */
export type ChallengesTab = 'challenges' | 'badges' | 'rewards';

interface Badges {
  readonly all: readonly Badge[];
  readonly awards: readonly BadgeAward[];
}

interface Rewards {
  readonly all: readonly Reward[];
  readonly redemptions: readonly Redemption[];
}

const limit = 100;
const needed: Readonly<Record<ChallengesTab, readonly string[]>> = {challenges: [], badges: ['badge:read', 'badge_award:read'], rewards: ['reward:read', 'redemption:read']};

/** A partner's challenges, badges and rewards, without a view. */
export class ChallengesController implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #account: LiveQuery<[], PointsAccount>;
  readonly #challenges: LiveQuery<[], readonly Challenge[]>;
  readonly #badges: LiveQuery<[wanted: boolean], Badges>;
  readonly #rewards: LiveQuery<[wanted: boolean], Rewards>;
  #wanted: ChallengesTab;

  /** @param tab - What is looked at first. */
  constructor(host: WidgetHost, tab: ChallengesTab = 'challenges') {
    this.#host = host;
    this.#wanted = tab;
    host.addController(this);
    const args = (): [] | null => (this.mayRead ? [] : null);
    const wanted = (tab: ChallengesTab) => (): [boolean] | null => (this.mayRead && this.tab === tab ? [true] : null);
    this.#account = new LiveQuery<[], PointsAccount>(host, {args, read: ({client}, _, signal) => client.pointsAccounts.current({}, {signal}), refreshOn: ['points_entry', 'redemption', 'program']});
    this.#challenges = new LiveQuery<[], readonly Challenge[]>(host, {
      args,
      read: async ({client}, _, signal) => (await client.challenges.list({limit}, {signal})).items,
      refreshOn: ['challenge', 'challenge_entry', 'points_entry', 'partner_event'],
    });
    this.#badges = new LiveQuery<[boolean], Badges>(host, {
      args: wanted('badges'),
      async read({client}, _, signal) {
        const [all, awards] = await Promise.all([client.badges.list({limit}, {signal}), client.badgeAwards.list({limit}, {signal})]);
        return {all: all.items, awards: awards.items};
      },
      refreshOn: ['badge', 'badge_award', 'points_entry', 'partner_event'],
    });
    this.#rewards = new LiveQuery<[boolean], Rewards>(host, {
      args: wanted('rewards'),
      async read({client}, _, signal) {
        const [all, redemptions] = await Promise.all([client.rewards.list({limit}, {signal}), client.redemptions.list({limit}, {signal})]);
        return {all: all.items, redemptions: redemptions.items};
      },
      refreshOn: ['reward', 'redemption'],
    });
  }

  /** Needed by the interface; its parts are controllers themselves. */
  hostConnected() {}

  /** The tabs that this session may see. */
  get tabs(): readonly ChallengesTab[] {
    return (Object.keys(needed) as ChallengesTab[]).filter(tab => needed[tab].every(scope => this.may(scope)));
  }

  /** What is looked at: the first one where the other may not be seen. */
  get tab(): ChallengesTab {
    return this.tabs.includes(this.#wanted) ? this.#wanted : 'challenges';
  }

  /** What somebody wants to look at, whether they may or not. */
  get wanted(): ChallengesTab {
    return this.#wanted;
  }

  /** Looks at something else: badges and rewards are read when somebody does. */
  show(tab: ChallengesTab): void {
    this.#wanted = tab;
    this.#host.requestUpdate();
  }

  /** What can be redeemed, and the level by points. */
  get account(): PointsAccount | undefined {
    return this.#account.value;
  }

  get challenges(): readonly Challenge[] {
    return this.#challenges.value ?? [];
  }

  get badges(): readonly Badge[] {
    return this.#badges.value?.all ?? [];
  }

  /** Badges that were earned, also those that are not valid any more, the latest first. */
  get awards(): readonly BadgeAward[] {
    return this.#badges.value?.awards ?? [];
  }

  get rewards(): readonly Reward[] {
    return this.#rewards.value?.all ?? [];
  }

  /** What was asked for, the latest first. */
  get redemptions(): readonly Redemption[] {
    return this.#rewards.value?.redemptions ?? [];
  }

  /** Whether what the tab shows is there. */
  get isTabRead(): boolean {
    const {tab} = this;
    return tab === 'challenges' || (tab === 'badges' ? this.#badges : this.#rewards).value !== undefined;
  }

  /** Whether this session may show challenges at all. */
  get mayRead(): boolean {
    return mayShow(this.#host, 'challenges', 'challenge:read', 'points_account:read');
  }

  /** Whether this session may do something that a scope stands for. */
  may(scope: string): boolean {
    return this.#host.portal?.me?.scopes.includes(scope) ?? false;
  }

  get status(): StandingStatus {
    return statusOf(this.#host, this.mayRead, [this.#account, this.#challenges]);
  }

  /** How what the tab shows stands, once the widget does. */
  get tabStatus(): StandingStatus {
    return statusOf(this.#host, this.mayRead, this.#shown);
  }

  /** Why `status` is not `ready`, or why what is shown may be old. */
  get error(): unknown {
    return errorOf(this.#host, [this.#account, this.#challenges, ...this.#shown]);
  }

  /** The partner joins a challenge whose time begins then. */
  join(challengeId: string): Promise<ChallengeEntry> {
    return this.#client.challengeEntries.create({challengeId});
  }

  /** An entry with its proof. */
  entry(id: string): Promise<ChallengeEntry> {
    return this.#client.challengeEntries.get({id});
  }

  /** Keeps a proof with the vendor, as a draft. */
  save(challengeId: string, entry: Pick<ChallengeEntry, 'id' | 'version'> | null, fields: ChallengeEntryFields): Promise<ChallengeEntry> {
    const {challengeEntries} = this.#client;
    return entry ? challengeEntries.update({id: entry.id, version: entry.version, ...fields}) : challengeEntries.create({challengeId, ...fields});
  }

  submit({id, version}: Pick<ChallengeEntry, 'id' | 'version'>): Promise<ChallengeEntry> {
    return this.#client.challengeEntries.submit({id, version});
  }

  /** Takes back what nobody has reviewed yet. */
  recall({id, version}: Pick<ChallengeEntry, 'id' | 'version'>): Promise<ChallengeEntry> {
    return this.#client.challengeEntries.recall({id, version});
  }

  /** Asks for a reward, at the price that is shown. */
  redeem({id, points}: Pick<Reward, 'id' | 'points'>, note: string | null): Promise<Redemption> {
    return this.#client.redemptions.create({rewardId: id, points, note});
  }

  cancel({id, version}: Pick<Redemption, 'id' | 'version'>): Promise<Redemption> {
    return this.#client.redemptions.cancel({id, version});
  }

  /** Reads everything again; tries the session again too if it is gone. */
  retry() {
    const {portal} = this.#host;
    if (portal && !portal.ready) return void portal.start();
    for (const reading of [this.#account, this.#challenges, this.#badges, this.#rewards]) reading.refresh();
  }

  get #client() {
    const {portal} = this.#host;
    if (!portal) throw new TypeError('There is no portal.');
    return portal.client;
  }

  get #shown() {
    const {tab} = this;
    return tab === 'badges' ? [this.#badges] : tab === 'rewards' ? [this.#rewards] : [];
  }
}
