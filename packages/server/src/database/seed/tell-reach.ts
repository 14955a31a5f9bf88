import {recordAssetEvents, type TrackedEvent} from '../../asset-flow/record-asset-event.ts';
import {recordChange} from '../../changes/record-change.ts';
import {newId} from '../../context.ts';
import {hashPublicToken, newPublicToken} from '../../public-token/public-token.ts';
import type {Scope} from '../scope.ts';
import type {AssetSeed} from './library.data.ts';
import type {Organisation} from './organisation.ts';
import {embeds, printed, printOrders, shareLinks} from './reach.data.ts';

/** What was told before: which assets there are. */
interface Told {
  readonly organisation: Organisation;
  readonly assetIds: ReadonlyMap<AssetSeed, string>;
}

const dayMs = 86_400_000;

/** How material has left the portal so far: embeds on partners' pages, links to customers, and printed copies. */
export async function tellReach(scope: Scope, {organisation, assetIds}: Told): Promise<void> {
  const {db, tenantId, context} = scope;
  const nowMs = context.now();
  const ago = (days: number) => new Date(Math.round(nowMs - days * dayMs)).toISOString();
  const ids = new Map([...assetIds].map(([{title}, id]) => [title, id]));
  const assetId = (title: string) => idOf(ids, title);
  const ownerOf = ({partner, by}: {readonly partner: string; readonly by: string}) => ({partnerOrgId: idOf(organisation.partnerIds, partner), personId: idOf(organisation.personIds, by)});

  for (const seed of embeds) {
    const {name, titles, campaign, privacyUrl, daysAgo, endedDaysAgo, views = 0, clicks = 0} = seed;
    const {partnerOrgId, personId} = ownerOf(seed);
    const id = newId(context);
    const common = {tenant_id: tenantId, collateral_embed_id: id, partner_org_id: partnerOrgId, created_by: personId, created_at: ago(daysAgo), updated_at: ago(endedDaysAgo ?? daysAgo)};
    await db.insertInto('collateral_embed').values({...common, name, token: newPublicToken(context), asset_ids: titles.map(assetId), campaign, enquiries: true, privacy_url: privacyUrl, revoked_at: endedDaysAgo === undefined ? null : ago(endedDaysAgo)}).execute();
    const shown = (kind: TrackedEvent['kind'], count: number) => titles.map((title, at) => ({kind, assetId: assetId(title), partnerOrgId, personId: null, campaign, collateralEmbedId: id, count: Math.ceil(count / (at + titles.length)), at: ago((endedDaysAgo ?? 0) + 1)}));
    await recordAssetEvents(scope, [...shown('embed_view', views), ...shown('embed_click', clicks)]);
    await recordChange(scope, {resource: 'collateral_embed', id, action: 'create', partnerOrgId, changes: {name}});
  }

  for (const seed of shareLinks) {
    const {title, recipient, daysAgo, forDays, singleUse = false, revokedDaysAgo, opens, uses} = seed;
    const {partnerOrgId, personId} = ownerOf(seed);
    const id = newId(context);
    const openedAt = opens > 0 ? ago(daysAgo / 2) : null;
    await db
      .insertInto('share_link')
      .values({
        tenant_id: tenantId, share_link_id: id, asset_id: assetId(title), partner_org_id: partnerOrgId, created_by: personId, token_hash: await hashPublicToken(newPublicToken(context)), expires_at: ago(daysAgo - forDays),
        single_use: singleUse, recipient, opens, uses, last_opened_at: openedAt, last_used_at: uses > 0 ? openedAt : null, revoked_at: revokedDaysAgo === undefined ? null : ago(revokedDaysAgo), created_at: ago(daysAgo), updated_at: ago(daysAgo),
      })
      .execute();
    await recordAssetEvents({...scope, partnerOrgId, personId}, [{kind: 'share', assetId: assetId(title), shareLinkId: id, at: ago(daysAgo)}]);
    await recordChange(scope, {resource: 'share_link', id, action: 'create', partnerOrgId});
  }

  for (const {title, inStock, perOrder, perQuarter} of printed) {
    const at = {created_at: ago(60), updated_at: ago(60)};
    await db.insertInto('asset_print').values({...at, tenant_id: tenantId, asset_id: assetId(title), is_offered: true, in_stock: inStock, per_order: perOrder, per_level: JSON.stringify([{levelId: null, quantity: perQuarter}]), period_days: 90, version: 2}).execute();
    await db.updateTable('asset').set({print_offered: true}).where('tenant_id', '=', tenantId).where('asset_id', '=', assetId(title)).execute();
  }

  for (const seed of printOrders) {
    const {title, quantity, daysAgo, status, reason = null, shipTo} = seed;
    const {partnerOrgId, personId} = ownerOf(seed);
    const id = newId(context);
    const isSent = status === 'shipped';
    await db
      .insertInto('print_order')
      .values({
        tenant_id: tenantId, print_order_id: id, asset_id: assetId(title), partner_org_id: partnerOrgId, requested_by: personId, quantity, taken: isSent ? quantity : 0, ship_to: JSON.stringify(shipTo), status, reason,
        ...(isSent && {approved_at: ago(daysAgo - 1), shipped_at: ago(daysAgo - 2), tracking: JSON.stringify({carrier: 'Posti', number: 'JJFI64001234567890123', url: null})}), created_at: ago(daysAgo), updated_at: ago(Math.max(0, daysAgo - 2)),
      })
      .execute();
    await recordAssetEvents({...scope, partnerOrgId, personId}, [{kind: 'print_order', assetId: assetId(title), at: ago(daysAgo)}]);
    await recordChange(scope, {resource: 'print_order', id, action: 'create', partnerOrgId, changes: {quantity}});
  }
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new RangeError(`The demo has no ${key}.`);
  return id;
}
