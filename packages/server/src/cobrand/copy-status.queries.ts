import type {CopyState, CopyStatus} from '@portico/contract';
import type {Kysely} from 'kysely';
import type {Scope} from '../database/scope.ts';
import type {Tables} from '../database/tables.ts';
import {copyStateOf} from './copy-state.rules.ts';

/** Whose copy has a code. @param db - With the rights of the worker role. */
export async function findCopyTenant(db: Kysely<Tables>, code: string): Promise<string | undefined> {
  return (await db.selectFrom('cobrand_output').select('tenant_id').where('code', '=', code).executeTakeFirst())?.tenant_id;
}

export type FoundCopy = {readonly state: 'recalled'; readonly reason: string} | {readonly state: CopyState; readonly status: CopyStatus};

/** What is to be said of the copy with a code. @param scope - Of the system. */
export async function findCopyStatus({db, tenantId, programId}: Scope, code: string): Promise<FoundCopy | undefined> {
  const row = await db
    .selectFrom('cobrand_output as u')
    .innerJoin('cobrand as c', join => join.onRef('c.tenant_id', '=', 'u.tenant_id').onRef('c.cobrand_id', '=', 'u.cobrand_id'))
    .innerJoin('cobrand_template as t', join => join.onRef('t.tenant_id', '=', 'u.tenant_id').onRef('t.cobrand_template_id', '=', 'u.cobrand_template_id'))
    .innerJoin('asset as a', join => join.onRef('a.tenant_id', '=', 'c.tenant_id').onRef('a.asset_id', '=', 'c.asset_id'))
    .innerJoin('asset_version as v', join => join.onRef('v.tenant_id', '=', 'u.tenant_id').onRef('v.asset_version_id', '=', 'u.asset_version_id'))
    .innerJoin('partner_org as o', join => join.onRef('o.tenant_id', '=', 'c.tenant_id').onRef('o.partner_org_id', '=', 'c.partner_org_id'))
    .innerJoin('program as g', join => join.onRef('g.tenant_id', '=', 'u.tenant_id').on('g.program_id', '=', programId))
    .leftJoin('partner_brand as b', join => join.onRef('b.tenant_id', '=', 'c.tenant_id').onRef('b.partner_org_id', '=', 'c.partner_org_id'))
    .leftJoin('cobrand_output as p', join => join.onRef('p.tenant_id', '=', 'c.tenant_id').onRef('p.code', '=', 'c.output_code'))
    .select(['u.code', 'u.made_at', 'u.published_at', 'c.status', 'c.output_code', 'c.language', 'c.reason', 't.number', 'a.title', 'a.status as asset_status', 'a.recall_reason', 'v.status as version_status', 'v.recall_reason as version_reason'])
    .select(['o.name as partner_name', 'o.website as own_website', 'b.display_name', 'b.website', 'g.name as vendor_name', 'p.published_at as present_published_at'])
    .where('u.tenant_id', '=', tenantId)
    .where('u.code', '=', code)
    .executeTakeFirst();
  if (!row) return undefined;
  const state = copyStateOf({
    isRecalled: row.asset_status === 'recalled' || row.version_status === 'recalled' || row.status === 'recalled',
    isReleased: row.published_at !== null,
    isPresent: row.output_code === row.code,
    isReplacementReleased: row.present_published_at !== null,
    status: row.status,
    isOffered: row.asset_status === 'published',
  });
  if (state === 'recalled') return {state, reason: row.version_reason ?? row.recall_reason ?? row.reason ?? ''};
  const status: CopyStatus = {
    code: row.code,
    state,
    title: row.title,
    language: row.language,
    partnerName: row.display_name ?? row.partner_name,
    vendorName: row.vendor_name,
    templateNumber: row.number,
    madeAt: row.made_at,
    partnerWebsite: row.website ?? row.own_website,
  };
  return {state, status};
}
