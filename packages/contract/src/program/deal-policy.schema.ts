import {z} from 'zod';
import {Approver} from '../deal-review/deal-review.schema.ts';
import {Money} from '../money.ts';
import {Country, Id, text} from '../text.ts';

/** A stage of the partner's progress. */
export const DealStage = z.object({key: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/), name: text(80), probability: z.int().min(0).max(100)});
export type DealStage = z.infer<typeof DealStage>;

/** Who has to approve, for deals that fit; the first rule that fits counts. */
export const ApprovalRule = z.object({
  name: text(120),
  /** From this amount on, in this currency; other currencies fit only rules without an amount. */
  minAmount: Money.nullable().default(null),
  /** Empty means all. */
  levelIds: z.array(Id).max(50).default([]),
  countries: z.array(Country).max(300).default([]),
  steps: z
    .array(z.object({name: text(120), position: z.int().min(0).max(20), approver: Approver, /** Largest amount this approver may decide. */ limit: Money.nullable().default(null), /** Hours to decide, counted in business hours when the leads' calendar is set; then the step is escalated. */ dueHours: z.number().positive().max(2000).default(48)}))
    .min(1)
    .max(20),
});
export type ApprovalRule = z.infer<typeof ApprovalRule>;

/** What partners get for what they reach. A level's share of leads is its `weight`, and material says itself from which level on it is for partners. */
export const LevelBenefit = z.object({
  levelId: Id,
  marginPercent: z.number().min(0).max(100).nullable().default(null),
  priceList: text(120).nullable().default(null),
  /** Most open registrations; `null` for no limit. */
  capacity: z.int().min(0).nullable().default(null),
  /** Share of turnover that may be spent on marketing, in percent. */
  mdfPercent: z.number().min(0).max(100).nullable().default(null),
});
export type LevelBenefit = z.infer<typeof LevelBenefit>;

/** The programme's rules for deal registration. Every number is data; these are the defaults. */
export const DealPolicy = z.object({
  /** Hours to answer a submission, counted in business hours when the leads' calendar is set. */
  reviewSlaHours: z.number().positive().max(2000).default(48),
  infoDueDays: z.number().positive().max(365).default(10),
  /** How often a rejected registration may be submitted again. */
  resubmissions: z.int().min(0).max(20).default(3),
  /** `null`: approved deals are protected without an end. */
  protectionDays: z.int().min(1).max(1000).nullable().default(90),
  expiryReminderDays: z.array(z.number().positive().max(365)).max(10).default([30, 14, 7, 1]),
  extension: z
    .object({
      policy: z.enum(['none', 'once', 'unlimited']).default('once'),
      /** Longest protection in all, from its start. */
      maxTotalDays: z.int().min(1).max(2000).default(270),
      /** Ask at least so many days before the end. */
      minDaysBefore: z.int().min(0).max(365).default(3),
    })
    .prefault({}),
  /** Days within which progress must be shown, else the protection ends; `null` asks for none. */
  progressWindowDays: z.number().positive().max(365).nullable().default(null),
  /** Days without a new stage or closing day after which a deal counts as stale. */
  staleDays: z.number().positive().max(365).default(30),
  /** At most 7, in order; the last two are `won` and `lost` by themselves and not named here. */
  stages: z
    .array(DealStage)
    .min(1)
    .max(7)
    .default([
      {key: 'qualified', name: 'Qualified', probability: 10},
      {key: 'needs', name: 'Needs analysed', probability: 25},
      {key: 'proposal', name: 'Proposal', probability: 50},
      {key: 'negotiation', name: 'Negotiation', probability: 75},
      {key: 'verbal', name: 'Verbal yes', probability: 90},
    ]),
  approvalRules: z.array(ApprovalRule).max(50).default([]),
  /** Share of a step's hours after which whoever has to approve is reminded, once; `null`: never. */
  stepReminderShare: z.number().gt(0).lt(1).nullable().default(0.75),
  /** Partners read those of levels of which they know what they ask for. */
  levelBenefits: z.array(LevelBenefit).max(50).default([]),
  /** `full`: each answer by name; `coarse`: `clear` or `possible_conflict` only, beside `your_own`. */
  claimAnswers: z.enum(['full', 'coarse']).default('full'),
  /** Claim checks of one person in any hour; all people of an organisation together may ask five times as often. */
  claimChecksPerHour: z.int().min(1).max(10_000).default(120),
  vendorSeesDrafts: z.boolean().default(false),
  /** Approve at once what is clear, needs no approval step and is not the partner's first deal. */
  autoApprove: z.boolean().default(false),
  /** Terms to accept with a submission. */
  terms: z.object({version: text(40), url: z.url().max(500)}).nullable().default(null),
});
export type DealPolicy = z.infer<typeof DealPolicy>;
