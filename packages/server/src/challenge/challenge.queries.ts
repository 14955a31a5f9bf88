import {PointsAudience, challengeCan, challengeTransitions, type Api, type Challenge, type ChallengeAction, type ChallengeFields, type ChallengeStatus, type Page, type RouteParsed} from '@portico/contract';
import {endOf, phaseOf, spanAt} from '@portico/contract/challenge-rules';
import {sql, type Selectable, type Updateable} from 'kysely';
import {countWinners, toCounting} from '../challenge-flow/running.queries.ts';
import {newId, nowText} from '../context.ts';
import type {ChallengeTable} from '../database/challenge-tables.ts';
import {elevated} from '../database/elevate.ts';
import {readPage} from '../database/page.ts';
import type {Scope} from '../database/scope.ts';
import {progressOf} from './progress.ts';

const everybody = PointsAudience.parse({});

function challenges({db, tenantId, programId}: Scope) {
  return db
    .selectFrom('challenge as c')
    .leftJoin('badge as b', join => join.onRef('b.tenant_id', '=', 'c.tenant_id').onRef('b.badge_id', '=', 'c.badge_id'))
    .selectAll('c')
    .select('b.name as badge_name')
    .where('c.tenant_id', '=', tenantId)
    .where('c.program_id', '=', programId);
}

type Row = Awaited<ReturnType<ReturnType<typeof challenges>['executeTakeFirstOrThrow']>>;

/** Challenges; of partners those that were published for them as they stand now, and those in which they have an entry. */
function visible(scope: Scope) {
  const {caller, partnerOrgId, tenantId, programId} = scope;
  if (caller !== 'partner') return challenges(scope);
  // `isFor` of the contract's rules.
  const meets = (key: string, held: ReturnType<typeof sql>) => sql`(c.audience->${sql.lit(key)} = '[]' or c.audience->${sql.lit(key)} ?| ${held})`;
  return challenges(scope).where(sql<boolean>`c.published_at is not null and (
    exists (select from challenge_entry e where e.tenant_id = c.tenant_id and e.challenge_id = c.challenge_id and e.partner_org_id = ${partnerOrgId}::uuid)
    or exists (
      select from partner_org g join partnership p on p.tenant_id = g.tenant_id and p.partner_org_id = g.partner_org_id and p.program_id = ${programId}::uuid
      where g.tenant_id = ${tenantId}::uuid and g.partner_org_id = ${partnerOrgId}::uuid and p.status in ('onboarding', 'active', 'at_risk')
        and ${meets('partnerOrgIds', sql`array[g.partner_org_id::text]`)} and ${meets('levelIds', sql`array[p.level_id::text]`)} and ${meets('partnerTypes', sql`array[g.type]`)}
        and ${meets('countries', sql`array[g.country]`)} and ${meets('groups', sql`coalesce(p.groups, '{}')`)}))`);
}

export async function listChallenges(scope: Scope, input: RouteParsed<Api['challenges']['list']>): Promise<Page<Challenge>> {
  const {status, phase} = input;
  const now = nowText(scope.context);
  const isOver = sql<boolean>`(c.status in ('ended', 'withdrawn') or (c.status = 'published' and c.ends_at <= ${now}::timestamptz))`;
  let query = visible(scope);
  if (status !== undefined) query = query.where('c.status', '=', status);
  if (phase === 'over') query = query.where(isOver);
  else if (phase !== undefined) query = query.where('c.status', '=', 'published').where(sql<boolean>`not ${isOver} and coalesce(c.starts_at > ${now}::timestamptz, false) = ${phase === 'upcoming'}`);
  const by = [{expression: sql.ref('c.created_at'), type: 'timestamptz'}, {expression: sql.ref('c.challenge_id'), type: 'uuid'}] as const;
  const {rows, page} = await readPage(scope, query, {list: 'challenges', by, direction: 'desc', input});
  const items: Challenge[] = [];
  for (const row of rows) items.push(await toChallenge(scope, row));
  return {items, page};
}

export async function findChallenge(scope: Scope, id: string): Promise<Challenge | undefined> {
  const row = await findChallengeRow(scope, id);
  return row && toChallenge(scope, row);
}

/** The row of a challenge that the reader sees. */
export function findChallengeRow(scope: Scope, id: string): Promise<Row | undefined> {
  return visible(scope).where('c.challenge_id', '=', id).executeTakeFirst();
}

export function lockChallenge({db, tenantId, programId}: Scope, id: string): Promise<Selectable<ChallengeTable> | undefined> {
  return db.selectFrom('challenge').selectAll().where('tenant_id', '=', tenantId).where('program_id', '=', programId).where('challenge_id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

export async function insertChallenge({db, tenantId, programId, context}: Scope, fields: ChallengeFields): Promise<string> {
  const id = newId(context);
  const now = nowText(context);
  await db.insertInto('challenge').values({...columnsOf(fields), tenant_id: tenantId, challenge_id: id, program_id: programId, status: 'draft', created_at: now, updated_at: now}).execute();
  return id;
}

export async function updateChallenge({db, tenantId, context}: Scope, id: string, columns: Updateable<ChallengeTable>): Promise<void> {
  await db.updateTable('challenge').set({...columns, updated_at: nowText(context)}).where('tenant_id', '=', tenantId).where('challenge_id', '=', id).execute();
}

/** Rejects proofs that wait. @returns Them, with whose they are. */
export function rejectWaiting({db, tenantId, personId, context}: Scope, challengeId: string, reason: string): Promise<{challenge_entry_id: string; partner_org_id: string}[]> {
  const now = nowText(context);
  return db
    .updateTable('challenge_entry')
    .set({status: 'rejected', reason, decided_at: now, decided_by: personId, updated_at: now})
    .where('tenant_id', '=', tenantId)
    .where('challenge_id', '=', challengeId)
    .where('status', '=', 'submitted')
    .returning(['challenge_entry_id', 'partner_org_id'])
    .execute();
}

export function columnsOf({name, description, type, goal, proofs, window, period, timeZone, audience, points, badgeId, maxWinners}: ChallengeFields) {
  return {
    name,
    description,
    type,
    goal: goal && JSON.stringify(goal),
    proofs: [...proofs],
    run_window: JSON.stringify(window),
    period,
    time_zone: timeZone,
    audience: JSON.stringify(audience),
    points,
    badge_id: badgeId,
    max_winners: maxWinners,
    starts_at: window.kind === 'absolute' ? window.startsAt : null,
    ends_at: endOf(window),
  };
}

export function fieldsOf(row: Selectable<ChallengeTable>): ChallengeFields {
  const {goal, window, period, timeZone, audience, points, badgeId, maxWinners} = toCounting(row);
  return {name: row.name, description: row.description, type: row.type as Challenge['type'], goal, proofs: row.proofs, window, period, timeZone, audience, points, badgeId, maxWinners};
}

async function toChallenge(scope: Scope, row: Row): Promise<Challenge> {
  const isPartner = scope.caller === 'partner';
  const {context} = scope;
  const fields = fieldsOf(row);
  const status = row.status as ChallengeStatus;
  const spanKey = spanAt(fields, nowText(context), null)?.key ?? 'once';
  // How many won is counted over all partners, also where the reader sees some of them.
  const winners = isPartner && row.max_winners === null ? 0 : await elevated(scope, system => countWinners(system, row.challenge_id, spanKey));
  return {
    id: row.challenge_id,
    ...fields,
    // Which other partners it is for is nobody else's business.
    audience: isPartner ? everybody : fields.audience,
    badge: row.badge_id === null || row.badge_name === null ? null : {id: row.badge_id, name: row.badge_name},
    status,
    phase: phaseOf(status, fields.window, context.now()),
    winners: isPartner ? null : winners,
    winnersLeft: row.max_winners === null ? null : Math.max(0, row.max_winners - winners),
    submitted: isPartner ? null : await countSubmitted(scope, row.challenge_id),
    own: scope.partnerOrgId === null ? null : await progressOf(scope, toCounting(row), scope.partnerOrgId),
    reason: row.reason,
    actions: isPartner || scope.managerId !== null ? [] : (Object.keys(challengeTransitions) as ChallengeAction[]).filter(event => challengeCan(event, status)),
    publishedAt: row.published_at,
    endedAt: row.ended_at,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

async function countSubmitted({db, tenantId}: Scope, challengeId: string): Promise<number> {
  const {count} = await db.selectFrom('challenge_entry').select(({fn}) => fn.countAll<number>().as('count')).where('tenant_id', '=', tenantId).where('challenge_id', '=', challengeId).where('status', '=', 'submitted').executeTakeFirstOrThrow();
  return Number(count);
}
