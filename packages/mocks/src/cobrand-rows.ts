import type {BrandFields, Cobrand, CobrandTemplate} from '@portico/contract';

/** A template as it is kept. */
export type TemplateRow = Omit<CobrandTemplate, 'assetTitle' | 'previews' | 'copies' | 'actions'>;

/** A copy as it is kept. */
export type CobrandRow = Omit<Cobrand, 'assetTitle' | 'language' | 'format' | 'approval' | 'partnerOrg' | 'output' | 'nextTemplateId' | 'actions'> & {partnerOrgId: string; code: string | null};

/** A file that was made, by its code. */
export interface OutputRow {
  /** The code. */
  readonly id: string;
  readonly cobrandId: string;
  readonly templateId: string;
  readonly storedFileId: string;
  readonly madeAt: string;
  readonly publishedAt: string | null;
}

/** A partner's brand as it is kept, by the partner. */
export type BrandRow = BrandFields & {id: string; version: number; updatedAt: string};
