import {sql, type RawBuilder} from 'kysely';
import type {Scope} from '../database/scope.ts';

// More than this, and going through the list in its order finds a page sooner than going through everything that was found.
const fewLeads = 1000;
const everything = 2_147_483_647;

/**
 * The condition that a lead has the words of a query. Few leads are looked up by the search index and named one by one; where many have the words, each row is
 * asked.
 *
 * @param words - Text of a `tsquery`.
 * @param leadId - The lead's id in a query in which the lead itself is `l`.
 * @param purpose - A `count` goes through everything that was found, a `page` only until it is full.
 */
export async function wordsCondition({db}: Scope, words: string, leadId: 'l.lead_id' | 'o.lead_id', purpose: 'page' | 'count'): Promise<RawBuilder<boolean>> {
  if (purpose === 'count') return sql`${sql.ref(leadId)} in (select find_leads(${words}::tsquery, ${everything}))`;
  const {rows} = await sql<{lead_id: string}>`select lead_id from find_leads(${words}::tsquery, ${fewLeads + 1}) as lead_id`.execute(db);
  if (rows.length > fewLeads) return sql`l.search_words @@ ${words}::tsquery`;
  return sql`${sql.ref(leadId)} = any (${rows.map(row => row.lead_id)}::uuid[])`;
}
