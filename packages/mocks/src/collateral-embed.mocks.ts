import {LeadCompany, LeadContact, type Api, type CollateralEmbed, type EmbeddedItem} from '@portico/contract';
import {findAsset} from './asset-views.ts';
import type {MockHandlers, Scope} from './handlers.ts';
import {offerLead, orgRef} from './lead-flow.ts';
import {addLead} from './lead.mocks.ts';
import {newestBy, pageOf, sortRows} from './paging.ts';
import {brandOf} from './partner-brand.ts';
import {definedOf} from './partner-org.mocks.ts';
import {problem} from './problem.ts';
import {assetRef, isOwn, mockFilesUrl, presentVersion, reachOf, tokenOf, track} from './reach.ts';
import type {EmbedRow} from './reach-rows.ts';

const latest = newestBy<CollateralEmbed>(({createdAt}) => createdAt);

function toEmbed(scope: Scope, row: EmbedRow): CollateralEmbed {
  const {store} = scope;
  const {assetIds, partnerOrgId, isRevoked, ...embed} = row;
  const countOf = (kind: string) => store.data.collateral.events.values().filter(event => event.collateralEmbedId === row.id && event.kind === kind).length;
  return {
    ...embed,
    partnerOrg: orgRef(store, partnerOrgId),
    items: assetIds.map(id => ({asset: assetRef(store, id), isShown: !isRevoked && isShown(scope, row, id)})),
    status: isRevoked ? 'revoked' : 'active',
    views: countOf('embed_view'),
    clicks: countOf('embed_click'),
    enquiryCount: countOf('enquiry'),
  };
}

function isShown({store}: Scope, {partnerOrgId}: EmbedRow, assetId: string): boolean {
  const asset = store.data.collateral.assets.get(assetId);
  return asset !== undefined && reachOf(store, asset, partnerOrgId) === 'public' && (presentVersion(store, assetId, null) !== undefined || asset.linkUrl !== null);
}

function findRow(scope: Scope, id: string): EmbedRow {
  const row = scope.store.data.collateral.embeds.get(id);
  if (!row || !isOwn(scope, row)) throw problem('collateral_embed_not_found');
  return row;
}

function openToken({store}: Scope, token: string): EmbedRow {
  const row = store.data.collateral.embeds.values().find(each => each.token === token);
  if (!row) throw problem('collateral_embed_not_found');
  if (row.isRevoked) throw problem('collateral_embed_revoked');
  return row;
}

function checkAssets(scope: Scope, ids: readonly string[]): void {
  if (new Set(ids).size < ids.length) throw problem('input_invalid', {errors: [{pointer: '/assetIds', code: 'twice', message: 'Name each asset once.'}]});
  for (const id of ids) if (!findAsset(scope, id).reach.embed) throw problem('asset_not_shareable');
}

function change(scope: Scope, {id, version}: {id: string; version: number}, changes: Partial<EmbedRow>): CollateralEmbed {
  const {store} = scope;
  const row = findRow(scope, id);
  if (row.version !== version) throw problem('version_conflict', {current: toEmbed(scope, row)});
  if (row.isRevoked) throw problem('collateral_embed_revoked');
  const changed = store.update(store.data.collateral.embeds, row, changes);
  store.change('collateral_embed', id, {partnerOrgIds: [row.partnerOrgId]});
  return toEmbed(scope, changed);
}

export const collateralEmbedMocks: MockHandlers<Api['collateralEmbeds']> = {
  list(input, scope) {
    const {assetId, partnerOrgId} = input;
    const rows = scope.store.data.collateral.embeds.values().filter(row => isOwn(scope, row) && (assetId === undefined || row.assetIds.includes(assetId)) && (partnerOrgId === undefined || row.partnerOrgId === partnerOrgId));
    return pageOf(sortRows(rows.map(row => toEmbed(scope, row)), latest), latest, input, input);
  },
  get: ({id}, scope) => toEmbed(scope, findRow(scope, id)),
  create(fields, scope) {
    const {store, viewer} = scope;
    checkAssets(scope, fields.assetIds);
    const id = store.newId('collateralEmbed');
    const now = store.now();
    const partnerOrgId = viewer.partnerOrgId ?? '';
    const row = store.data.collateral.embeds.set({...fields, id, partnerOrgId, token: tokenOf(id), isRevoked: false, version: 1, createdAt: now, updatedAt: now});
    store.change('collateral_embed', id, {partnerOrgIds: [partnerOrgId]});
    return toEmbed(scope, row);
  },
  update({id, version, ...fields}, scope) {
    const known = findRow(scope, id).assetIds;
    if (fields.assetIds && new Set(fields.assetIds).size < fields.assetIds.length) checkAssets(scope, fields.assetIds);
    checkAssets(scope, (fields.assetIds ?? []).filter(each => !known.includes(each)));
    return change(scope, {id, version}, definedOf(fields));
  },
  revoke: (input, scope) => change(scope, input, {isRevoked: true}),
  show({token}, scope) {
    const {store} = scope;
    const row = openToken(scope, token);
    const items = row.assetIds.filter(id => isShown(scope, row, id)).map((id): EmbeddedItem => {
      const asset = findAsset(scope, id);
      const version = presentVersion(store, id, null);
      const file = version && store.data.collateral.files.get(version.storedFileId);
      const preview = file?.previews[0];
      const url = `${mockFilesUrl}/e/${token}/${id}`;
      track(scope, {kind: 'embed_view', assetId: id, versionId: version?.id ?? null, partnerOrgId: row.partnerOrgId, campaign: row.campaign, collateralEmbedId: row.id});
      return {id, title: asset.title, summary: asset.summary, type: asset.type, language: version?.language ?? null, altText: asset.altText, preview: preview ? {url: preview.url, width: preview.width, height: preview.height} : null, url, sizeBytes: file?.sizeBytes ?? null};
    });
    const {shown, logo, colors} = brandOf(store, row.partnerOrgId);
    return {partner: {name: shown.name, logoUrl: logo?.previews[0]?.url ?? null, accent: colors[0] ?? null}, items, enquiries: row.enquiries, privacyUrl: row.privacyUrl};
  },
  enquire({token, ...enquiry}, scope) {
    const {store} = scope;
    const row = openToken(scope, token);
    if (!row.enquiries) throw problem('enquiries_closed');
    if (enquiry.assetId !== null && !row.assetIds.includes(enquiry.assetId)) throw problem('input_invalid', {errors: [{pointer: '/assetId', code: 'not_here', message: 'This is not among what the page shows.'}]});
    const assetId = enquiry.assetId ?? row.assetIds[0] ?? '';
    const about = enquiry.assetId === null ? undefined : store.data.collateral.assets.get(assetId);
    const at = enquiry.name.lastIndexOf(' ');
    const page = enquiry.page === null ? null : new URL(enquiry.page);
    const source = page ? `${page.origin}${page.pathname}` : row.name;
    const lead = addLead(store, {
      source: 'web_form', ...(about ? {title: about.title} : {}), ...(row.campaign === null ? {} : {campaign: row.campaign}),
      company: LeadCompany.parse({name: enquiry.company || null}),
      contact: LeadContact.parse({firstName: at < 0 ? null : enquiry.name.slice(0, at), lastName: enquiry.name.slice(at + 1), email: enquiry.email, phone: enquiry.phone || null, language: enquiry.locale}),
      consent: {purposes: ['enquiry'], textVersion: `${enquiry.consentTextVersion} ${enquiry.locale}`, at: store.now(), source: source.slice(0, 200)},
      products: [...(about?.products ?? [])], ...(enquiry.message ? {need: enquiry.message} : {}), tags: ['embed', row.name.slice(0, 60)], priority: 'normal', route: false, enriching: false,
    });
    if (enquiry.fax || enquiry.elapsedMs < 1500) store.update(store.data.leads, lead, {status: 'quarantined', attention: null});
    else offerLead(store, lead, row.partnerOrgId, null, {decision: {method: 'named_partner', decidedBy: null}});
    track(scope, {kind: 'enquiry', assetId, partnerOrgId: row.partnerOrgId, campaign: row.campaign, collateralEmbedId: row.id, pageOrigin: page?.origin ?? null, leadId: lead.id});
    store.change('collateral_embed', row.id, {partnerOrgIds: [row.partnerOrgId]});
    return {status: 'received'};
  },
};
