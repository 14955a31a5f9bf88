import {z} from 'zod';
import {pageInput, pageOf} from '../page.ts';
import {defineRoutes} from '../route.ts';
import {Id, Instant, TimeZone, text} from '../text.ts';
import {AssetEventRecord, AssetEventKind, AssetReport, AssetReportBy, AssetView} from './asset-event.schema.ts';

const everybody = ['key', 'vendor', 'partner'] as const;
const filter = {
  assetId: Id.optional(),
  assetVersionId: Id.optional(),
  partnerOrgId: Id.optional(),
  personId: Id.optional(),
  kind: z.array(AssetEventKind).max(9).optional(),
  campaign: text(120).optional(),
  shareLinkId: Id.optional(),
  collateralEmbedId: Id.optional(),
  /** From this instant on. */
  since: Instant.optional(),
  /** Before this instant. */
  until: Instant.optional(),
};

export const assetEventRoutes = defineRoutes({
  /** Lists what was done with material, latest first: for a partner what its own people and visitors of its links and pages did. */
  list: {method: 'GET', path: '/asset-events', input: z.object({...pageInput, ...filter}), response: pageOf(AssetEventRecord), callers: everybody},
  /** Counts the same by asset, version, organisation, day, campaign or person. At most 400 rows. */
  report: {
    method: 'GET',
    path: '/asset-events/report',
    input: z.object({...filter, by: AssetReportBy.default('asset'), timeZone: TimeZone.default('UTC')}),
    response: AssetReport,
    callers: everybody,
  },
  /** Writes down what a person looked at, many at a time. What they may not see is passed over. */
  create: {
    method: 'POST',
    path: '/asset-events',
    input: z.object({views: z.array(AssetView).min(1).max(100)}),
    response: z.object({recorded: z.int().nonnegative()}),
    status: 202,
    callers: ['vendor', 'partner'],
  },
});
