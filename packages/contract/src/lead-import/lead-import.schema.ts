import {z} from 'zod';
import {Id, Instant, Version, text} from '../text.ts';

/** Where a column may go: fields of a lead, of its offer, or nowhere. */
export const LeadImportField = z.enum([
  'externalId', 'title', 'source', 'campaign', 'receivedAt', 'company.name', 'company.website', 'company.industry', 'company.employeeBand', 'company.country', 'company.region',
  'company.postalCode', 'company.city', 'company.street', 'contact.firstName', 'contact.lastName', 'contact.name', 'contact.jobTitle', 'contact.email', 'contact.phone', 'contact.language', 'consentText', 'consentAt',
  'products', 'need', 'timeline', 'estimatedValue', 'currency', 'score', 'quality', 'priority', 'tags',
  // The offer, for leads that are with a partner already
  'partnerOrg', 'assignee', 'stage', 'acceptedAt', 'endedAt', 'lostReason',
]);
export type LeadImportField = z.infer<typeof LeadImportField>;

/** `offered` and `working` put the lead with the partner; `closed_won` and `closed_lost` bring it in as ended. Without a stage it is routed like any other. */
export const LeadImportStage = z.enum(['new', 'offered', 'working', 'closed_won', 'closed_lost']);
export type LeadImportStage = z.infer<typeof LeadImportStage>;

/** What to do with one column. */
export const ColumnMapping = z.object({
  /** Header of the column, as in the file. */
  column: text(200),
  field: LeadImportField,
  /** Replaces whole values: `{"Engaging": "working"}`. */
  values: z.record(z.string().max(200), z.string().max(200)).optional(),
  /** Order of day and month where a date has no unambiguous form. */
  dateOrder: z.enum(['ymd', 'mdy', 'dmy']).optional(),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

export const LeadImportMapping = z.object({
  columns: z.array(ColumnMapping).min(1).max(200),
  /** For amounts without a currency of their own. */
  currency: z.string().regex(/^[A-Z]{3}$/).optional(),
  /** Values for fields that no column gives. */
  defaults: z.partialRecord(LeadImportField, z.string().max(1000)).optional(),
});
export type LeadImportMapping = z.infer<typeof LeadImportMapping>;

/** One thing wrong in a file. */
export const LeadImportIssue = z.object({
  /** Line in the file; the header is line 1. */
  line: z.int().positive(),
  column: z.string().nullable(),
  code: z.string(),
  message: z.string(),
  /** `error`: the row was left out; `warning`: taken, but look at it. */
  severity: z.enum(['error', 'warning']),
});
export type LeadImportIssue = z.infer<typeof LeadImportIssue>;

/** What a dry run found. */
export const LeadImportPreview = z.object({
  columns: z.array(z.object({name: z.string(), samples: z.array(z.string()), suggested: LeadImportField.nullable()})),
  /** The mapping that was applied: the one sent, or the suggestion. */
  mapping: LeadImportMapping.nullable(),
  delimiter: z.string(),
  rows: z.int().nonnegative(),
  toCreate: z.int().nonnegative(),
  toUpdate: z.int().nonnegative(),
  withErrors: z.int().nonnegative(),
  /** The first 20 rows as they would be read. */
  sample: z.array(z.object({line: z.int(), values: z.partialRecord(LeadImportField, z.string())})),
  /** The first 200. */
  issues: z.array(LeadImportIssue),
});
export type LeadImportPreview = z.infer<typeof LeadImportPreview>;

/** An import and how far it is. It goes on after a restart where it stopped, and repeating a file adds nothing twice. */
export const LeadImport = z.object({
  id: Id,
  fileName: z.string(),
  status: z.enum(['running', 'done', 'failed']),
  rows: z.int().nonnegative(),
  rowsDone: z.int().nonnegative(),
  created: z.int().nonnegative(),
  updated: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  warnings: z.int().nonnegative(),
  /** The first 1,000; in lists the first 20. */
  issues: z.array(LeadImportIssue),
  version: Version,
  createdAt: Instant,
  endedAt: Instant.nullable(),
});
export type LeadImport = z.infer<typeof LeadImport>;
