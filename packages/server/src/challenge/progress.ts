import type {ChallengeProgress, ChallengeSpan} from '@portico/contract';
import {remainingTo, spanAt} from '@portico/contract/challenge-rules';
import {isFor} from '@portico/contract/points-rules';
import {getPartnerNames} from '../board/board.queries.ts';
import {sumGoal} from '../challenge-flow/goal.queries.ts';
import type {CountingChallenge, EntryRow} from '../challenge-flow/running.queries.ts';
import {getTakers} from '../challenge-flow/takers.queries.ts';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';

/** How far one partner is in the present span of a challenge. */
export async function progressOf(scope: Scope, challenge: CountingChallenge, partnerOrgId: string): Promise<ChallengeProgress> {
  const entries = await getEntries(scope, challenge.id, partnerOrgId);
  const span = spanAt(challenge, nowText(scope.context), entries[0]?.span_from ?? null);
  const value = challenge.goal === null || span === null ? null : ((await sumGoal(scope, challenge.goal, span, [partnerOrgId])).get(partnerOrgId) ?? 0);
  const name = (await getPartnerNames(scope, [partnerOrgId])).get(partnerOrgId) ?? '';
  return toProgress(challenge, {id: partnerOrgId, name}, span, value, entries.find(entry => entry.span_key === span?.key));
}

/** How far partners are in the present span, the furthest first: those of whom something counts, and those with an entry. Row-level security holds the reader to its own. */
export async function listProgress(scope: Scope, challenge: CountingChallenge, {partnerOrgId, limit}: {readonly partnerOrgId?: string | undefined; readonly limit: number}): Promise<ChallengeProgress[]> {
  const now = nowText(scope.context);
  const of = partnerOrgId === undefined ? undefined : [partnerOrgId];
  const entries = await getEntries(scope, challenge.id, partnerOrgId);
  const takers = await getTakers(scope, of);
  const isRelative = challenge.window.kind === 'relative';
  const spans = isRelative ? new Map(entries.map(entry => [entry.partner_org_id, spanAt(challenge, now, entry.span_from)])) : undefined;
  const present = spanAt(challenge, now, null);
  const own = new Map(entries.filter(({span_key: key}) => isRelative || key === present?.key).map(entry => [entry.partner_org_id, entry]));
  const values = new Map<string, number>();
  for (const [span, ids] of spans ? bySpan(spans) : [[present, of] as const]) if (challenge.goal && span) for (const [id, value] of await sumGoal(scope, challenge.goal, span, ids)) values.set(id, value);
  const shown = [...new Set([...own.keys(), ...values.keys()])].filter(id => {
    const standing = takers.get(id);
    return own.has(id) || ((values.get(id) ?? 0) > 0 && standing && isFor(challenge, id, standing));
  });
  const first = shown.toSorted((a, b) => (values.get(b) ?? 0) - (values.get(a) ?? 0) || (a < b ? -1 : 1)).slice(0, limit);
  const names = await getPartnerNames(scope, first);
  return first.map(id => toProgress(challenge, {id, name: names.get(id) ?? ''}, spans ? (spans.get(id) ?? null) : present, challenge.goal ? (values.get(id) ?? 0) : null, own.get(id)));
}

/** Partners with the same span together. */
function bySpan(spans: ReadonlyMap<string, ChallengeSpan | null>): [ChallengeSpan | null, string[]][] {
  return [...Map.groupBy(spans, ([, span]) => span?.from)].map(([, rows]) => [rows[0]?.[1] ?? null, rows.map(([id]) => id)]);
}

function getEntries({db, tenantId}: Scope, challengeId: string, partnerOrgId?: string): Promise<EntryRow[]> {
  const query = db.selectFrom('challenge_entry').selectAll().where('tenant_id', '=', tenantId).where('challenge_id', '=', challengeId);
  return (partnerOrgId === undefined ? query : query.where('partner_org_id', '=', partnerOrgId)).orderBy('span_from').execute();
}

function toProgress({goal}: CountingChallenge, partnerOrg: ChallengeProgress['partnerOrg'], span: ChallengeSpan | null, value: number | null, entry: EntryRow | undefined): ChallengeProgress {
  const isRejected = entry?.status === 'rejected' || entry?.status === 'revoked';
  return {
    partnerOrg,
    span,
    value,
    target: goal?.target ?? null,
    remaining: goal ? remainingTo(goal.target, value ?? 0) : null,
    isWon: entry?.status === 'approved',
    entry: entry ? {id: entry.challenge_entry_id, status: entry.status as NonNullable<ChallengeProgress['entry']>['status'], reason: isRejected ? entry.reason : null, version: entry.version} : null,
  };
}
