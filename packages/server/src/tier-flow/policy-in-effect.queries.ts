import type {TierLevel} from '@portico/contract/tier-rules';
import type {Selectable} from 'kysely';
import {nowText} from '../context.ts';
import type {TierPolicyTable} from '../database/points-tables.ts';
import type {Scope} from '../database/scope.ts';

/** The terms that count at an instant. */
export function findPolicyAt({db, tenantId, programId}: Scope, at: string): Promise<Selectable<TierPolicyTable> | undefined> {
  return db
    .selectFrom('tier_policy')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('program_id', '=', programId)
    .where('effective_from', '<=', at)
    .orderBy('effective_from', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Levels of which partners know what they ask for. */
export async function getAnnouncedLevels(scope: Scope): Promise<ReadonlySet<string>> {
  const policy = await findPolicyAt(scope, nowText(scope.context));
  return new Set(policy?.terms.requirements.map(({levelId}) => levelId));
}

/** When the next version of the terms takes effect, or `null`. */
export async function findNextEffect({db, tenantId, programId}: Scope, after: string): Promise<string | null> {
  const row = await db
    .selectFrom('tier_policy')
    .select('effective_from')
    .where('tenant_id', '=', tenantId)
    .where('program_id', '=', programId)
    .where('effective_from', '>', after)
    .orderBy('effective_from')
    .limit(1)
    .executeTakeFirst();
  return row?.effective_from ?? null;
}

/** The levels of the programme. */
export async function getLevels({db, tenantId, programId}: Scope): Promise<TierLevel[]> {
  const {levels} = await db.selectFrom('program').select('levels').where('tenant_id', '=', tenantId).where('program_id', '=', programId).executeTakeFirstOrThrow();
  return (levels as TierLevel[]).map(({id, rank}) => ({id, rank}));
}

