import {z} from 'zod';
import {CsvImport, columnMappingOf, importMappingOf, importPreviewOf} from '../csv-import.ts';

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
export const ColumnMapping = columnMappingOf(LeadImportField);
export type ColumnMapping = z.infer<typeof ColumnMapping>;

export const LeadImportMapping = importMappingOf(LeadImportField);
export type LeadImportMapping = z.infer<typeof LeadImportMapping>;

/** What a dry run found. */
export const LeadImportPreview = importPreviewOf(LeadImportField);
export type LeadImportPreview = z.infer<typeof LeadImportPreview>;

/** An import of leads and how far it is. */
export const LeadImport = CsvImport.extend({});
export type LeadImport = z.infer<typeof LeadImport>;
