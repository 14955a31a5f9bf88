import type {PointsLot} from '@portico/contract/points-account-rules';
import type {LineRow} from './challenge-data.ts';
import type {EntryRow} from './standing.ts';
import type {Store} from './store.ts';

/** What partners earned: by rules and by challenges. */
export function earnedLines(store: Store): readonly (EntryRow | LineRow)[] {
  return [...store.data.standing.entries.values(), ...store.data.challenges.lines.values().filter(({challengeEntryId}) => challengeEntryId !== null)];
}

/** What a partner can redeem, by when it expires. */
export function lotsOf(store: Store, partnerOrgId: string): PointsLot[] {
  const now = store.now();
  const own = [...store.data.standing.entries.values(), ...store.data.challenges.lines.values()].filter(row => row.partnerOrgId === partnerOrgId && (row.expiresAt === null || row.expiresAt > now));
  return [...Map.groupBy(own, ({expiresAt}) => expiresAt)].map(([expiresAt, rows]) => ({expiresAt, points: rows.reduce((sum, {points}) => sum + points, 0)})).filter(({points}) => points !== 0);
}

/** Adds a line of an entry or a redemption to the ledger. */
export function addLine(store: Store, line: Omit<LineRow, 'id' | 'recordedAt' | 'reversesId' | 'reversedById'>): LineRow {
  const row = store.data.challenges.lines.set({...line, id: store.newId('pointsEntry'), recordedAt: store.now(), reversesId: null, reversedById: null});
  store.change('points_entry', row.id, {onlyPartnerOrgId: row.partnerOrgId});
  return row;
}

/** Takes a line back by one of its own. */
export function reverseLine(store: Store, line: LineRow, reason: LineRow['reason']): void {
  const {lines} = store.data.challenges;
  const id = store.newId('pointsEntry');
  lines.set({...line, reversedById: id});
  lines.set({...line, id, points: -line.points, reason, recordedAt: store.now(), reversesId: line.id, reversedById: null});
  store.change('points_entry', id, {onlyPartnerOrgId: line.partnerOrgId});
}

/** Lines of an entry or a redemption that stand. */
export function standingLines(store: Store, of: Partial<Pick<LineRow, 'challengeEntryId' | 'redemptionId'>>): LineRow[] {
  return store.data.challenges.lines.values().filter(row => row.reversesId === null && row.reversedById === null && (of.challengeEntryId === undefined ? row.redemptionId === of.redemptionId : row.challengeEntryId === of.challengeEntryId));
}
