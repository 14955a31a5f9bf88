import type {DeclineReason, LostReason, NewLead, ReturnReason} from '@portico/contract';
import type {Scope} from '../scope.ts';
import {declineComments, diary, lostComments, vendorNotes, wonComments} from './enquiries.data.ts';
import {LeadStory} from './lead-story.ts';
import type {Random} from './random.ts';
import type {StoryKind} from './stories.data.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Who takes part in a story. */
export interface Cast {
  /** People of a partner who work leads, who leads them first. */
  readonly peopleOf: (partnerOrgId: string) => readonly string[];
  /** Vendor staff. */
  readonly manager: string;
  /** Partners who sell in a country. */
  readonly partnersIn: (country: string) => readonly string[];
}

/** How long ago each kind of story began, in hours, from and to. */
const beginnings: Readonly<Record<StoryKind, readonly [number, number]>> = {
  fresh: [0.2, 30], hot: [0.3, 4], viewed: [3, 44], race: [2, 9],
  accepted: [40, 90], working: [8 * 24, 30 * 24], quiet: [20 * 24, 26 * 24],
  declined: [3 * 24, 30 * 24], expired: [5 * 24, 40 * 24], returned: [12 * 24, 40 * 24], withdrawn: [6 * 24, 30 * 24], reclaimed: [22 * 24, 45 * 24], timed_out: [64 * 24, 80 * 24],
  converted: [15 * 24, 55 * 24], won: [25 * 24, 58 * 24], lost: [18 * 24, 56 * 24],
  nobody: [2, 60], undecided: [1, 20], quarantined: [10, 200], given_up: [60, 400], without_consent: [5, 30],
};

/** When a story of this kind began. */
export function beginningOf(kind: StoryKind, nowMs: number, random: Random): number {
  const [from, to] = beginnings[kind];
  return Math.floor(nowMs - (from + random.next() * (to - from)) * hour);
}

/** What is sent, which differs for stories in which nobody is to get the lead by the rules. */
export function leadFor(kind: StoryKind, lead: NewLead): NewLead {
  if (kind === 'hot') return {...lead, priority: 'hot', score: Math.max(lead.score ?? 0, 88), route: false};
  if (kind === 'without_consent') return {...lead, consent: undefined, route: false};
  return kind === 'race' || kind === 'undecided' || kind === 'quarantined' || kind === 'given_up' ? {...lead, route: false} : lead;
}

/** Tells one lead's story from its beginning until now. */
export async function tell(scope: Scope, kind: StoryKind, lead: NewLead, beganMs: number, cast: Cast, random: Random): Promise<void> {
  const nowMs = scope.context.now();
  const story = await LeadStory.begin(scope, leadFor(kind, lead), beganMs, {side: 'system', personId: null});
  const turn = new Turn(story, beganMs, nowMs, cast, random, lead);
  await scripts[kind](turn);
  await story.passTo(nowMs);
  await story.end();
}

/** One story while it is told: the time, and who is at it. */
class Turn {
  readonly story: LeadStory;
  readonly cast: Cast;
  readonly random: Random;
  readonly lead: NewLead;
  readonly nowMs: number;
  #atMs: number;

  constructor(story: LeadStory, beganMs: number, nowMs: number, cast: Cast, random: Random, lead: NewLead) {
    this.story = story;
    this.cast = cast;
    this.random = random;
    this.lead = lead;
    this.nowMs = nowMs;
    this.#atMs = beganMs;
  }

  get atMs(): number {
    return this.#atMs;
  }

  /** Whether somebody has it now; a deadline may have taken it from them. */
  get isOpen(): boolean {
    return this.story.offer !== undefined;
  }

  /** Lets between `from` and `to` milliseconds pass, but not into the future. @returns Whether there was time. */
  async wait(from: number, to = from): Promise<boolean> {
    const next = this.#atMs + from + Math.floor(this.random.next() * (to - from));
    if (next >= this.nowMs) return false;
    this.#atMs = next;
    await this.story.passTo(next);
    return true;
  }

  /** The person of the partner who has it. */
  get person(): string {
    const {offer} = this.story;
    const people = offer ? this.cast.peopleOf(offer.partnerOrgId) : [];
    return offer?.assigneeId ?? this.random.pick(people);
  }

  async take(): Promise<boolean> {
    if (!this.isOpen || !(await this.wait(0.5 * hour, 9 * hour)) || !this.isOpen) return false;
    await this.story.view(this.person);
    if (!(await this.wait(0.2 * hour, 14 * hour)) || !this.isOpen) return false;
    await this.story.accept(this.person);
    return true;
  }

  /** Writes up to `entries` of a diary, one every some days. */
  async work(entries: number, from = 1.2 * day, to = 6 * day): Promise<void> {
    const pages = this.random.pick(diary);
    const [first, last] = [this.lead.contact.firstName ?? '', this.lead.contact.lastName ?? ''];
    for (let index = 0; index < entries; index++) {
      const page = pages[index % pages.length];
      if (!page || !(await this.wait(index === 0 ? 2 * hour : from, index === 0 ? 30 * hour : to)) || !this.isOpen) return;
      const dueOn = new Date(this.#atMs + this.random.between(2, 6) * day).toISOString().slice(0, 10);
      const body = page.body.replaceAll('{first}', first).replaceAll('{last}', last);
      await this.story.log(this.person, {kind: page.kind, body, internal: page.internal ?? false, ...(page.next ? {nextStep: {text: page.next, dueOn}} : {})});
    }
  }

  /** Works on it until now, so that it has not gone quiet. */
  async workUntilNow(): Promise<void> {
    await this.work(20, 3 * day, 4.8 * day);
  }

  async noteSometimes(share: number): Promise<void> {
    if (this.random.chance(share)) await this.story.note(this.cast.manager, this.random.pick(vendorNotes));
  }
}

const declineReasons: readonly DeclineReason[] = ['no_capacity', 'outside_territory', 'outside_expertise', 'already_our_customer', 'conflict_of_interest'];
const returnReasons: readonly ReturnReason[] = ['no_capacity', 'no_response', 'outside_expertise'];
const lostReasons: readonly LostReason[] = ['budget', 'no_response', 'chose_competitor', 'timeline', 'price', 'requirements_not_met'];

const scripts: Readonly<Record<StoryKind, (turn: Turn) => Promise<void>>> = {
  fresh: async () => {},
  hot: async turn => {
    const [partner] = turn.cast.partnersIn(turn.lead.company.country ?? '');
    if (partner) await turn.story.offerTo([partner], turn.cast.manager, (turn.nowMs - turn.atMs) / hour + turn.random.between(1, 7) + 0.4);
    await turn.noteSometimes(0.4);
  },
  viewed: async turn => {
    if (turn.isOpen && (await turn.wait(0.3 * hour, 2.5 * hour))) await turn.story.view(turn.person);
  },
  race: async turn => turn.story.offerTo(turn.cast.partnersIn(turn.lead.company.country ?? '').slice(0, 2), turn.cast.manager, 30),
  accepted: async turn => {
    await turn.take();
  },
  working: async turn => {
    if (!(await turn.take())) return;
    await turn.noteSometimes(0.2);
    await turn.workUntilNow();
    if (turn.isOpen && turn.random.chance(0.2)) await turn.story.leaveUnread();
  },
  quiet: async turn => {
    if (await turn.take()) await turn.work(2, 3 * day, 5 * day);
  },
  declined: async turn => {
    if (!turn.isOpen || !(await turn.wait(2 * hour, 40 * hour)) || !turn.isOpen) return;
    await turn.story.view(turn.person);
    await turn.story.decline(turn.person, turn.random.pick(declineReasons), turn.random.pick(declineComments));
    // Whoever is next takes it, now and then.
    if (turn.random.chance(0.5) && (await turn.take())) await turn.workUntilNow();
  },
  expired: async turn => {
    if (turn.isOpen && turn.random.chance(0.5) && (await turn.wait(5 * hour, 20 * hour)) && turn.isOpen) await turn.story.view(turn.person);
  },
  returned: async turn => {
    if (!(await turn.take())) return;
    await turn.work(2);
    if (turn.isOpen && (await turn.wait(day, 3 * day)) && turn.isOpen) await turn.story.giveBack(turn.person, turn.random.pick(returnReasons), 'Three calls without an answer, and our engineer for this is away for six weeks.');
  },
  withdrawn: async turn => {
    if (turn.random.chance(0.6)) await turn.take();
    if (turn.isOpen && (await turn.wait(10 * hour, 2 * day)) && turn.isOpen) await turn.story.withdraw(turn.cast.manager, turn.random.pick(['customer_request', 'duplicate', 'sent_by_mistake']), 'The customer asked to be served by our own team.');
  },
  reclaimed: async turn => {
    if (await turn.take()) await turn.work(1);
  },
  timed_out: async turn => {
    if (await turn.take()) await turn.work(20, 10 * day, 13 * day);
  },
  converted: async turn => {
    if (!(await turn.take())) return;
    await turn.work(4, 1.5 * day, 3 * day);
    if (turn.isOpen && (await turn.wait(6 * hour, 2 * day)) && turn.isOpen) await turn.story.convert(turn.person);
  },
  won: async turn => {
    if (!(await turn.take())) return;
    await turn.work(6, 1.5 * day, 4 * day);
    if (turn.isOpen && (await turn.wait(6 * hour, 2 * day)) && turn.isOpen) await turn.story.win(turn.person, turn.random.pick(wonComments));
  },
  lost: async turn => {
    if (!(await turn.take())) return;
    await turn.work(4, 2 * day, 4 * day);
    if (turn.isOpen && (await turn.wait(6 * hour, 2 * day)) && turn.isOpen) await turn.story.lose(turn.person, turn.random.pick(lostReasons), turn.random.pick(lostComments));
  },
  nobody: async turn => turn.noteSometimes(0.5),
  undecided: async () => {},
  quarantined: async turn => turn.story.quarantine(turn.cast.manager, 'Student project, no company behind it.'),
  given_up: async turn => {
    if (await turn.wait(20 * hour, 30 * hour)) await turn.story.giveUp(turn.cast.manager, 'not_a_customer');
  },
  without_consent: async turn => turn.story.note(turn.cast.manager, 'Business card from the fair. Ask for consent before anybody calls.'),
};
