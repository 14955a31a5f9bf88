import type {AssetEventKind} from '@portico/contract';
import {newId, nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';

/** Something that was done with a piece of material. */
export interface TrackedEvent {
  readonly kind: AssetEventKind;
  readonly assetId: string;
  readonly versionId?: string | null;
  /** The scope's unless said. */
  readonly partnerOrgId?: string | null;
  /** The scope's unless said. */
  readonly personId?: string | null;
  readonly campaign?: string | null;
  readonly shareLinkId?: string | null;
  readonly collateralEmbedId?: string | null;
  readonly pageOrigin?: string | null;
  readonly leadId?: string | null;
  /** How often; once unless said. */
  readonly count?: number;
  /** ISO text; now unless said. */
  readonly at?: string;
}

/** Writes down what was done with material, in the caller's transaction: the one place where tracking is written. */
export async function recordAssetEvents({db, tenantId, partnerOrgId, personId, context}: Scope, events: readonly TrackedEvent[]): Promise<void> {
  if (events.length === 0) return;
  const now = nowText(context);
  const rows = events.map(event => ({
    tenant_id: tenantId,
    asset_event_id: newId(context),
    kind: event.kind,
    asset_id: event.assetId,
    asset_version_id: event.versionId ?? null,
    partner_org_id: event.partnerOrgId === undefined ? partnerOrgId : event.partnerOrgId,
    person_id: event.personId === undefined ? personId : event.personId,
    campaign: event.campaign ?? null,
    share_link_id: event.shareLinkId ?? null,
    collateral_embed_id: event.collateralEmbedId ?? null,
    page_origin: event.pageOrigin ?? null,
    lead_id: event.leadId ?? null,
    count: event.count ?? 1,
    at: event.at ?? now,
  }));
  await db.insertInto('asset_event').values(rows).execute();
}
