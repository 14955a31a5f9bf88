import type {CollateralEnquiry} from '@portico/contract';
import {recordAssetEvents} from '../asset-flow/record-asset-event.ts';
import {findPresentAssets} from '../asset-flow/present-version.queries.ts';
import {recordChange} from '../changes/record-change.ts';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import {createLead} from '../lead-flow/create-lead.ts';
import {changeLead, openCase, tellStory, theClock} from '../lead-flow/lead-case.ts';
import {publishNews, startNews, tellOfLead} from '../lead-flow/news.ts';
import {routeToNamed} from '../lead-flow/route-lead.ts';
import {problem} from '../problem.ts';
import type {EmbedRow} from './collateral-embed.queries.ts';
import {isSuspicious, leadOf, pageWithoutQuery} from './enquiry.rules.ts';

/**
 * Makes a lead of what a visitor asked, and offers it to the partner on whose page they asked. What seems to come from a program is kept aside for a person of the vendor.
 *
 * @param scope - Of the system.
 * @throws ProblemError `enquiries_closed`, `input_invalid`.
 */
export async function takeEnquiry(scope: Scope, embed: EmbedRow, enquiry: Omit<CollateralEnquiry, 'consent'>): Promise<void> {
  if (!embed.enquiries) throw problem('enquiries_closed');
  if (enquiry.assetId !== null && !embed.asset_ids.includes(enquiry.assetId)) throw problem('input_invalid', {errors: [{pointer: '/assetId', code: 'not_here', message: 'This is not among what the page shows.'}]});
  // What is about nothing in particular counts for what stands first.
  const aboutId = enquiry.assetId ?? embed.asset_ids[0] ?? '';
  const about = enquiry.assetId === null ? null : ((await findPresentAssets(scope, [aboutId], embed.partner_org_id, [])).get(aboutId) ?? null);
  const news = startNews();
  const lead = leadOf(enquiry, about, {name: embed.name, campaign: embed.campaign}, nowText(scope.context));
  const {leadId, outcome} = await createLead(scope, news, {...lead, priority: 'normal', route: false, enriching: false}, {by: theClock, dedupe: !isSuspicious(enquiry)});
  const held = outcome === 'created' ? await openCase(scope, news, leadId) : undefined;
  if (held && isSuspicious(enquiry)) {
    await tellStory(held, 'quarantine', {by: theClock, data: {}});
    tellOfLead(news, leadId, 'quarantine');
    await changeLead(held, {status: 'quarantined', attention: null});
  } else if (held) await routeToNamed(held, embed.partner_org_id, theClock);
  const origin = URL.parse(pageWithoutQuery(enquiry.page) ?? '')?.origin ?? null;
  const {partner_org_id: partnerOrgId, collateral_embed_id: collateralEmbedId, campaign} = embed;
  await recordAssetEvents(scope, [{kind: 'enquiry', assetId: aboutId, versionId: about?.version?.id ?? null, partnerOrgId, personId: null, campaign, collateralEmbedId, pageOrigin: origin, leadId}]);
  await publishNews(scope, news);
  await recordChange(scope, {resource: 'collateral_embed', id: collateralEmbedId, action: 'enquiry', partnerOrgId});
}
