import type {ParetoReport} from './pareto-report.schema.ts';

// The arithmetic of the report on turnover. Servers and mocks run it. No schema library here.

export interface Turnover {
  readonly partnerOrg: {readonly id: string; readonly name: string};
  readonly amountMinor: number;
}

const mostRows = 500;
const mostSteps = 100;

/**
 * Sorts partners by turnover and adds them up.
 *
 * @param sharePercent - The core is the fewest partners that bring at least this much, 1 to 100.
 */
export function paretoOf(turnovers: readonly Turnover[], sharePercent: number): Pick<ParetoReport, 'totalMinor' | 'partners' | 'core' | 'rows' | 'curve'> {
  const sorted = turnovers.filter(({amountMinor}) => amountMinor > 0).toSorted((a, b) => b.amountMinor - a.amountMinor || (a.partnerOrg.id < b.partnerOrg.id ? -1 : 1));
  const totalMinor = sorted.reduce((sum, {amountMinor}) => sum + amountMinor, 0);
  const shareOf = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part / whole) * 10_000));
  const sums: number[] = [];
  for (const {amountMinor} of sorted) sums.push((sums.at(-1) ?? 0) + amountMinor);
  const core = totalMinor === 0 ? 0 : 1 + sums.findIndex(sum => sum / totalMinor >= sharePercent / 100);
  const rows = sorted.slice(0, mostRows).map(({partnerOrg, amountMinor}, index) => ({
    rank: index + 1,
    partnerOrg,
    amountMinor,
    share: shareOf(amountMinor, totalMinor),
    cumulativeShare: shareOf(sums[index] ?? 0, totalMinor),
    isCore: index < core,
  }));
  const steps = Math.min(mostSteps, sorted.length);
  const curve = Array.from({length: sorted.length === 0 ? 0 : steps + 1}, (_, step) => {
    const count = Math.round((step / steps) * sorted.length);
    return {partners: shareOf(count, sorted.length), turnover: shareOf(count === 0 ? 0 : (sums[count - 1] ?? 0), totalMinor)};
  });
  return {totalMinor, partners: sorted.length, core: {sharePercent, partners: core, shareOfPartners: shareOf(core, sorted.length)}, rows, curve};
}
