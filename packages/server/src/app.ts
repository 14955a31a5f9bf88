import {api} from '@portico/contract';
import {Hono} from 'hono';
import {assetEventHandlers} from './asset-event/asset-event.handlers.ts';
import {assetFolderHandlers} from './asset-folder/asset-folder.handlers.ts';
import {assetVersionHandlers} from './asset-version/asset-version.handlers.ts';
import {assetHandlers} from './asset/asset.handlers.ts';
import {activityHandlers} from './activity/activity.handlers.ts';
import {badgeAwardHandlers} from './badge-award/badge-award.handlers.ts';
import {badgeHandlers} from './badge/badge.handlers.ts';
import {boardResultHandlers} from './board-result/board-result.handlers.ts';
import {boardHandlers} from './board/board.handlers.ts';
import {collateralEmbedHandlers} from './collateral-embed/collateral-embed.handlers.ts';
import {embedMedia} from './collateral-embed/embed-media.ts';
import {Showings} from './collateral-embed/showings.ts';
import type {Config} from './config.ts';
import type {Context} from './context.ts';
import type {Database} from './database/database.ts';
import {dealRegistrationHandlers} from './deal-registration/deal-registration.handlers.ts';
import {dealReviewHandlers} from './deal-review/deal-review.handlers.ts';
import {dealChangeHandlers} from './deal-change/deal-change.handlers.ts';
import {dealActivityHandlers} from './deal-activity/deal-activity.handlers.ts';
import {claimCheckHandlers} from './claim-check/claim-check.handlers.ts';
import {dealFormHandlers} from './deal-form/deal-form.handlers.ts';
import {evidenceFileHandlers} from './evidence-file/evidence-file.handlers.ts';
import {scanEvidence} from './evidence-file/scan-evidence.ts';
import {receiptHandlers} from './receipt/receipt.handlers.ts';
import {cobrandHandlers} from './cobrand/cobrand.handlers.ts';
import {findCopyTenant} from './cobrand/copy-status.queries.ts';
import {cobrandTemplateHandlers} from './cobrand-template/cobrand-template.handlers.ts';
import {conflictCaseHandlers} from './conflict-case/conflict-case.handlers.ts';
import {dealImportHandlers} from './deal-import/deal-import.handlers.ts';
import {runExports} from './deal-import/run-exports.ts';
import {accountHandlers} from './account/account.handlers.ts';
import {embedSessionHandlers} from './embed-session/embed-session.handlers.ts';
import {fileRequests, filesPath, noFiles} from './http/file-requests.ts';
import {actAgain} from './http/act-again.ts';
import {Background} from './http/background.ts';
import {challengeEntryHandlers} from './challenge-entry/challenge-entry.handlers.ts';
import {challengeHandlers} from './challenge/challenge.handlers.ts';
import {ChangeStream} from './http/change-stream.ts';
import {copyPage} from './http/copy-page.ts';
import {answerError, conventions} from './http/conventions.ts';
import {OriginDirectory, allowRequests} from './http/cors.ts';
import {mountDocuments} from './http/documents.ts';
import {mountHealth} from './http/health.ts';
import {KeyUsage} from './http/key-usage.ts';
import {allowedMethods, mount} from './http/mount.ts';
import {allowPublicRequests} from './http/public-call.ts';
import {basePath, type HandlerTable} from './http/mounted-route.ts';
import {problemResponse} from './http/problem-response.ts';
import {RateLimiter} from './http/rate-limit.ts';
import type {Env} from './http/request-facts.ts';
import type {Files} from './stored-file/files.ts';
import {libraryFiles} from './stored-file/file-views.ts';
import {FileLinks} from './stored-file/signed-url.ts';
import {storedFileHandlers} from './stored-file/stored-file.handlers.ts';
import type {Services} from './http/services.ts';
import {Keyring} from './keys/keyring.ts';
import {Housekeeping} from './jobs/housekeeping.ts';
import {levelChangeHandlers} from './level-change/level-change.handlers.ts';
import {Round} from './jobs/round.ts';
import {runDue} from './jobs/run-due.ts';
import {tierEvaluationHandlers} from './tier-evaluation/tier-evaluation.handlers.ts';
import {tierPolicyHandlers} from './tier-policy/tier-policy.handlers.ts';
import {SessionTokens} from './keys/session-token.ts';
import {leadHandlers} from './lead/lead.handlers.ts';
import {runImports} from './csv-import/run-imports.ts';
import {leadImportHandlers} from './lead-import/lead-import.handlers.ts';
import {leadOfferHandlers} from './lead-offer/lead-offer.handlers.ts';
import {meHandlers} from './me/me.handlers.ts';
import {paretoReportHandlers} from './pareto-report/pareto-report.handlers.ts';
import {partnerEventHandlers} from './partner-event/partner-event.handlers.ts';
import {partnerOrgHandlers} from './partner-org/partner-org.handlers.ts';
import {personHandlers} from './person/person.handlers.ts';
import {pointsAccountHandlers} from './points-account/points-account.handlers.ts';
import {pointsEntryHandlers} from './points-entry/points-entry.handlers.ts';
import {pointsHoldHandlers} from './points-hold/points-hold.handlers.ts';
import {pointsRuleHandlers} from './points-rule/points-rule.handlers.ts';
import {runReplays} from './points-flow/run-replays.ts';
import {printOrderHandlers} from './print-order/print-order.handlers.ts';
import {problem} from './problem.ts';
import {programHandlers} from './program/program.handlers.ts';
import {findEmbedTenant} from './public-token/token-owner.queries.ts';
import {publicPages} from './public-pages/public-pages.ts';
import {redemptionHandlers} from './redemption/redemption.handlers.ts';
import {rewardHandlers} from './reward/reward.handlers.ts';
import {routingDecisionHandlers} from './routing-decision/routing-decision.handlers.ts';
import {routingRuleHandlers} from './routing-rule/routing-rule.handlers.ts';
import {shareLinkPages} from './share-link/open-share-link.ts';
import {shareLinkHandlers} from './share-link/share-link.handlers.ts';

/** Where strangers open share links, and get what embeds show, on the files' origin. */
const [shareLinksPath, embedMediaPath] = ['/s/', '/e/'];
/** Below it pages of any origin may ask. */
const publicPath = `${basePath}/embed/`;

export interface AppOptions {
  /** Open and migrated. */
  readonly database: Database;
  readonly context: Context;
  readonly config: Config;
  /** Keeps files and serves them; without it there are none, as in a browser page. */
  readonly files?: Files | undefined;
}

/** The API as a function from request to answer: in Node behind a socket, in a test or a browser page by itself. */
export interface App {
  /** @param env - What the listening server knows besides the request. */
  fetch(request: Request, env?: Env['Bindings']): Promise<Response>;
  /** Does what is due by the clock, and begins with imports and exports that wait; call it every second. @returns How many things were done, those apart. */
  runDue(): Promise<number>;
  /** Says that it is not ready any more and sends the readers of the event stream away, before the server stops taking requests. */
  drain(): void;
  /** Ends all streams and waits for what answers did not wait for. The database stays open. */
  close(): Promise<void>;
}

/** Puts the API together: the table of contents of this package. */
export function createApp({database, context, config, files}: AppOptions): App {
  const keyring = new Keyring(database, context);
  const tokens = new SessionTokens({keyring, publicUrl: config.publicUrl, now: context.now});
  const background = new Background(context.log);
  const filesUrl = config.filesUrl ?? config.publicUrl;
  const links = new FileLinks(keyring, filesUrl, context);
  const library = libraryFiles(links);
  const showings = new Showings(database, context);
  const scanner = files?.scanner;
  const services: Services = {
    database,
    context,
    keyring,
    tokens,
    limiter: new RateLimiter(config.quotas, context),
    origins: new OriginDirectory(database, context),
    background,
    keyUsage: new KeyUsage(database, context, background),
    checkResponses: config.checkResponses,
  };
  const handlers: HandlerTable = {
    me: meHandlers,
    embedSessions: embedSessionHandlers(tokens),
    program: programHandlers,
    partnerOrgs: partnerOrgHandlers(library),
    people: personHandlers,
    leads: leadHandlers,
    leadOffers: leadOfferHandlers,
    activities: activityHandlers,
    routingRules: routingRuleHandlers,
    routingDecisions: routingDecisionHandlers,
    leadImports: leadImportHandlers,
    dealRegistrations: dealRegistrationHandlers,
    dealReviews: dealReviewHandlers,
    dealChanges: dealChangeHandlers,
    dealActivities: dealActivityHandlers,
    claimChecks: claimCheckHandlers,
    dealForm: dealFormHandlers,
    evidenceFiles: evidenceFileHandlers({isScanned: scanner !== undefined}),
    receipts: receiptHandlers,
    conflictCases: conflictCaseHandlers,
    dealImports: dealImportHandlers,
    accounts: accountHandlers,
    storedFiles: storedFileHandlers({links, limits: config.fileLimits}),
    assets: assetHandlers(library),
    assetVersions: assetVersionHandlers(library),
    assetFolders: assetFolderHandlers,
    partnerEvents: partnerEventHandlers,
    pointsRules: pointsRuleHandlers,
    pointsEntries: pointsEntryHandlers,
    tierPolicies: tierPolicyHandlers,
    tierEvaluations: tierEvaluationHandlers,
    levelChanges: levelChangeHandlers,
    pointsHolds: pointsHoldHandlers,
    paretoReports: paretoReportHandlers,
    boards: boardHandlers,
    boardResults: boardResultHandlers,
    challenges: challengeHandlers,
    challengeEntries: challengeEntryHandlers(library),
    badges: badgeHandlers,
    badgeAwards: badgeAwardHandlers,
    pointsAccounts: pointsAccountHandlers,
    rewards: rewardHandlers,
    redemptions: redemptionHandlers,
    cobrandTemplates: cobrandTemplateHandlers(library),
    cobrands: cobrandHandlers({files: library, publicUrl: config.publicUrl, previewUrl: ({tenantId, principalId: subject}, fileId) => links.drawing({tenantId, fileId, subject})}),
    assetEvents: assetEventHandlers,
    shareLinks: shareLinkHandlers(library, `${filesUrl}${shareLinksPath}`),
    printOrders: printOrderHandlers(library),
    collateralEmbeds: collateralEmbedHandlers({files: library, mediaUrl: `${filesUrl}${embedMediaPath}`, showings}),
  };

  const stream = new ChangeStream(services);
  const housekeeping = new Housekeeping(database, context);
  const longWork = [
    new Round('replays', context, signal => runReplays(database, context, {signal})),
    new Round('imports', context, signal => runImports(database, context, {signal})),
    new Round('exports', context, signal => runExports(database, context, (asker, work) => actAgain(database, context, asker, work), {signal})),
    ...(scanner ? [new Round('scanner', context, signal => scanEvidence(database, context, scanner, {signal}))] : []),
  ];
  let isDraining = false;

  const app = new Hono<Env>();
  app.use(conventions(services, config.publicUrl));
  app.onError(answerError(services));
  // Returned, not thrown: Hono asks here outside of its own catching, and the conventions would be passed over.
  app.notFound(c => problemResponse(problem('route_not_found'), c.var.requestId, context.log));
  app.options('*', async c => {
    const {origin} = c.var;
    const response = c.body(null, 204);
    if (c.req.path.startsWith(publicPath)) {
      c.set('isPublic', true);
      allowPublicRequests(response.headers);
    } else if (origin !== null && (await services.origins.lists(origin))) allowRequests(response.headers);
    return response;
  });
  mountHealth(app, services, () => isDraining);
  mountDocuments(app, services, config.publicUrl);
  app.get(`${basePath}/events`, stream.handle);
  app.all(`${basePath}/events`, () => {
    throw problem('method_not_allowed', {allow: allowedMethods(['GET'])});
  });
  app.use(`${basePath}/copies/:code`, copyPage());
  mount(app, api, handlers, services, {
    cobrands: (db, {code}) => findCopyTenant(db, String(code)),
    collateralEmbeds: (db, {token}) => findEmbedTenant(db, String(token)),
  });

  const answerFile = fileRequests(services, files ? request => files.handle(request, links) : noFiles);
  const common = {database, context, keyring, files: library};
  const pages = publicPages({
    places: {
      [shareLinksPath]: shareLinkPages({...common, filesUrl}),
      [embedMediaPath]: embedMedia({...common, showings, servePicture: files ? (request, picture) => files.servePicture(request, picture) : noFiles}),
    },
    filesUrl,
    context,
    limit: ip => void services.limiter.count([{policy: 'visitor', id: ip ?? 'unknown'}]),
  });
  const answerPage = fileRequests(services, pages.handle);

  return {
    fetch: async (request, env = {}) => {
      const {pathname} = new URL(request.url);
      if (pathname.startsWith(filesPath)) return answerFile(request);
      return pages.has(pathname) ? answerPage(request, env.ip ?? null) : app.fetch(request, env);
    },
    runDue: async () => {
      for (const work of longWork) work.start();
      files?.start();
      return (await runDue(database, context)) + (await showings.write()) + (await housekeeping.runIfDue());
    },
    drain: () => {
      isDraining = true;
      stream.drain();
    },
    close: async () => {
      await stream.close();
      await Promise.all(longWork.map(work => work.stop()));
      await files?.stop();
      await showings.write().catch((error: unknown) => context.log.warn({err: error}, 'showings were not written'));
      await services.background.settle();
    },
  };
}
