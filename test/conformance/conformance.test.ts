import {after, before, describe} from 'node:test';
import {databaseKinds} from '../../packages/server/src/testing/test-database.ts';
import {activitySuite} from './activity.suite.ts';
import {type Backend, mockBackend, serverBackend} from './backend.ts';
import {dealRegistrationSuite} from './deal-registration.suite.ts';
import {embedSessionSuite} from './embed-session.suite.ts';
import {leadImportSuite} from './lead-import.suite.ts';
import {leadOfferSuite} from './lead-offer.suite.ts';
import {leadSuite} from './lead.suite.ts';
import {meSuite} from './me.suite.ts';
import {partnerOrgSuite} from './partner-org.suite.ts';
import {personSuite} from './person.suite.ts';
import {programSuite} from './program.suite.ts';
import {routingDecisionSuite} from './routing-decision.suite.ts';
import {routingRuleSuite} from './routing-rule.suite.ts';

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
