import {accountMocks} from './account.mocks.ts';
import {activityMocks} from './activity.mocks.ts';
import {assetEventMocks} from './asset-event.mocks.ts';
import {assetFolderMocks} from './asset-folder.mocks.ts';
import {assetVersionMocks} from './asset-version.mocks.ts';
import {assetMocks} from './asset.mocks.ts';
import {badgeAwardMocks} from './badge-award.mocks.ts';
import {badgeMocks} from './badge.mocks.ts';
import {boardResultMocks} from './board-result.mocks.ts';
import {boardMocks} from './board.mocks.ts';
import {challengeEntryMocks} from './challenge-entry.mocks.ts';
import {challengeMocks} from './challenge.mocks.ts';
import {claimCheckMocks} from './claim-check.mocks.ts';
import {cobrandTemplateMocks} from './cobrand-template.mocks.ts';
import {cobrandMocks} from './cobrand.mocks.ts';
import {collateralEmbedMocks} from './collateral-embed.mocks.ts';
import {conflictCaseMocks} from './conflict-case.mocks.ts';
import {dealActivityMocks} from './deal-activity.mocks.ts';
import {dealChangeMocks} from './deal-change.mocks.ts';
import {dealFormMocks} from './deal-form.mocks.ts';
import {dealImportMocks} from './deal-import.mocks.ts';
import {dealRegistrationMocks} from './deal-registration.mocks.ts';
import {dealReviewMocks} from './deal-review.mocks.ts';
import {embedSessionMocks} from './embed-session.mocks.ts';
import {evidenceFileMocks} from './evidence-file.mocks.ts';
import type {AllHandlers} from './handlers.ts';
import {leadImportMocks} from './lead-import.mocks.ts';
import {leadOfferMocks} from './lead-offer.mocks.ts';
import {leadMocks} from './lead.mocks.ts';
import {levelChangeMocks} from './level-change.mocks.ts';
import {meMocks} from './me.mocks.ts';
import {paretoReportMocks} from './pareto-report.mocks.ts';
import {partnerEventMocks} from './partner-event.mocks.ts';
import {partnerOrgMocks} from './partner-org.mocks.ts';
import {personMocks} from './person.mocks.ts';
import {pointsAccountMocks} from './points-account.mocks.ts';
import {pointsEntryMocks} from './points-entry.mocks.ts';
import {pointsHoldMocks} from './points-hold.mocks.ts';
import {pointsRuleMocks} from './points-rule.mocks.ts';
import {printOrderMocks} from './print-order.mocks.ts';
import {programMocks} from './program.mocks.ts';
import {receiptMocks} from './receipt.mocks.ts';
import {redemptionMocks} from './redemption.mocks.ts';
import {rewardMocks} from './reward.mocks.ts';
import {routingDecisionMocks} from './routing-decision.mocks.ts';
import {routingRuleMocks} from './routing-rule.mocks.ts';
import {shareLinkMocks} from './share-link.mocks.ts';
import {storedFileMocks} from './stored-file.mocks.ts';
import {tierEvaluationMocks} from './tier-evaluation.mocks.ts';
import {tierPolicyMocks} from './tier-policy.mocks.ts';

/** What answers each route. */
export const allHandlers: AllHandlers = {
  me: meMocks,
  embedSessions: embedSessionMocks,
  program: programMocks,
  partnerOrgs: partnerOrgMocks,
  people: personMocks,
  leads: leadMocks,
  leadOffers: leadOfferMocks,
  activities: activityMocks,
  routingRules: routingRuleMocks,
  routingDecisions: routingDecisionMocks,
  leadImports: leadImportMocks,
  dealRegistrations: dealRegistrationMocks,
  dealReviews: dealReviewMocks,
  dealChanges: dealChangeMocks,
  dealActivities: dealActivityMocks,
  claimChecks: claimCheckMocks,
  dealForm: dealFormMocks,
  evidenceFiles: evidenceFileMocks,
  receipts: receiptMocks,
  conflictCases: conflictCaseMocks,
  dealImports: dealImportMocks,
  accounts: accountMocks,
  storedFiles: storedFileMocks,
  assets: assetMocks,
  assetVersions: assetVersionMocks,
  assetFolders: assetFolderMocks,
  partnerEvents: partnerEventMocks,
  pointsRules: pointsRuleMocks,
  pointsEntries: pointsEntryMocks,
  tierPolicies: tierPolicyMocks,
  tierEvaluations: tierEvaluationMocks,
  levelChanges: levelChangeMocks,
  pointsHolds: pointsHoldMocks,
  paretoReports: paretoReportMocks,
  boards: boardMocks,
  boardResults: boardResultMocks,
  challenges: challengeMocks,
  challengeEntries: challengeEntryMocks,
  badges: badgeMocks,
  badgeAwards: badgeAwardMocks,
  pointsAccounts: pointsAccountMocks,
  rewards: rewardMocks,
  redemptions: redemptionMocks,
  assetEvents: assetEventMocks,
  shareLinks: shareLinkMocks,
  printOrders: printOrderMocks,
  cobrandTemplates: cobrandTemplateMocks,
  cobrands: cobrandMocks,
  collateralEmbeds: collateralEmbedMocks,
};
