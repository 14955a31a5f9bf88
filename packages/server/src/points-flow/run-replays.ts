import type {RuleVersion} from '@portico/contract/points-rules';
import {lookAgain} from '../challenge-flow/running.queries.ts';
import {recordChanges} from '../changes/record-changes.ts';
import {nowText, type Context} from '../context.ts';
import type {Database} from '../database/database.ts';
import {asWorker, withTenant} from '../database/open.ts';
import type {Scope} from '../database/scope.ts';
import {getVersions} from '../points-rule/points-rule.queries.ts';
import {shareRules, takeEventNumbers} from './partner-events.queries.ts';
import {replayRule} from './replay-rule.ts';
import {countPartnersWith, findPartnersAfter, keepReplay, lockDueReplay, startReplay, type ReplayRow} from './replay-store.queries.ts';

const partnersAtOnce = 200;

/**
 * Runs a version that was just published over what happened before: the first partners at once, so that few partners are done with the answer, and the rest in `runReplays`. The rules are
 * locked until the commit; afterwards whoever records an event finds the new version, and a partner that was not looked at yet is put right in its turn.
 *
 * @param scope - Of the system.
 */
export async function beginReplay(scope: Scope, ruleId: string, versions: readonly RuleVersion[], atOnce = partnersAtOnce): Promise<ReplayRow> {
  const row = await startReplay(scope, ruleId, versions.at(-1) ?? {number: 1}, await countPartnersWith(scope, namesOf(versions)));
  return row.partners_left === 0 ? row : goOn(scope, row, versions, atOnce);
}

/**
 * Goes on with all replays that are not done, of all tenants, some partners a transaction: one that is cut off is repeated, and what was done before stays.
 *
 * @param options.signal - Stops after the partners that are being looked at.
 * @returns How many replays were ended.
 */
export async function runReplays(database: Database, context: Context, {signal, atOnce = partnersAtOnce}: {readonly signal?: AbortSignal; readonly atOnce?: number} = {}): Promise<number> {
  const rows = await asWorker(database, db => db.selectFrom('points_replay').select('tenant_id').distinct().where('due_at', '<=', nowText(context)).execute());
  let ended = 0;
  for (const {tenant_id: tenantId} of rows) {
    while (!signal?.aborted) {
      const row = await withTenant(database, tenantId, {context, as: 'system:replays'}, scope => replaySome(scope, atOnce));
      if (!row) break;
      if (row.partners_left === 0) ended++;
    }
  }
  return ended;
}

/** Looks at the next partners of a replay that waits. */
export async function replaySome(scope: Scope, atOnce = partnersAtOnce): Promise<ReplayRow | undefined> {
  // Before the row, as whoever publishes does.
  await shareRules(scope);
  const row = await lockDueReplay(scope);
  return row && goOn(scope, row, await getVersions(scope, row.points_rule_id), atOnce);
}

async function goOn(scope: Scope, row: ReplayRow, versions: readonly RuleVersion[], atOnce: number): Promise<ReplayRow> {
  const {points_rule_id: ruleId} = row;
  const found = await findPartnersAfter(scope, namesOf(versions), row.after_partner, atOnce + 1);
  const partners = found.slice(0, atOnce);
  // Nothing is recorded for them until the commit.
  await takeEventNumbers(scope, new Map(partners.map(id => [id, 0])));
  const replayed = await replayRule(scope, ruleId, versions, {write: true, of: partners});
  const isDone = found.length <= atOnce;
  const kept = await keepReplay(scope, row, replayed, {last: partners.at(-1) ?? row.after_partner, left: isDone ? 0 : Math.max(1, row.partners_left - partners.length)});
  if (isDone) await lookAgain(scope);
  const changed = replayed.differences.map(({partnerOrgId}) => ({resource: 'points_entry' as const, id: ruleId, action: 'replay', partnerOrgId, toVendor: false}));
  const news = isDone ? [{resource: 'points_rule' as const, id: ruleId, action: 'replay', changes: {number: kept.number, added: kept.added, reversed: kept.reversed}}] : [];
  if (changed.length + news.length > 0) await recordChanges(scope, [...changed, ...news]);
  return kept;
}

function namesOf(versions: readonly RuleVersion[]): string[] {
  return [...new Set(versions.map(({terms}) => terms.event))];
}
