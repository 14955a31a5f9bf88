import type {ShareLink} from '@portico/contract';
import {recordAssetEvents} from '../asset-flow/record-asset-event.ts';
import type {LibraryFiles} from '../asset-flow/library-files.ts';
import {findPresentAssets, isHad, type PresentAsset} from '../asset-flow/present-version.queries.ts';
import {nowText, type Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import {asWorker, withTenant} from '../database/open.ts';
import type {Scope} from '../database/scope.ts';
import type {Keyring} from '../keys/keyring.ts';
import {problem} from '../problem.ts';
import {chooseLocale, fill, pageWords} from '../public-pages/page.strings.ts';
import {pageResponse} from '../public-pages/page.view.ts';
import type {PublicPlace, Visit} from '../public-pages/public-pages.ts';
import {hashPublicToken} from '../public-token/public-token.ts';
import {findShareLinkTenant} from '../public-token/token-owner.queries.ts';
import {countOpening, findShareLinkByHash, takeUse} from './share-link.queries.ts';
import {problemOfStatus} from './share-link.rules.ts';

export interface ShareLinkPlace {
  readonly database: Database;
  readonly context: Context;
  readonly keyring: Keyring;
  readonly files: LibraryFiles;
  /** Origin of the files, without a slash at its end. */
  readonly filesUrl: string;
}

/** An active link with what it leads to. */
interface Opened {
  readonly scope: Scope;
  readonly link: ShareLink;
  readonly asset: PresentAsset;
}

/**
 * The pages of share links. Opening a page shows what the link is for and uses nothing up, because chats open links to show what is behind them; the button of the page,
 * which programs do not press, gets the material.
 */
export function shareLinkPages(place: ShareLinkPlace): PublicPlace {
  return async visit => {
    await place.keyring.prepare();
    return visit.method === 'POST' ? inLink(place, visit, opened => give(place, opened)) : inLink(place, visit, opened => show(place, visit, opened));
  };
}

/** @throws ProblemError `share_link_not_found`, or what became of the link. */
async function inLink(place: ShareLinkPlace, {path, languages}: Visit, work: (opened: Opened) => Promise<Response>): Promise<Response> {
  const {database, context} = place;
  const [token = '', ...rest] = path;
  if (rest.length > 0 || !/^[\w-]{22}$/.test(token)) throw problem('share_link_not_found');
  const hash = await hashPublicToken(token);
  const tenantId = await asWorker(database, db => findShareLinkTenant(db, hash));
  if (tenantId === undefined) throw problem('share_link_not_found');
  return withTenant(database, tenantId, {context, as: 'system:share-link'}, async scope => {
    const link = await findShareLinkByHash(scope, hash);
    const asset = link && (await findPresentAssets(scope, [link.asset.id], link.partnerOrg?.id ?? null, link.language === null ? languages : [link.language, ...languages])).get(link.asset.id);
    if (!link || !asset) throw problem('share_link_not_found');
    if (link.status !== 'active') throw problem(problemOfStatus[link.status], link.status === 'recalled' && asset.recallReason ? {detail: asset.recallReason} : {});
    // Its last version has run out.
    if (!isHad(asset, 'link')) throw problem('share_link_replaced');
    return work({scope, link, asset});
  });
}

async function show({files, filesUrl}: ShareLinkPlace, {method, languages}: Visit, {scope, link, asset}: Opened): Promise<Response> {
  if (method === 'GET') {
    await countOpening(scope, link.id, nowText(scope.context));
    await recordAssetEvents(scope, [eventOf('link_open', link, asset)]);
  }
  const locale = chooseLocale(languages);
  const words = pageWords[locale];
  // A picture of what is to be had once, or with a name across it, would be some of it without either.
  const isPictured = asset.version !== null && !link.singleUse && !link.watermarked;
  const preview = isPictured && asset.version && (await files.find(scope, [asset.version.storedFileId], 'cover')).get(asset.version.storedFileId)?.previews[0];
  const time = new Intl.DateTimeFormat(locale, {dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC'}).format(Date.parse(link.expiresAt));
  const lines = [
    ...(link.partnerOrg ? [fill(words.from, {partner: link.partnerOrg.name})] : []),
    ...(link.recipient === null ? [] : [fill(words.forYou, {recipient: link.recipient})]),
    ...(asset.summary === null ? [] : [asset.summary]),
    ...(link.singleUse ? [words.once] : []),
    ...(link.watermarked && asset.version ? [words.marked] : []),
    fill(words.until, {time: `${time} UTC`}),
  ];
  const picture = preview ? {...preview, text: asset.altText ?? asset.title} : null;
  return pageResponse({locale, title: asset.title, lines, picture, action: asset.version ? words.download : words.open}, {status: 200, filesUrl});
}

async function give({files}: ShareLinkPlace, {scope, link, asset}: Opened): Promise<Response> {
  if (!(await takeUse(scope, link.id, nowText(scope.context)))) throw problem('share_link_used');
  await recordAssetEvents(scope, [eventOf('download', link, asset)]);
  return new Response(null, {status: 303, headers: {Location: await addressOf(scope, files, link, asset), 'Cache-Control': 'no-store'}});
}

async function addressOf(scope: Scope, files: LibraryFiles, link: ShareLink, {version, linkUrl, watermark}: PresentAsset): Promise<string> {
  if (version === null) return linkUrl ?? '';
  const subject = {...scope, principalId: `share:${link.id}`};
  return (await files.download(subject, {storedFileId: version.storedFileId, isSingleUse: link.singleUse, markFor: watermark ? {partnerOrgId: link.partnerOrg?.id ?? null} : null})).url;
}

function eventOf(kind: 'link_open' | 'download', link: ShareLink, {assetId, version}: PresentAsset) {
  return {kind, assetId, versionId: version?.id ?? null, partnerOrgId: link.partnerOrg?.id ?? null, personId: null, campaign: link.campaign, shareLinkId: link.id};
}
