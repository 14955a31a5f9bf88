import {z} from 'zod';
import {Currency} from '../money.ts';
import {defineRoutes} from '../route.ts';
import {Instant} from '../text.ts';
import {ParetoReport} from './pareto-report.schema.ts';

export const paretoReportRoutes = defineRoutes({
  /** Adds up the deals won in one currency by partner. Channel managers see their own partners. */
  get: {
    method: 'GET',
    path: '/pareto-report',
    input: z.object({currency: Currency, from: Instant.optional(), until: Instant.optional(), /** What the core brings at least. */ sharePercent: z.int().min(1).max(100).default(80)}),
    response: ParetoReport,
    callers: ['key', 'vendor'],
  },
});
