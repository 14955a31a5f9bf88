import {accountRoutes} from './account/account.routes.ts';
import {activityRoutes} from './activity/activity.routes.ts';
import {assetEventRoutes} from './asset-event/asset-event.routes.ts';
import {assetFolderRoutes} from './asset-folder/asset-folder.routes.ts';
import {assetVersionRoutes} from './asset-version/asset-version.routes.ts';
import {assetRoutes} from './asset/asset.routes.ts';
import {badgeAwardRoutes} from './badge-award/badge-award.routes.ts';
import {badgeRoutes} from './badge/badge.routes.ts';
import {boardResultRoutes} from './board-result/board-result.routes.ts';
import {boardRoutes} from './board/board.routes.ts';
import {challengeEntryRoutes} from './challenge-entry/challenge-entry.routes.ts';
import {challengeRoutes} from './challenge/challenge.routes.ts';
import {claimCheckRoutes} from './claim-check/claim-check.routes.ts';
import {collateralEmbedRoutes} from './collateral-embed/collateral-embed.routes.ts';
import {cobrandTemplateRoutes} from './cobrand-template/cobrand-template.routes.ts';
import {cobrandRoutes} from './cobrand/cobrand.routes.ts';
import {conflictCaseRoutes} from './conflict-case/conflict-case.routes.ts';
import {dealActivityRoutes} from './deal-activity/deal-activity.routes.ts';
import {dealChangeRoutes} from './deal-change/deal-change.routes.ts';
import {dealFormRoutes} from './deal-form/deal-form.routes.ts';
import {dealImportRoutes} from './deal-import/deal-import.routes.ts';
import {dealRegistrationRoutes} from './deal-registration/deal-registration.routes.ts';
import {dealReviewRoutes} from './deal-review/deal-review.routes.ts';
import {embedSessionRoutes} from './embed-session/embed-session.routes.ts';
import {evidenceFileRoutes} from './evidence-file/evidence-file.routes.ts';
import {leadImportRoutes} from './lead-import/lead-import.routes.ts';
import {leadOfferRoutes} from './lead-offer/lead-offer.routes.ts';
import {leadRoutes} from './lead/lead.routes.ts';
import {levelChangeRoutes} from './level-change/level-change.routes.ts';
import {meRoutes} from './me/me.routes.ts';
import {paretoReportRoutes} from './pareto-report/pareto-report.routes.ts';
import {partnerEventRoutes} from './partner-event/partner-event.routes.ts';
import {partnerOrgRoutes} from './partner-org/partner-org.routes.ts';
import {personRoutes} from './person/person.routes.ts';
import {pointsAccountRoutes} from './points-account/points-account.routes.ts';
import {pointsEntryRoutes} from './points-entry/points-entry.routes.ts';
import {pointsHoldRoutes} from './points-hold/points-hold.routes.ts';
import {pointsRuleRoutes} from './points-rule/points-rule.routes.ts';
import {printOrderRoutes} from './print-order/print-order.routes.ts';
import {programRoutes} from './program/program.routes.ts';
import {receiptRoutes} from './receipt/receipt.routes.ts';
import {redemptionRoutes} from './redemption/redemption.routes.ts';
import {rewardRoutes} from './reward/reward.routes.ts';
import type {Routes} from './route.ts';
import {routingDecisionRoutes} from './routing-decision/routing-decision.routes.ts';
import {routingRuleRoutes} from './routing-rule/routing-rule.routes.ts';
import {shareLinkRoutes} from './share-link/share-link.routes.ts';
import {storedFileRoutes} from './stored-file/stored-file.routes.ts';
import {tierEvaluationRoutes} from './tier-evaluation/tier-evaluation.routes.ts';
import {tierPolicyRoutes} from './tier-policy/tier-policy.routes.ts';

/**
 * Every route by resource. The key is the client's property and, in kebab-case and singular, the resource's folder. Named here and not inferred, so that
 * published types refer to each resource's routes, whose docstrings editors show on the client's calls.
 */
export type Api = {
  readonly me: typeof meRoutes;
  readonly embedSessions: typeof embedSessionRoutes;
  readonly program: typeof programRoutes;
  readonly partnerOrgs: typeof partnerOrgRoutes;
  readonly people: typeof personRoutes;
  readonly leads: typeof leadRoutes;
  readonly leadOffers: typeof leadOfferRoutes;
  readonly activities: typeof activityRoutes;
  readonly routingRules: typeof routingRuleRoutes;
  readonly routingDecisions: typeof routingDecisionRoutes;
  readonly leadImports: typeof leadImportRoutes;
  readonly dealRegistrations: typeof dealRegistrationRoutes;
  readonly dealReviews: typeof dealReviewRoutes;
  readonly dealChanges: typeof dealChangeRoutes;
  readonly dealActivities: typeof dealActivityRoutes;
  readonly claimChecks: typeof claimCheckRoutes;
  readonly dealForm: typeof dealFormRoutes;
  readonly evidenceFiles: typeof evidenceFileRoutes;
  readonly receipts: typeof receiptRoutes;
  readonly conflictCases: typeof conflictCaseRoutes;
  readonly dealImports: typeof dealImportRoutes;
  readonly accounts: typeof accountRoutes;
  readonly storedFiles: typeof storedFileRoutes;
  readonly assets: typeof assetRoutes;
  readonly assetVersions: typeof assetVersionRoutes;
  readonly assetFolders: typeof assetFolderRoutes;
  readonly partnerEvents: typeof partnerEventRoutes;
  readonly pointsRules: typeof pointsRuleRoutes;
  readonly pointsEntries: typeof pointsEntryRoutes;
  readonly tierPolicies: typeof tierPolicyRoutes;
  readonly tierEvaluations: typeof tierEvaluationRoutes;
  readonly levelChanges: typeof levelChangeRoutes;
  readonly pointsHolds: typeof pointsHoldRoutes;
  readonly paretoReports: typeof paretoReportRoutes;
  readonly boards: typeof boardRoutes;
  readonly boardResults: typeof boardResultRoutes;
  readonly challenges: typeof challengeRoutes;
  readonly challengeEntries: typeof challengeEntryRoutes;
  readonly badges: typeof badgeRoutes;
  readonly badgeAwards: typeof badgeAwardRoutes;
  readonly pointsAccounts: typeof pointsAccountRoutes;
  readonly rewards: typeof rewardRoutes;
  readonly redemptions: typeof redemptionRoutes;
  readonly cobrandTemplates: typeof cobrandTemplateRoutes;
  readonly cobrands: typeof cobrandRoutes;
  readonly assetEvents: typeof assetEventRoutes;
  readonly shareLinks: typeof shareLinkRoutes;
  readonly printOrders: typeof printOrderRoutes;
  readonly collateralEmbeds: typeof collateralEmbedRoutes;
};

/** The route table. */
export const api: Api = {
  me: meRoutes,
  embedSessions: embedSessionRoutes,
  program: programRoutes,
  partnerOrgs: partnerOrgRoutes,
  people: personRoutes,
  leads: leadRoutes,
  leadOffers: leadOfferRoutes,
  activities: activityRoutes,
  routingRules: routingRuleRoutes,
  routingDecisions: routingDecisionRoutes,
  leadImports: leadImportRoutes,
  dealRegistrations: dealRegistrationRoutes,
  dealReviews: dealReviewRoutes,
  dealChanges: dealChangeRoutes,
  dealActivities: dealActivityRoutes,
  claimChecks: claimCheckRoutes,
  dealForm: dealFormRoutes,
  evidenceFiles: evidenceFileRoutes,
  receipts: receiptRoutes,
  conflictCases: conflictCaseRoutes,
  dealImports: dealImportRoutes,
  accounts: accountRoutes,
  storedFiles: storedFileRoutes,
  assets: assetRoutes,
  assetVersions: assetVersionRoutes,
  assetFolders: assetFolderRoutes,
  partnerEvents: partnerEventRoutes,
  pointsRules: pointsRuleRoutes,
  pointsEntries: pointsEntryRoutes,
  tierPolicies: tierPolicyRoutes,
  tierEvaluations: tierEvaluationRoutes,
  levelChanges: levelChangeRoutes,
  pointsHolds: pointsHoldRoutes,
  paretoReports: paretoReportRoutes,
  boards: boardRoutes,
  boardResults: boardResultRoutes,
  challenges: challengeRoutes,
  challengeEntries: challengeEntryRoutes,
  badges: badgeRoutes,
  badgeAwards: badgeAwardRoutes,
  pointsAccounts: pointsAccountRoutes,
  rewards: rewardRoutes,
  redemptions: redemptionRoutes,
  cobrandTemplates: cobrandTemplateRoutes,
  cobrands: cobrandRoutes,
  assetEvents: assetEventRoutes,
  shareLinks: shareLinkRoutes,
  printOrders: printOrderRoutes,
  collateralEmbeds: collateralEmbedRoutes,
} satisfies Record<string, Routes>;

/** The folder of each resource, for tools that go from the table to the files. */
export const resourceFolders = {
  me: 'me',
  embedSessions: 'embed-session',
  program: 'program',
  partnerOrgs: 'partner-org',
  people: 'person',
  leads: 'lead',
  leadOffers: 'lead-offer',
  activities: 'activity',
  routingRules: 'routing-rule',
  routingDecisions: 'routing-decision',
  leadImports: 'lead-import',
  dealRegistrations: 'deal-registration',
  dealReviews: 'deal-review',
  dealChanges: 'deal-change',
  dealActivities: 'deal-activity',
  claimChecks: 'claim-check',
  dealForm: 'deal-form',
  evidenceFiles: 'evidence-file',
  receipts: 'receipt',
  conflictCases: 'conflict-case',
  dealImports: 'deal-import',
  accounts: 'account',
  storedFiles: 'stored-file',
  assets: 'asset',
  assetVersions: 'asset-version',
  assetFolders: 'asset-folder',
  partnerEvents: 'partner-event',
  pointsRules: 'points-rule',
  pointsEntries: 'points-entry',
  tierPolicies: 'tier-policy',
  tierEvaluations: 'tier-evaluation',
  levelChanges: 'level-change',
  pointsHolds: 'points-hold',
  paretoReports: 'pareto-report',
  boards: 'board',
  boardResults: 'board-result',
  challenges: 'challenge',
  challengeEntries: 'challenge-entry',
  badges: 'badge',
  badgeAwards: 'badge-award',
  pointsAccounts: 'points-account',
  rewards: 'reward',
  redemptions: 'redemption',
  cobrandTemplates: 'cobrand-template',
  cobrands: 'cobrand',
  assetEvents: 'asset-event',
  shareLinks: 'share-link',
  printOrders: 'print-order',
  collateralEmbeds: 'collateral-embed',
} as const satisfies Record<keyof Api, string>;
