import type {Api, Page, Reward, RewardFields, RouteParsed} from '@portico/contract';
import {sql, type Selectable} from 'kysely';
import {newId, nowText} from '../context.ts';
import type {RewardTable} from '../database/challenge-tables.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';

/** Rewards; of partners those that are offered. */
function rewards({db, tenantId, programId, caller}: Scope) {
  const all = db.selectFrom('reward as r').selectAll('r').where('r.tenant_id', '=', tenantId).where('r.program_id', '=', programId);
  return caller === 'partner' ? all.where('r.is_offered', '=', true) : all;
}

export async function listRewards(scope: Scope, input: RouteParsed<Api['rewards']['list']>): Promise<Page<Reward>> {
  const by = [{expression: sql.ref('r.points'), type: 'integer'}, {expression: sql.ref('r.reward_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, rewards(scope), {list: 'rewards', by, direction: 'asc', input});
  return {items: rows.map(toReward), page};
}

export async function findReward(scope: Scope, id: string): Promise<Reward | undefined> {
  const row = await rewards(scope).where('r.reward_id', '=', id).executeTakeFirst();
  return row && toReward(row);
}

/** Whoever takes or changes a reward takes turns here. */
export async function lockReward({db, tenantId, programId}: Scope, id: string): Promise<Reward | undefined> {
  const row = await db.selectFrom('reward').selectAll().where('tenant_id', '=', tenantId).where('program_id', '=', programId).where('reward_id', '=', id).forNoKeyUpdate().executeTakeFirst();
  return row && toReward(row);
}

export async function insertReward({db, tenantId, programId, context}: Scope, fields: RewardFields): Promise<string> {
  const id = newId(context);
  const now = nowText(context);
  await db.insertInto('reward').values({...columnsOf(fields), tenant_id: tenantId, reward_id: id, program_id: programId, created_at: now, updated_at: now}).execute();
  return id;
}

export async function updateReward({db, tenantId, context}: Scope, id: string, fields: RewardFields): Promise<void> {
  await db.updateTable('reward').set({...columnsOf(fields), updated_at: nowText(context)}).where('tenant_id', '=', tenantId).where('reward_id', '=', id).execute();
}

/** Takes so many out of the stock, or puts them back. The reward is locked. */
export async function moveStock({db, tenantId, context}: Scope, id: string, difference: 1 | -1): Promise<void> {
  await db.updateTable('reward').set({stock: sql`stock + ${difference}::integer`, updated_at: nowText(context)}).where('tenant_id', '=', tenantId).where('reward_id', '=', id).where('stock', 'is not', null).execute();
}

function columnsOf({name, description, points, value, stock, isOffered}: RewardFields) {
  return {name, description, points, value_minor: value?.amountMinor ?? null, currency: value?.currency ?? null, stock, is_offered: isOffered};
}

function toReward(row: Selectable<RewardTable>): Reward {
  return {
    id: row.reward_id,
    name: row.name,
    description: row.description,
    points: row.points,
    value: row.value_minor === null || row.currency === null ? null : {amountMinor: row.value_minor, currency: row.currency},
    stock: row.stock,
    isOffered: row.is_offered,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
