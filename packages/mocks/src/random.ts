/** A number from 0 up to but not including 1. */
export type Random = () => number;

/** A stream of numbers that is the same for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Numbers for one row of many, so that a row can be made without the ones before it. */
export function seededAt(seed: number, index: number): Random {
  return seeded(seed ^ Math.imul(index + 1, 0x9e3779b1));
}

/** One of some values. */
export function pick<T>(random: Random, values: readonly [T, ...T[]]): T {
  return values[Math.floor(random() * values.length)] ?? values[0];
}

/** The kinds of rows whose ids are made from their number. */
const kinds = {lead: '8001', leadOffer: '8002', activity: '8003', decision: '8004', dealRegistration: '8005', leadImport: '8006', rule: '8007', person: '8008', partnerOrg: '8009', request: '800a', embedSession: '800b', dealActivity: '800c', dealChange: '800d', evidenceFile: '800e', receipt: '800f', conflictCase: '8010', dealImport: '8011', account: '8012', approvalStep: '8013', storedFile: '8014', assetFolder: '8015', asset: '8016', assetVersion: '8017', assetHolding: '8018', dealExport: '8019', shareLink: '8031', printOrder: '8032', collateralEmbed: '8033', assetEvent: '8034', cobrandTemplate: '8035', cobrand: '8036', copy: '8037', partnerEvent: '801a', pointsRule: '801b', pointsEntry: '801c', tierPolicy: '801d', tierEvaluation: '801e', levelChange: '801f', board: '8020', boardResult: '8021', boardDispute: '8022', pointsHold: '8023', challenge: '8041', challengeEntry: '8042', badge: '8043', badgeAward: '8044', reward: '8045', redemption: '8046', level: '8024'} as const;
export type Kind = keyof typeof kinds;

/** The id of the row with this number. */
export function idAt(kind: Kind, index: number): string {
  return `0193b000-0000-7000-${kinds[kind]}-${index.toString(16).padStart(12, '0')}`;
}

/** The number of the row with this id, or -1. */
export function indexOf(kind: Kind, id: string): number {
  return id.startsWith(`0193b000-0000-7000-${kinds[kind]}-`) ? Number.parseInt(id.slice(24), 16) : -1;
}
