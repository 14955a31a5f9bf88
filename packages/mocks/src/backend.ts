import type {ProblemCode} from '@portico/contract';
import {actsOn, type Acts} from './acts.ts';
import {assetFolderMocks} from './asset-folder.mocks.ts';
import {assetVersionMocks} from './asset-version.mocks.ts';
import {assetMocks} from './asset.mocks.ts';
import {assetEventMocks} from './asset-event.mocks.ts';
import {cobrandTemplateMocks} from './cobrand-template.mocks.ts';
import {cobrandMocks} from './cobrand.mocks.ts';
import {collateralEmbedMocks} from './collateral-embed.mocks.ts';
import {printOrderMocks} from './print-order.mocks.ts';
import {answerLink, shareLinkMocks} from './share-link.mocks.ts';
import {activityMocks} from './activity.mocks.ts';
import {badgeAwardMocks} from './badge-award.mocks.ts';
import {badgeMocks} from './badge.mocks.ts';
import {boardResultMocks} from './board-result.mocks.ts';
import {boardMocks} from './board.mocks.ts';
import {challengeEntryMocks} from './challenge-entry.mocks.ts';
import {sweepChallenges} from './challenge-flow.ts';
import {challengeMocks} from './challenge.mocks.ts';
import {ChangeStreams} from './change-stream.ts';
import {systemClock, type Clock} from './clock.ts';
import {sweepConflicts} from './conflict-case.mocks.ts';
import {dealRegistrationMocks} from './deal-registration.mocks.ts';
import {dealReviewMocks} from './deal-review.mocks.ts';
import {dealChangeMocks} from './deal-change.mocks.ts';
import {dealActivityMocks} from './deal-activity.mocks.ts';
import {claimCheckMocks} from './claim-check.mocks.ts';
import {dealFormMocks} from './deal-form.mocks.ts';
import {evidenceFileMocks} from './evidence-file.mocks.ts';
import {receiptMocks} from './receipt.mocks.ts';
import {conflictCaseMocks} from './conflict-case.mocks.ts';
import {dealImportMocks} from './deal-import.mocks.ts';
import {accountMocks} from './account.mocks.ts';
import {embedSessionMocks} from './embed-session.mocks.ts';
import type {AllHandlers} from './handlers.ts';
import {answer, refuse, type Replays} from './http.ts';
import {sweep} from './let-go.ts';
import {sweepAssets} from './asset-flow.ts';
import {sweepDeals} from './deal-flow.ts';
import {levelChangeMocks} from './level-change.mocks.ts';
import {leadImportMocks} from './lead-import.mocks.ts';
import {leadOfferMocks} from './lead-offer.mocks.ts';
import {leadMocks} from './lead.mocks.ts';
import {meMocks} from './me.mocks.ts';
import {paretoReportMocks} from './pareto-report.mocks.ts';
import {partnerEventMocks} from './partner-event.mocks.ts';
import {partnerOrgMocks} from './partner-org.mocks.ts';
import {personMocks} from './person.mocks.ts';
import {pointsAccountMocks} from './points-account.mocks.ts';
import {pointsEntryMocks} from './points-entry.mocks.ts';
import {pointsHoldMocks} from './points-hold.mocks.ts';
import {pointsRuleMocks} from './points-rule.mocks.ts';
import {MockProblem, problem} from './problem.ts';
import {programMocks} from './program.mocks.ts';
import {redemptionMocks} from './redemption.mocks.ts';
import {rewardMocks} from './reward.mocks.ts';
import {routingDecisionMocks} from './routing-decision.mocks.ts';
import {routingRuleMocks} from './routing-rule.mocks.ts';
import {scenarios, type ScenarioName} from './scenarios.ts';
import {seedData} from './seed.ts';
import {answerFile, filesPath} from './stored-file.bytes.ts';
import {storedFileMocks} from './stored-file.mocks.ts';
import {Store} from './store.ts';
import {tierEvaluationMocks} from './tier-evaluation.mocks.ts';
import {sweepTiers} from './tier-flow.ts';
import {tierPolicyMocks} from './tier-policy.mocks.ts';
import {mintSession, viewerOf, type Viewer} from './viewer.ts';

const handlers: AllHandlers = {
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

export interface MockBackendOptions {
  scenario?: ScenarioName | undefined;
  /** Whose page it is: somebody at the partner Lumen Automation (default), or vendor staff. */
  as?: 'partner' | 'vendor' | undefined;
  clock?: Clock | undefined;
  /** The same number gives the same rows. */
  seed?: number | undefined;
}

/** How the backend behaves; may be changed while a page looks on. */
export interface Behaviour {
  latencyMs: number;
  offline: boolean;
  /** Answers this to everything but `GET /v1/me`. */
  refusal: ProblemCode | null;
}

/** A pretend Portico server that remembers what was done to it. */
export interface MockBackend {
  /** Answers a request; give it to `createClient({fetch})` or to msw. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** A session of the person whose page it is. */
  readonly fetchSession: () => Promise<{token: string; expiresInS: number; draftSecret: string}>;
  /** A session of somebody else, for two pages on one backend. */
  fetchSessionAs(as: 'partner' | 'vendor', personId?: string): () => Promise<{token: string; expiresInS: number; draftSecret: string}>;
  readonly behaviour: Behaviour;
  readonly act: Acts;
  /** Ends every session that was minted until now, and the streams with them. */
  endSessions(): void;
  /** Cuts every open stream, as a restart does. */
  cutStreams(last?: 'cut' | 'reset' | 'reauth' | 'drain'): void;
  readonly openStreams: number;
  /** The rows, for a test that looks behind the answers. */
  readonly store: Store;
}

/** Starts a pretend backend. Nothing is shared between two of them. */
export function createMockBackend({scenario = 'default', as = 'partner', clock = systemClock, seed = 1}: MockBackendOptions = {}): MockBackend {
  const {latencyMs, offline, refusal, ...rest} = scenarios[scenario];
  const behaviour: Behaviour = {latencyMs, offline, refusal};
  const store = new Store(seedData({...rest, latencyMs, offline, refusal}, seed, clock.now()), clock);
  const streams = new ChangeStreams(store);
  const replays: Replays = new Map();
  const ended = {before: 0};
  let sweptAt = clock.now();

  const respond = async (request: Request): Promise<Response> => {
    if (behaviour.offline) throw new TypeError('Failed to fetch');
    if (behaviour.latencyMs > 0) await pause(clock, behaviour.latencyMs, request.signal);
    const requestId = store.newId('request');
    try {
      if (new URL(request.url).pathname.startsWith(filesPath)) return await answerFile(request, store);
      if (new URL(request.url).pathname.startsWith('/s/')) return store.act(() => answerLink(request, {store, viewer: visitor}));
      const path = decodeURIComponent(/\/v1(\/.*)$/.exec(new URL(request.url).pathname)?.[1] ?? '');
      const isForAnybody = path.startsWith('/embed/') || path.startsWith('/copies/');
      if (isForAnybody && behaviour.refusal) throw problem(behaviour.refusal);
      if (isForAnybody) return await forAnyPage(await answer(request, path, visitor, {store, handlers, replays, requestId}));
      const viewer = viewerOf(request.headers.get('authorization'), store, ended.before);
      if (path === '/events') return streams.open(request, viewer);
      if (behaviour.refusal && path !== '/me') throw problem(behaviour.refusal);
      // A minute is fine enough for deadlines, and spares a walk over every offer at each request.
      if (clock.now() - sweptAt >= 60_000) {
        sweptAt = clock.now();
        store.act(() => {
          sweep(store);
          sweepDeals(store);
          sweepAssets(store);
          sweepConflicts(store);
          sweepTiers(store);
          sweepChallenges(store);
        });
      }
      return await answer(request, path, viewer, {store, handlers, replays, requestId});
    } catch (error) {
      if (error instanceof MockProblem) return refuse(error, requestId);
      throw error;
    }
  };

  const fetchSessionAs = (side: 'partner' | 'vendor', personId?: string) => async () => mintSession(store, clock, side, personId);
  return {
    fetch: async (input, init) => respond(new Request(input, init)),
    fetchSession: fetchSessionAs(as),
    fetchSessionAs,
    behaviour,
    act: actsOn(store),
    endSessions() {
      ended.before = store.tokensMinted;
      streams.closeAll('reauth');
    },
    cutStreams: (last = 'cut') => streams.closeAll(last),
    get openStreams() {
      return streams.size;
    },
    store,
  };
}

/** Somebody without a session. */
const visitor = {caller: 'key', person: null, partnerOrgId: null, roles: [], side: 'vendor', seesWholeOrg: true} as const satisfies Viewer;

/** What pages of any origin may read and keep for a while. */
async function forAnyPage(response: Response): Promise<Response> {
  const body = await response.text();
  const headers = new Headers(response.headers);
  headers.set('access-control-allow-origin', '*');
  if (response.status === 200) {
    headers.set('cache-control', 'public, max-age=30');
    headers.set('etag', `"${[...body].reduce((hash, character) => (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0, 7).toString(36)}"`);
  }
  return new Response(body, {status: response.status, headers});
}

function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, resolve);
    signal.addEventListener('abort', () => {
      cancel();
      reject(signal.reason);
    });
  });
}
