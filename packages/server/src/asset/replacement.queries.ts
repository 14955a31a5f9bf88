import type {Asset, AssetType} from '@portico/contract';
import {sql} from 'kysely';
import {elevated} from '../database/elevate.ts';
import type {Scope} from '../database/scope.ts';
import {inTime} from './asset-filter.queries.ts';
import type {AssetReader} from './asset-reader.queries.ts';

/** Longer lines of replacements are not followed. */
const mostSteps = 20;

/**
 * What is to be used now in the place of assets that were replaced, by the asset's id: the end of each line, when it is published. What the reader may not see is left out,
 * though the line may lead through it.
 */
export async function findReplacements(scope: Scope, reader: AssetReader, ids: readonly string[]): Promise<ReadonlyMap<string, Asset['replacedBy']>> {
  if (ids.length === 0) return new Map();
  const {db, tenantId, caller} = scope;
  const {rows: ends} = await elevated(scope, system =>
    sql<{first: string; last: string}>`
      with recursive line (first, last, next, status, steps) as (
        select a.asset_id, n.asset_id, n.replaced_by_id, n.status, 1
        from asset a join asset n on n.tenant_id = a.tenant_id and n.asset_id = a.replaced_by_id
        where a.tenant_id = ${tenantId}::uuid and a.asset_id = any (${ids}::uuid[])
        union all
        select l.first, n.asset_id, n.replaced_by_id, n.status, l.steps + 1
        from line l join asset n on n.tenant_id = ${tenantId}::uuid and n.asset_id = l.next
        where l.status = 'superseded' and l.steps < ${mostSteps}
      )
      select first, last from line where status = 'published'`.execute(system.db),
  );
  if (ends.length === 0) return new Map();
  const seen = await db
    .selectFrom('asset as a')
    .select(['a.asset_id', 'a.title', 'a.type'])
    .where('a.tenant_id', '=', tenantId)
    .where('a.asset_id', 'in', ends.map(({last}) => last))
    .$if(caller === 'partner', each => each.where(inTime(reader)))
    .execute();
  const byId = new Map(seen.map(({asset_id: id, title, type}) => [id, {id, title, type: type as AssetType}]));
  return new Map(ends.map(({first, last}) => [first, byId.get(last) ?? null]));
}
