import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {z} from 'zod';
import {api, resourceFolders} from './api.ts';
import * as examples from './examples.ts';
import * as contract from './index.ts';
import {Me} from './me/me.routes.ts';

/** Which schema each export of the examples is of; a table by name holds several. */
const schemas: Record<keyof typeof examples, z.ZodType> = {
  storedFileExamples: contract.StoredFile,
  assetExamples: contract.Asset,
  assetCountsExample: contract.AssetCounts,
  newAssetExample: contract.AssetFields,
  assetVersionExamples: contract.AssetVersion,
  assetDownloadExample: contract.AssetDownload,
  assetHolderExamples: contract.AssetHolder,
  assetFolderExamples: contract.AssetFolder,
  assetEventExamples: contract.AssetEventRecord,
  assetEventReportExample: contract.AssetReport,
  shareLinkExamples: contract.ShareLink,
  newShareLinkExample: contract.ShareLinkFields,
  printOrderExamples: contract.PrintOrder,
  newPrintOrderExample: contract.PrintOrderFields,
  printStockExample: contract.PrintStock,
  printOrderOfferExample: contract.PrintOffer,
  collateralEmbedExamples: contract.CollateralEmbed,
  newCollateralEmbedExample: contract.CollateralEmbedFields,
  embeddedCollateralExample: contract.EmbeddedCollateral,
  newCollateralEnquiryExample: contract.CollateralEnquiry,
  cobrandTemplateExamples: contract.CobrandTemplate,
  newCobrandTemplateExample: contract.CobrandTemplateFields,
  cobrandExamples: contract.Cobrand,
  cobrandPreviewExample: contract.CobrandPreview,
  cobrandPreviewFindingsExample: contract.CobrandPreviewFindings,
  copyStatusExamples: contract.CopyStatus,
  partnerBrandExamples: contract.PartnerBrand,
  activityExamples: contract.Activity,
  newActivityExample: contract.NewActivity,
  dealRegistrationExamples: contract.DealRegistration,
  dealCountsExample: contract.DealCounts,
  newDealRegistrationExample: contract.DealFields,
  evidenceFileExamples: contract.EvidenceFile,
  dealChangeExamples: contract.DealChange,
  dealReviewSimilarExamples: contract.SimilarDeal,
  dealActivityExamples: contract.DealActivity,
  newClaimExample: contract.Claim,
  claimCheckExamples: contract.ClaimCheck,
  dealFormExamples: contract.DealForm,
  receiptExamples: contract.Receipt,
  conflictCaseExamples: contract.ConflictCase,
  accountExamples: contract.Account,
  newAccountExample: contract.NewAccount,
  dealCsvExample: api.dealImports.create.input.shape.csv,
  dealImportMappingExample: contract.DealImportMapping,
  dealImportPreviewExample: contract.DealImportPreview,
  dealImportExamples: contract.DealImport,
  dealExportExample: contract.DealExport,
  embedSessionExamples: contract.EmbedSession,
  leadCsvExample: api.leadImports.create.input.shape.csv,
  leadImportMappingExample: contract.LeadImportMapping,
  leadImportPreviewExample: contract.LeadImportPreview,
  leadImportExamples: contract.LeadImport,
  leadOfferExamples: contract.LeadOffer,
  leadOfferCountsExample: contract.LeadOfferCounts,
  leadDetailsExample: contract.LeadDetails,
  leadTeaserExample: contract.LeadTeaser,
  leadExamples: contract.Lead,
  leadOfferRecordExamples: contract.LeadOfferRecord,
  newLeadExample: contract.NewLead,
  leadReceiptExample: contract.LeadReceipt,
  leadCountsExample: contract.LeadCounts,
  meExamples: Me,
  partnerOrgExamples: contract.PartnerOrg,
  newPartnerOrgExample: contract.NewPartnerOrg,
  partnerEventExamples: contract.PartnerEvent,
  newPartnerEventExample: contract.NewPartnerEvent,
  pointsRuleExamples: contract.PointsRule,
  newPointsRuleExample: api.pointsRules.create.input,
  pointsReplayExample: contract.PointsReplay,
  pointsEntryExamples: contract.PointsEntry,
  pointsSummaryExample: contract.PointsSummary,
  tierPolicyExamples: contract.TierPolicy,
  newTierPolicyExample: contract.TierTerms,
  tierEvaluationExamples: contract.TierEvaluation,
  tierStandingExample: contract.TierStanding,
  levelChangeExamples: contract.LevelChange,
  paretoReportExample: contract.ParetoReport,
  challengeExamples: contract.Challenge,
  newChallengeExample: contract.ChallengeFields,
  challengeEntryExamples: contract.ChallengeEntry,
  newChallengeEntryExample: contract.ChallengeEntryFields,
  badgeExamples: contract.Badge,
  newBadgeExample: contract.BadgeFields,
  badgeAwardExamples: contract.BadgeAward,
  pointsAccountExample: contract.PointsAccount,
  pointsSchemeExample: contract.PointsScheme,
  rewardExamples: contract.Reward,
  newRewardExample: contract.RewardFields,
  redemptionExamples: contract.Redemption,
  redemptionLiabilityExample: contract.PointsLiability,
  pointsHoldExamples: contract.PointsHold,
  pointsCheckExample: contract.PointsCheck,
  boardResultExamples: contract.BoardResult,
  boardDisputeExample: contract.BoardDispute,
  boardExamples: contract.Board,
  newBoardExample: contract.BoardFields,
  boardStandingsExample: contract.BoardStandings,
  personExamples: contract.Person,
  programExamples: contract.Program,
  routingDecisionExamples: contract.RoutingDecision,
  routingRuleExamples: contract.RoutingRule,
  newRoutingRuleExample: contract.NewRoutingRule,
};

const byName: Record<string, unknown> = {...examples};

describe('examples', () => {
  for (const [name, schema] of Object.entries(schemas)) {
    it(`${name} parse and hold nothing beyond their schema`, () => {
      const value = byName[name];
      const values = name.endsWith('Examples') ? Object.values(value as object) : [value];
      assert.ok(values.length > 0);
      for (const each of values) {
        // Parsing drops unknown keys, so that a renamed field shows as a difference. What is only written may leave fields out.
        if (name.startsWith('new')) schema.parse(each);
        else assert.deepEqual(schema.parse(each), each);
      }
    });
  }

  it('exist for every resource', () => {
    const covered = Object.keys(examples).join(' ').toLowerCase();
    for (const folder of Object.values(resourceFolders)) assert.ok(covered.includes(folder.replaceAll('-', '')), folder);
  });
});
