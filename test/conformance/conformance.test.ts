import {after, before, describe} from 'node:test';
import {databaseKinds} from '../../packages/server/src/testing/test-database.ts';
import {accountSuite} from './account.suite.ts';
import {activitySuite} from './activity.suite.ts';
import {assetEventSuite} from './asset-event.suite.ts';
import {assetFolderSuite} from './asset-folder.suite.ts';
import {assetVersionSuite} from './asset-version.suite.ts';
import {assetSuite} from './asset.suite.ts';
import {type Backend, mockBackend, serverBackend} from './backend.ts';
import {badgeAwardSuite} from './badge-award.suite.ts';
import {badgeSuite} from './badge.suite.ts';
import {boardResultSuite} from './board-result.suite.ts';
import {boardSuite} from './board.suite.ts';
import {challengeEntrySuite} from './challenge-entry.suite.ts';
import {challengeSuite} from './challenge.suite.ts';
import {claimCheckSuite} from './claim-check.suite.ts';
import {cobrandTemplateSuite} from './cobrand-template.suite.ts';
import {cobrandSuite} from './cobrand.suite.ts';
import {collateralEmbedSuite} from './collateral-embed.suite.ts';
import {conflictCaseSuite} from './conflict-case.suite.ts';
import {dealActivitySuite} from './deal-activity.suite.ts';
import {dealChangeSuite} from './deal-change.suite.ts';
import {dealFormSuite} from './deal-form.suite.ts';
import {dealImportSuite} from './deal-import.suite.ts';
import {dealRegistrationSuite} from './deal-registration.suite.ts';
import {dealReviewSuite} from './deal-review.suite.ts';
import {embedSessionSuite} from './embed-session.suite.ts';
import {evidenceFileSuite} from './evidence-file.suite.ts';
import {levelChangeSuite} from './level-change.suite.ts';
import {leadImportSuite} from './lead-import.suite.ts';
import {leadOfferSuite} from './lead-offer.suite.ts';
import {leadSuite} from './lead.suite.ts';
import {meSuite} from './me.suite.ts';
import {paretoReportSuite} from './pareto-report.suite.ts';
import {partnerEventSuite} from './partner-event.suite.ts';
import {partnerOrgSuite} from './partner-org.suite.ts';
import {personSuite} from './person.suite.ts';
import {pointsAccountSuite} from './points-account.suite.ts';
import {pointsEntrySuite} from './points-entry.suite.ts';
import {pointsHoldSuite} from './points-hold.suite.ts';
import {pointsRuleSuite} from './points-rule.suite.ts';
import {printOrderSuite} from './print-order.suite.ts';
import {programSuite} from './program.suite.ts';
import {receiptSuite} from './receipt.suite.ts';
import {redemptionSuite} from './redemption.suite.ts';
import {rewardSuite} from './reward.suite.ts';
import {routingDecisionSuite} from './routing-decision.suite.ts';
import {routingRuleSuite} from './routing-rule.suite.ts';
import {shareLinkSuite} from './share-link.suite.ts';
import {storedFileSuite} from './stored-file.suite.ts';
import {tierEvaluationSuite} from './tier-evaluation.suite.ts';
import {tierPolicySuite} from './tier-policy.suite.ts';

const suites = {
  me: meSuite,
  'embed-session': embedSessionSuite,
  program: programSuite,
  'partner-org': partnerOrgSuite,
  person: personSuite,
  lead: leadSuite,
  'lead-offer': leadOfferSuite,
  activity: activitySuite,
  'routing-rule': routingRuleSuite,
  'routing-decision': routingDecisionSuite,
  'lead-import': leadImportSuite,
  'deal-registration': dealRegistrationSuite,
  'deal-review': dealReviewSuite,
  'deal-change': dealChangeSuite,
  'deal-activity': dealActivitySuite,
  'claim-check': claimCheckSuite,
  'conflict-case': conflictCaseSuite,
  'deal-import': dealImportSuite,
  account: accountSuite,
  'deal-form': dealFormSuite,
  'evidence-file': evidenceFileSuite,
  receipt: receiptSuite,
  'stored-file': storedFileSuite,
  asset: assetSuite,
  'asset-version': assetVersionSuite,
  'asset-folder': assetFolderSuite,
  'partner-event': partnerEventSuite,
  'points-rule': pointsRuleSuite,
  'points-entry': pointsEntrySuite,
  'tier-policy': tierPolicySuite,
  'tier-evaluation': tierEvaluationSuite,
  'level-change': levelChangeSuite,
  'points-hold': pointsHoldSuite,
  'pareto-report': paretoReportSuite,
  board: boardSuite,
  'board-result': boardResultSuite,
  challenge: challengeSuite,
  'challenge-entry': challengeEntrySuite,
  badge: badgeSuite,
  'badge-award': badgeAwardSuite,
  'points-account': pointsAccountSuite,
  reward: rewardSuite,
  redemption: redemptionSuite,
  'asset-event': assetEventSuite,
  'share-link': shareLinkSuite,
  'print-order': printOrderSuite,
  'collateral-embed': collateralEmbedSuite,
  'cobrand-template': cobrandTemplateSuite,
  cobrand: cobrandSuite,
};

const backends: [string, () => Promise<Backend>][] = [['mocks', mockBackend], ...databaseKinds.map(kind => [`server on ${kind}`, () => serverBackend(kind)] as [string, () => Promise<Backend>])];

for (const [name, start] of backends) {
  describe(`what any backend must do: ${name}`, () => {
    let backend: Backend;
    before(async () => {
      backend = await start();
    });
    after(() => backend?.close());
    for (const [resource, suite] of Object.entries(suites)) describe(resource, () => suite(() => backend));
  });
}
