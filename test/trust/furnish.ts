import assert from 'node:assert/strict';
import type {TestClient} from '../../packages/server/src/testing/test-client.ts';
import {readyFile} from '../../packages/server/src/testing/test-library.ts';
import type {TestTenant} from '../../packages/server/src/testing/test-tenant.ts';
import {insertLevelChange} from '../../packages/server/src/tier-flow/level-changes.queries.ts';
import type {ObjectIds} from './object-ids.ts';

/** An offer accepted by a partner, a rule, an import, a protected deal with all that belongs to one, and material for this partner alone. */
export async function furnish(of: TestTenant): Promise<{ids: ObjectIds; partner: Awaited<ReturnType<TestTenant['partnerSession']>>; vendor: Awaited<ReturnType<TestTenant['vendorSession']>>}> {
  const partner = await of.partnerSession();
  const vendor = await of.vendorSession();
  const {client} = vendor;
  const offerTo = async (name: string) => {
    const {lead} = await client.leads.create({company: {name, country: 'FI'}, route: false});
    const offered = await client.leads.offer({id: lead.id, version: lead.version, partnerOrgId: partner.partnerOrgId, override: true});
    assert.ok(offered.offer);
    return {leadId: lead.id, offer: offered.offer};
  };
  const first = await offerTo('Buyer One');
  await partner.client.leadOffers.accept({id: first.offer.id, version: first.offer.version});
  const rule = await client.routingRules.create({name: 'All', position: 1, method: 'round_robin'});
  const run = await client.leadImports.create({csv: 'Company\nBuyer Three\n', mapping: {columns: [{column: 'Company', field: 'company.name'}]}});
  const ids: ObjectIds = {
    leadId: first.leadId,
    leadOfferId: first.offer.id,
    partnerOrgId: partner.partnerOrgId,
    personId: partner.personId,
    routingRuleId: rule.id,
    leadImportId: run.id,
    embedSessionId: partner.sessionId,
    ...(await furnishDeal(of, partner.client, client)),
    ...(await furnishStanding(of, partner.partnerOrgId, partner.client)),
    ...(await furnishChallenges(of, partner.partnerOrgId, partner.client)),
    ...(await furnishLibrary(of, partner, client)),
  };
  return {ids, partner, vendor};
}

/** A protected deal with evidence, a request to extend it and a conflict case with another partner's, an account and an import. */
async function furnishDeal(of: TestTenant, partner: TestClient, vendor: TestClient): Promise<Pick<ObjectIds, 'dealRegistrationId' | 'dealChangeId' | 'evidenceFileId' | 'conflictCaseId' | 'dealImportId' | 'dealExportId' | 'accountId'>> {
  const customer = {name: 'Contested Oy', website: 'https://contested.example', country: 'FI'};
  const contact = {lastName: 'Buyer', email: 'buyer@contested.example'};
  const draft = await partner.dealRegistrations.create({name: 'A deal', customer, contact, expectedCloseOn: '2027-03-31', estimatedAmount: {amountMinor: 100, currency: 'EUR'}});
  const file = await partner.evidenceFiles.create({dealRegistrationId: draft.id, fileName: 'a.csv', mediaType: 'text/csv', sizeBytes: 4});
  await partner.evidenceFiles.putPart({id: file.id, index: 0, base64: 'YSxiCg=='});
  await partner.evidenceFiles.complete({id: file.id});
  const submit = async (client: TestClient, id: string) => (await client.dealRegistrations.submit({id, version: (await client.dealRegistrations.get({id})).version})).registration;
  const {id, version} = await submit(partner, draft.id);
  const taken = await vendor.dealReviews.assign({id, version});
  const {protectedUntil} = await vendor.dealReviews.approve({id, version: taken.version});
  const protectedUntilOn = new Date(Date.parse(protectedUntil ?? '') + 10 * 86_400_000).toISOString().slice(0, 10);
  const change = await partner.dealChanges.extend({dealRegistrationId: id, note: 'Two visits', protectedUntilOn});
  const rival = (await of.partnerSession()).client;
  const theirs = await rival.dealRegistrations.create({name: 'Another deal', customer, contact, expectedCloseOn: '2027-03-31', estimatedAmount: {amountMinor: 100, currency: 'EUR'}});
  const opened = await vendor.conflictCases.create({firstId: id, secondId: (await submit(rival, theirs.id)).id, comment: 'Which of them?'});
  await vendor.accounts.upsert({accounts: [{externalId: 'acme', name: 'Acme'}]});
  const [account] = (await vendor.accounts.list({})).items;
  const run = await vendor.dealImports.create({csv: 'Company\nBuyer Four\n', mapping: {columns: [{column: 'Company', field: 'customer.name'}]}});
  const written = await partner.dealImports.export({});
  return {dealRegistrationId: id, dealChangeId: change.id, evidenceFileId: file.id, conflictCaseId: opened.id, dealImportId: run.id, dealExportId: written.id, accountId: account!.id};
}

/** An asset in a folder, with a version, for this partner alone; a link to it, an embed, an order of copies, a template and a draft made with it. */
async function furnishLibrary(of: TestTenant, {partnerOrgId, client: partner}: Awaited<ReturnType<TestTenant['partnerSession']>>, {assets, assetVersions, assetFolders, cobrandTemplates, partnerOrgs, printOrders}: TestClient): Promise<Pick<ObjectIds, 'storedFileId' | 'assetId' | 'assetVersionId' | 'assetFolderId' | 'shareLinkId' | 'printOrderId' | 'collateralEmbedId' | 'cobrandTemplateId' | 'cobrandId'>> {
  const {version: seen} = await partnerOrgs.get({id: partnerOrgId});
  await partnerOrgs.update({id: partnerOrgId, version: seen, partnership: {groups: ['chosen']}});
  const folder = await assetFolders.create({name: 'Material'});
  const {id, version} = await assets.create({title: 'A price list', type: 'price_list', delivery: 'open', folderId: folder.id, entitlement: {groups: ['chosen']}});
  const storedFileId = await readyFile(of, 'prices.pdf');
  const made = await assetVersions.create({assetId: id, language: 'en', storedFileId});
  await assetVersions.publish({id: made.id, version: made.version});
  const submitted = await assets.submit({id, version: (await assets.get({id})).version});
  const approved = await assets.approve({id, version: submitted.version});
  assert.ok(approved.version > version);
  await assets.publish({id, version: approved.version});
  await printOrders.setStock({assetId: id, version: 1, isOffered: true, inStock: 10});
  const order = await partner.printOrders.create({assetId: id, quantity: 2, shipTo: {name: 'Aino', street: 'Katu 1', postalCode: '00100', city: 'Helsinki', country: 'FI'}});
  const link = await partner.shareLinks.create({assetId: id});
  const embed = await partner.collateralEmbeds.create({name: 'Home', assetIds: [id]});
  const template = await cobrandTemplates.create({assetVersionId: made.id, approval: 'none'});
  await cobrandTemplates.publish({id: template.id, version: template.version});
  const cobrand = await partner.cobrands.create({templateId: template.id});
  return {cobrandTemplateId: template.id, cobrandId: cobrand.id, storedFileId, assetId: id, assetVersionId: made.id, assetFolderId: folder.id, shareLinkId: link.id, printOrderId: order.id, collateralEmbedId: embed.id};
}

/** A rule and a board for this partner alone, an event with points, terms for levels, and a change of level. */
async function furnishStanding(of: TestTenant, partnerOrgId: string, partner: TestClient): Promise<Pick<ObjectIds, 'partnerEventId' | 'pointsRuleId' | 'levelChangeId' | 'boardId' | 'boardResultId' | 'pointsHoldId' | 'boardDisputeId'>> {
  const {pointsRules, partnerEvents, tierPolicies, boards, partnerOrgs} = of.client;
  const {id, version} = await pointsRules.create({name: 'Courses', event: 'course_passed', formula: {kind: 'fixed', points: 10}, cap: {times: 1, per: 'day'}, audience: {partnerOrgIds: [partnerOrgId]}});
  await pointsRules.publish({id, version});
  const event = await partnerEvents.create({event: 'course_passed', partnerOrgId, sourceId: 'course-1'});
  await partnerEvents.create({event: 'course_passed', partnerOrgId, sourceId: 'course-of-oneself', customer: (await partnerOrgs.get({id: partnerOrgId})).name});
  const [hold] = (await of.client.pointsHolds.list({partnerOrgId})).items;
  assert.ok(hold);
  await tierPolicies.create({currency: 'EUR', requirements: []});
  const levelChangeId = await of.inScope(scope => insertLevelChange(scope, partnerOrgId, null, {kind: 'promotion', status: 'eligible', toLevelId: null, effectiveFrom: null, graceUntil: null}));
  const org = await partnerOrgs.get({id: partnerOrgId});
  await partnerOrgs.update({id: partnerOrgId, version: org.version, country: 'IS'});
  const board = await boards.create({name: 'Points', metric: 'points', period: 'month', countries: ['IS']});
  const result = await of.client.boardResults.freeze({boardId: board.id, at: '2026-02-15T12:00:00Z'});
  const dispute = await partner.boardResults.dispute({id: result.id, version: result.version, text: 'Why'});
  return {partnerEventId: event.id, pointsRuleId: id, levelChangeId, boardId: board.id, boardResultId: result.id, pointsHoldId: hold.id, boardDisputeId: dispute.id};
}

/** A challenge for this partner alone with its proof, a badge that only this partner still holds, and a reward that it asked for before it was taken off. */
async function furnishChallenges(of: TestTenant, partnerOrgId: string, partner: TestClient): Promise<Pick<ObjectIds, 'challengeId' | 'challengeEntryId' | 'badgeId' | 'badgeAwardId' | 'rewardId' | 'redemptionId'>> {
  const {challenges, badges, badgeAwards, rewards} = of.client;
  const draft = await challenges.create({name: 'A story', type: 'submission', proofs: ['text'], window: {kind: 'absolute', startsAt: '2026-01-01T00:00:00Z', endsAt: '2099-01-01T00:00:00Z'}, audience: {partnerOrgIds: [partnerOrgId]}, points: 5});
  const {id: challengeId} = await challenges.publish({id: draft.id, version: draft.version});
  const entry = await partner.challengeEntries.create({challengeId, text: 'A proof'});
  const badge = await badges.create({name: 'Pioneer'});
  const award = await badgeAwards.create({badgeId: badge.id, partnerOrgId});
  await badges.update({id: badge.id, version: badge.version, isRetired: true});
  const reward = await rewards.create({name: 'A mug', points: 5});
  const redemption = await partner.redemptions.create({rewardId: reward.id, points: 5});
  await rewards.update({id: reward.id, version: reward.version, isOffered: false});
  return {challengeId, challengeEntryId: entry.id, badgeId: badge.id, badgeAwardId: award.id, rewardId: reward.id, redemptionId: redemption.id};
}
