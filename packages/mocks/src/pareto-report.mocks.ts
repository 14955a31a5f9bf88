import type {Api} from '@portico/contract';
import {paretoOf, type Turnover} from '@portico/contract/pareto-rules';
import type {MockHandlers} from './handlers.ts';

export const paretoReportMocks: MockHandlers<Api['paretoReports']> = {
  get({currency, from, until, sharePercent}, {store}) {
    const {standing, partnerOrgs} = store.data;
    const sums = new Map<string, number>();
    for (const {event, facts: {amount}, occurredAt, retractedAt, partnerOrgId} of standing.events.values()) {
      const counts = event === 'deal_won' && retractedAt === null && amount?.currency === currency && (from === undefined || Date.parse(occurredAt) >= Date.parse(from)) && (until === undefined || Date.parse(occurredAt) < Date.parse(until));
      if (counts) sums.set(partnerOrgId, (sums.get(partnerOrgId) ?? 0) + amount.amountMinor);
    }
    const turnovers = [...sums].map(([id, amountMinor]): Turnover => ({partnerOrg: {id, name: partnerOrgs.get(id)?.name ?? ''}, amountMinor}));
    return {currency, from: from ?? null, until: until ?? null, ...paretoOf(turnovers, sharePercent)};
  },
};
