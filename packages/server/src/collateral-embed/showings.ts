import type {PresentAsset} from '../asset-flow/present-version.queries.ts';
import {recordAssetEvents, type TrackedEvent} from '../asset-flow/record-asset-event.ts';
import type {Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import {withTenant} from '../database/open.ts';
import type {EmbedRow} from './collateral-embed.queries.ts';

type ShownEmbed = Pick<EmbedRow, 'collateral_embed_id' | 'partner_org_id' | 'campaign'>;

/** After so many different pieces, pages and kinds, more are not counted until these are written. */
const mostWaiting = 5_000;

/**
 * Counts how often embeds were shown and gone on from. Visitors of public pages write nothing themselves: their number is kept here for a while and written as one row for
 * each piece, so that a page with a million visitors costs no more rows than one with ten. A process that is killed loses the last seconds' count.
 */
export class Showings {
  readonly #database: Database;
  readonly #context: Context;
  #waiting = new Map<string, {readonly tenantId: string; readonly event: TrackedEvent; count: number}>();

  constructor(database: Database, context: Context) {
    this.#database = database;
    this.#context = context;
  }

  /** Counts that an embed showed these pieces. */
  note(tenantId: string, embed: ShownEmbed, assets: readonly Pick<PresentAsset, 'assetId' | 'version'>[]): void {
    for (const asset of assets) this.#count('embed_view', tenantId, embed, asset);
  }

  /** Counts that somebody went on to a piece. */
  noteClick(tenantId: string, embed: ShownEmbed, asset: Pick<PresentAsset, 'assetId' | 'version'>): void {
    this.#count('embed_click', tenantId, embed, asset);
  }

  /** Writes what was counted. @returns How many rows. */
  async write(): Promise<number> {
    const waiting = [...this.#waiting.values()];
    this.#waiting = new Map();
    const byTenant = Map.groupBy(waiting, ({tenantId}) => tenantId);
    for (const [tenantId, counted] of byTenant) {
      await withTenant(this.#database, tenantId, {context: this.#context, as: 'system:embeds'}, scope => recordAssetEvents(scope, counted.map(({event, count}) => ({...event, count}))));
    }
    return waiting.length;
  }

  #count(kind: 'embed_view' | 'embed_click', tenantId: string, {collateral_embed_id: collateralEmbedId, partner_org_id: partnerOrgId, campaign}: ShownEmbed, {assetId, version}: Pick<PresentAsset, 'assetId' | 'version'>): void {
    const versionId = version?.id ?? null;
    const key = `${kind} ${collateralEmbedId} ${assetId} ${versionId}`;
    const known = this.#waiting.get(key);
    if (known) known.count++;
    else if (this.#waiting.size < mostWaiting) this.#waiting.set(key, {tenantId, event: {kind, assetId, versionId, partnerOrgId, personId: null, campaign, collateralEmbedId}, count: 1});
  }
}
