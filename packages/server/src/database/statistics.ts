import type {Database} from './database.ts';
import {inTransaction} from './open.ts';

/**
 * Tells PGlite how much there is in each table. PostgreSQL finds out by itself; PGlite has no such worker, plans as if tables were empty, and keeps what it has
 * planned for foreign keys.
 */
export async function refreshStatistics(database: Database): Promise<void> {
  const opening = "SET LOCAL search_path = portico; SET LOCAL ROLE portico_owner; SELECT tablename AS name FROM pg_tables WHERE schemaname = 'portico'; ";
  await inTransaction(database, opening, async (transaction, results) => {
    const names = (results.at(-1) ?? []).map(({name}) => `portico."${String(name)}"`);
    await transaction.script(`ANALYZE ${names.join(', ')}; DISCARD PLANS;`);
  });
}
