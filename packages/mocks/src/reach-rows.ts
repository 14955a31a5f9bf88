import type {AssetEventKind, CollateralEmbedFields, PrintOrder, PrintStock, ShareLink} from '@portico/contract';

/** A link as it is kept. */
export type LinkRow = Omit<ShareLink, 'asset' | 'partnerOrg' | 'url' | 'status' | 'watermarked'> & {assetId: string; partnerOrgId: string | null; token: string};

/** An order as it is kept. */
export type OrderRow = Omit<PrintOrder, 'asset' | 'partnerOrg' | 'actions'> & {assetId: string; partnerOrgId: string; taken: number};

/** An embed as it is kept. */
export type EmbedRow = CollateralEmbedFields & {id: string; partnerOrgId: string; token: string; isRevoked: boolean; version: number; createdAt: string; updatedAt: string};

/** What was done with material. */
export interface EventRow {
  readonly id: string;
  readonly kind: AssetEventKind;
  readonly at: string;
  readonly assetId: string;
  readonly versionId: string | null;
  readonly partnerOrgId: string | null;
  readonly personId: string | null;
  readonly campaign: string | null;
  readonly shareLinkId: string | null;
  readonly collateralEmbedId: string | null;
  readonly pageOrigin: string | null;
  readonly leadId: string | null;
}

/** How an asset is printed, as it is kept. */
export type PrintRow = Omit<PrintStock, 'wanted'>;
