import type {ParetoReport} from './pareto-report.schema.ts';

/** A year of two partners who are nearly equal. */
export const paretoReportExample = {
  currency: 'EUR',
  from: '2025-12-31T22:00:00.000Z',
  until: '2026-12-31T22:00:00.000Z',
  totalMinor: 18_400_000,
  partners: 2,
  core: {sharePercent: 80, partners: 2, shareOfPartners: 10_000},
  rows: [
    {rank: 1, partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000102', name: 'Bergmann Systeme'}, amountMinor: 9_400_000, share: 5109, cumulativeShare: 5109, isCore: true},
    {rank: 2, partnerOrg: {id: '0193a0c0-0000-7000-8000-000000000101', name: 'Lumen Automation'}, amountMinor: 9_000_000, share: 4891, cumulativeShare: 10_000, isCore: true},
  ],
  curve: [{partners: 0, turnover: 0}, {partners: 5000, turnover: 5109}, {partners: 10_000, turnover: 10_000}],
} satisfies ParetoReport;
