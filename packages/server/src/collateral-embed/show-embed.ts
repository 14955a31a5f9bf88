import type {AssetType, EmbeddedCollateral, EmbeddedItem} from '@portico/contract';
import type {LibraryFiles} from '../asset-flow/library-files.ts';
import {findPresentAssets, isHad, type PresentAsset} from '../asset-flow/present-version.queries.ts';
import type {Scope} from '../database/scope.ts';
import {readBrand} from '../partner-org/partner-brand.queries.ts';
import type {EmbedRow} from './collateral-embed.queries.ts';
import type {Showings} from './showings.ts';

/** What embeds need besides the database. */
export interface EmbedParts {
  readonly files: LibraryFiles;
  /** Where pictures and files of embeds are, with a slash at its end. */
  readonly mediaUrl: string;
  readonly showings: Showings;
}

/** What an embed shows to visitors now. Says the same as long as nothing changes, so that its ETag holds. */
export async function showEmbed(scope: Scope, {files, mediaUrl, showings}: EmbedParts, embed: EmbedRow): Promise<EmbeddedCollateral> {
  const assets = await findPresentAssets(scope, embed.asset_ids, embed.partner_org_id, []);
  const shown = embed.asset_ids.flatMap(id => assets.get(id) ?? []).filter(asset => isHad(asset, 'public'));
  const stored = await files.find(scope, shown.flatMap(({version}) => version?.storedFileId ?? []), 'cover');
  showings.note(scope.tenantId, embed, shown);
  const itemOf = (asset: PresentAsset): EmbeddedItem => {
    const {assetId, title, summary, type, altText, version} = asset;
    const file = version === null ? undefined : stored.get(version.storedFileId);
    const [preview] = file?.previews ?? [];
    const url = `${mediaUrl}${embed.token}/${assetId}`;
    return {
      id: assetId,
      title,
      summary,
      type: type as AssetType,
      language: version?.language ?? null,
      altText,
      // With the version's number, so that a new version is a new picture.
      preview: preview ? {url: `${url}/preview?v=${version?.number}`, width: preview.width, height: preview.height} : null,
      url,
      sizeBytes: file?.sizeBytes ?? null,
    };
  };
  const brand = await readBrand(scope, embed.partner_org_id);
  const logo = brand?.logoFileId ? (await files.find(scope, [brand.logoFileId], 'cover')).get(brand.logoFileId)?.previews[0] : undefined;
  const partner = {name: brand?.shown.name ?? embed.partner_name, logoUrl: logo ? `${mediaUrl}${embed.token}/logo?v=${brand?.version}` : null, accent: brand?.colors[0] ?? null};
  return {partner, items: shown.map(itemOf), enquiries: embed.enquiries, privacyUrl: embed.privacy_url};
}
