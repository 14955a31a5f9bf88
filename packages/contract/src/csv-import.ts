import {z} from 'zod';
import {Id, Instant, Version, text} from './text.ts';

/** 20 MB of CSV as a JSON string, with room for escapes. */
export const csvBodyBytes = 26_000_000;

/** The file of an import. */
export function csvFile(fileName: string) {
  return {
    fileName: text(200).default(fileName),
    /** The file's text; UTF-8 after decoding, with or without a byte order mark. */
    csv: z.string().min(1).max(20_000_000),
  };
}

/** What to do with one column; `field` names where it goes. */
export function columnMappingOf<Field extends z.ZodType<string>>(field: Field) {
  return z.object({
    /** Header of the column, as in the file. */
    column: text(200),
    field,
    /** Replaces whole values: `{"Engaging": "working"}`. */
    values: z.record(z.string().max(200), z.string().max(200)).optional(),
    /** Order of day and month where a date has no unambiguous form. */
    dateOrder: z.enum(['ymd', 'mdy', 'dmy']).optional(),
  });
}

/** How the columns of a file become fields. */
export function importMappingOf<Field extends z.ZodType<string, string> & z.core.$ZodRecordKey>(field: Field) {
  return z.object({
    columns: z.array(columnMappingOf(field)).min(1).max(200),
    /** For amounts without a currency of their own. */
    currency: z.string().regex(/^[A-Z]{3}$/).optional(),
    /** Values for fields that no column gives. */
    defaults: z.partialRecord(field, z.string().max(1000)).optional(),
  });
}

/** One thing wrong in a file. */
export const ImportIssue = z.object({
  /** Line in the file; the header is line 1. */
  line: z.int().positive(),
  column: z.string().nullable(),
  code: z.string(),
  message: z.string(),
  /** `error`: the row was left out; `warning`: taken, but look at it. */
  severity: z.enum(['error', 'warning']),
});
export type ImportIssue = z.infer<typeof ImportIssue>;

/** What a dry run found. */
export function importPreviewOf<Field extends z.ZodType<string, string> & z.core.$ZodRecordKey>(field: Field) {
  return z.object({
    columns: z.array(z.object({name: z.string(), samples: z.array(z.string()), suggested: field.nullable()})),
    /** The mapping that was applied: the one sent, or the suggestion. */
    mapping: importMappingOf(field).nullable(),
    delimiter: z.string(),
    rows: z.int().nonnegative(),
    toCreate: z.int().nonnegative(),
    toUpdate: z.int().nonnegative(),
    withErrors: z.int().nonnegative(),
    /** The first 20 rows as they would be read. */
    sample: z.array(z.object({line: z.int(), values: z.partialRecord(field, z.string())})),
    /** The first 200. */
    issues: z.array(ImportIssue),
  });
}

/** An import and how far it is. It goes on after a restart where it stopped, and repeating a file adds nothing twice. */
export const CsvImport = z.object({
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
  issues: z.array(ImportIssue),
  version: Version,
  createdAt: Instant,
  endedAt: Instant.nullable(),
});
export type CsvImport = z.infer<typeof CsvImport>;
