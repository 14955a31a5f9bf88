import {z} from 'zod';
import {CsvImport, columnMappingOf, importMappingOf, importPreviewOf} from '../csv-import.ts';
import {ExternalId, Id, Instant, text} from '../text.ts';

/** Where a column may go: fields of a registration, or nowhere. The same names are the headers of an export. */
export const DealImportField = z.enum([
  'externalId', 'number', 'partnerOrg', 'owner', 'registrationType', 'name', 'description', 'useCase',
  'customer.name', 'customer.website', 'customer.taxId', 'customer.country', 'customer.region', 'customer.postalCode', 'customer.city', 'customer.street', 'customer.relationship',
  'contact.firstName', 'contact.lastName', 'contact.jobTitle', 'contact.email', 'contact.phone',
  /** `Gripper × 2; Camera` or one product a row. */
  'products', 'estimatedAmount', 'currency', 'contractType', 'contractTermMonths', 'expectedCloseOn', 'competitors', 'incumbent', 'supportRequested',
  /** Of the vendor's decision and the partner's progress, for deals that are on their way. */
  'status', 'stage', 'submittedAt', 'protectedFrom', 'protectedUntil', 'endedAt', 'endReason', 'answers',
]);
export type DealImportField = z.infer<typeof DealImportField>;

/** Texts of a row that no field of a draft limits. */
export const DealImportTexts = z.object({externalId: ExternalId, number: text(40), endReason: text(200)}).partial();

export const DealColumnMapping = columnMappingOf(DealImportField);
export type DealColumnMapping = z.infer<typeof DealColumnMapping>;
export const DealImportMapping = importMappingOf(DealImportField);
export type DealImportMapping = z.infer<typeof DealImportMapping>;
export const DealImportPreview = importPreviewOf(DealImportField);
export type DealImportPreview = z.infer<typeof DealImportPreview>;

/** An import of registrations and how far it is. */
export const DealImport = CsvImport.extend({});
export type DealImport = z.infer<typeof DealImport>;

/**
 * An export of registrations and how far it is. Its file is kept for 24 hours in parts of so many rows, for whoever asked for it alone and only while they may see
 * what they could see then.
 */
export const DealExport = z.object({
  id: Id,
  fileName: z.string(),
  format: z.enum(['spreadsheet', 'data']),
  status: z.enum(['running', 'done', 'failed']),
  /** Why it failed: whoever asked has lost the right to see what it holds. */
  problem: z.enum(['rights_changed']).nullable(),
  /** Registrations written so far, of about so many. */
  rows: z.int().nonnegative(),
  total: z.int().nonnegative(),
  /** Parts that are there; a client puts them together when the export is done. */
  parts: z.int().nonnegative(),
  /** The whole file, in the answer to the request for it, when it has one part. */
  csv: z.string().nullable(),
  createdAt: Instant,
  endedAt: Instant.nullable(),
});
export type DealExport = z.infer<typeof DealExport>;
