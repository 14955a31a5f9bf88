import {z} from 'zod';
import {changesOf} from '../changes.ts';
import {Currency} from '../money.ts';
import {PartnerOrgRef} from '../partner-org/partner-org.schema.ts';
import {Country, Id, Instant, TimeZone, Version, text} from '../text.ts';

/** `revenue` and its growth count deals won in the board's currency; `time_to_contact` is the mean of the hours from acceptance to the first contact: less is better. */
export const BoardMetric = z.enum(['points', 'revenue', 'deals_won', 'win_rate', 'revenue_growth', 'time_to_contact']);
export type BoardMetric = z.infer<typeof BoardMetric>;

export const BoardPeriod = z.enum(['week', 'month', 'quarter', 'year', 'all']);
export type BoardPeriod = z.infer<typeof BoardPeriod>;

/** What partners see of others: everybody by name, everybody by an alias, or the first ones and those around themselves by name. */
export const BoardVisibility = z.discriminatedUnion('kind', [
  z.object({kind: z.literal('full')}),
  z.object({kind: z.literal('alias')}),
  z.object({kind: z.literal('top'), top: z.int().min(0).max(100), around: z.int().min(0).max(20)}),
]);
export type BoardVisibility = z.infer<typeof BoardVisibility>;

export const BoardFields = z.object({
  name: text(120),
  metric: BoardMetric,
  /** Of revenue. */
  currency: Currency.default('EUR'),
  period: BoardPeriod,
  timeZone: TimeZone.default('UTC'),
  /** Who competes: empty lists are everybody. */
  levelIds: z.array(Id).max(50).default([]),
  countries: z.array(Country).max(300).default([]),
  /** Partners compete alone with those of their own level, or country, or cohort: level, country and the year in which they joined. */
  within: z.enum(['all', 'level', 'country', 'cohort']).default('all'),
  /**
   * All compete together, each by how it does beside the median of those `within`: values are hundredths of a percent of that median, and more is always better. Groups of fewer than
   * `minParticipants` are measured by the median of all. Not with `within: 'all'`, and not of growth, which is beside oneself already.
   */
  isNormalised: z.boolean().default(false),
  visibility: BoardVisibility.default({kind: 'full'}),
  /** With fewer participants partners see nobody but themselves. */
  minParticipants: z.int().min(2).max(1000).default(5),
  /** Deals, or first contacts, that it takes to have a mean or a rate. */
  minCount: z.int().min(1).max(1000).default(3),
});
export type BoardFields = z.infer<typeof BoardFields>;

/** A leaderboard. What it counts and when is fixed; the rest can be changed. */
export const Board = z.object({id: Id, ...BoardFields.shape, /** Of partners: they wish not to be ranked. */ isOut: z.boolean().optional(), version: Version, createdAt: Instant, updatedAt: Instant});
export type Board = z.infer<typeof Board>;

const {name, levelIds, countries, within, isNormalised, visibility, minParticipants, minCount} = BoardFields.shape;
export const BoardChanges = changesOf(z.object({name, levelIds, countries, within, isNormalised, visibility, minParticipants, minCount}));

/** One place on a board. */
export const BoardRow = z.object({
  /** Ties share a rank, and the next one is passed over: 1, 2, 2, 4. */
  rank: z.int().positive(),
  isOwn: z.boolean(),
  /** `null` behind an alias. */
  partnerOrg: PartnerOrgRef.nullable(),
  /** For one period of one board; it tells nothing of who it is. */
  alias: z.string().nullable(),
  /** Points, minor units, deals; rates and growth in hundredths of a percent, hours in hundredths. On boards that are normalised, hundredths of a percent of the median. */
  value: z.int(),
  /** On boards that are normalised: the value before that, of the reader's own row, and of all for the vendor. */
  rawValue: z.int().optional(),
  /** In the period before; `null` when they had none, and behind an alias. */
  previousRank: z.int().positive().nullable(),
});
export type BoardRow = z.infer<typeof BoardRow>;

/** How the people of one partner did in a period of a board, among themselves. */
export const BoardPeople = z.object({
  period: z.object({key: z.string(), from: Instant.nullable(), until: Instant.nullable()}),
  rows: z.array(z.object({rank: z.int().positive(), isOwn: z.boolean(), person: z.object({id: Id, name: z.string()}), value: z.int()})),
});
export type BoardPeople = z.infer<typeof BoardPeople>;

/** A board in one of its periods, as its reader may see it. */
export const BoardStandings = z.object({
  board: z.object({id: Id, name: z.string(), metric: BoardMetric, currency: Currency, visibility: BoardVisibility, isNormalised: z.boolean()}),
  period: z.object({key: z.string(), from: Instant.nullable(), until: Instant.nullable()}),
  /** How many have a rank; `null` when they are too few to say. */
  participants: z.int().nonnegative().nullable(),
  rows: z.array(BoardRow),
  /** The reader's own place, also when it is not among the rows; `null` for the vendor. */
  own: z
    .object({
      /** `null` without anything that counts, and when participants are too few to say. */
      rank: z.int().positive().nullable(),
      /** On boards that are normalised `null` when participants are too few to say. */
      value: z.int().nullable(),
      /** On boards that are normalised: the value before that. */
      rawValue: z.int().nullable().optional(),
      previousRank: z.int().positive().nullable(),
      /** What is missing to the rank above. */
      toNext: z.object({rank: z.int().positive(), difference: z.int().positive()}).nullable(),
    })
    .nullable(),
});
export type BoardStandings = z.infer<typeof BoardStandings>;
