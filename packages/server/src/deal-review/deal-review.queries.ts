import type {ApprovalPlan, ApprovalRule, DealReview, DealStatus, Money} from '@portico/contract';
import {sql} from 'kysely';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';
import {amountOf, approvalRuleFor, mayDecide, planFor} from '../deal-flow/approve-deal.ts';
import {isReviewed} from '../deal-flow/deal-clock.rules.ts';
import type {DealProgram} from '../deal-flow/deal-program.queries.ts';
import type {HeldDeal} from '../deal-flow/held-deal.queries.ts';
import {findApprovalSteps} from './approval.queries.ts';
import {isWithin} from './approval.rules.ts';

/** What of a registration its review hangs on. */
type ReviewedDeal = Pick<HeldDeal, 'deal_registration_id' | 'reviewer_id' | 'review_due_at' | 'duplicate_of_id' | 'estimated_minor' | 'estimated_currency' | 'customer'> & {readonly status: string};

/** What vendor staff know of some registrations beyond what their partners see, by registration. */
export async function findReviews(scope: Scope, deals: readonly ReviewedDeal[], program: Pick<DealProgram, 'policy'>): Promise<Map<string, DealReview>> {
  if (deals.length === 0) return new Map();
  const now = nowText(scope.context);
  const ids = deals.map(deal => deal.deal_registration_id);
  const steps = await findApprovalSteps(scope, ids);
  const more = new Map((await moreOf(scope, ids)).map(row => [row.id, row]));
  const rules = new Map(deals.map(deal => [deal, hasPlan(deal) ? approvalRuleFor({deal, program, partner: {levelId: more.get(deal.deal_registration_id)?.level_id ?? null}}) : undefined]));
  const names = await namesOf(scope, [...rules.values()].flatMap(rule => rule?.steps.flatMap(({approver}) => ('personId' in approver ? [approver.personId] : [])) ?? []));
  return new Map(
    deals.map(deal => {
      const rule = rules.get(deal);
      const {deal_registration_id: id, reviewer_id: reviewerId, review_due_at: dueAt} = deal;
      const status = deal.status as DealStatus;
      const own = steps.get(id) ?? [];
      const found = more.get(id);
      const plan = () => planFor({deal, program, partner: {levelId: found?.level_id ?? null}});
      const review: DealReview = {
        reviewer: reviewerId === null ? null : {id: reviewerId, name: found?.reviewer_name ?? ''},
        overdue: isReviewed(status) && dueAt !== null && dueAt <= now,
        steps: own.map(({contract}) => contract),
        plan: rule ? toPlan(rule, amountOf(deal), names) : null,
        mayApprove: mayDecide(scope, status, own.map(({step}) => step), plan),
        similarCount: found?.similar ?? 0,
        duplicateOfId: deal.duplicate_of_id,
        conflictCaseId: found?.conflict_case_id ?? null,
      };
      return [id, review];
    }),
  );
}

/** Before it is sent for approval, and not after its end. */
function hasPlan({status}: ReviewedDeal): boolean {
  return status === 'draft' || status === 'submitted' || status === 'under_review' || status === 'action_required';
}

function toPlan({name: rule, steps}: ApprovalRule, amount: Money | null, names: ReadonlyMap<string, string>): ApprovalPlan {
  return {
    rule,
    steps: steps.map(({name, position, approver, limit, dueHours}) => {
      const person = 'personId' in approver ? {id: approver.personId, name: names.get(approver.personId) ?? ''} : null;
      return {name, position, approver, person, limit, withinLimit: isWithin({limit}, amount), dueHours};
    }),
  };
}

async function namesOf({db, tenantId}: Scope, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('person').select(['person_id', 'name']).where('tenant_id', '=', tenantId).where('person_id', 'in', [...new Set(ids)]).execute();
  return new Map(rows.map(row => [row.person_id, row.name]));
}

/** Names, and how many registrations and accounts have a key of the customer in common; names that are only alike are left to the comparison side by side. */
async function moreOf({db, tenantId, programId}: Scope, ids: readonly string[]) {
  const same = (column: 'domain_key' | 'tax_key' | 'email_key' | 'phone_key') => sql`select o.deal_registration_id from deal_registration o where o.tenant_id = d.tenant_id and o.${sql.ref(column)} = d.${sql.ref(column)}`;
  const {rows} = await sql<{id: string; reviewer_name: string | null; level_id: string | null; conflict_case_id: string | null; similar: number}>`
    select d.deal_registration_id as id, p.name as reviewer_name, s.level_id,
      (select c.conflict_case_id from conflict_case c where c.tenant_id = d.tenant_id and d.deal_registration_id in (c.first_id, c.second_id) order by c.status = 'resolved', c.created_at desc limit 1) as conflict_case_id,
      (
        (select count(*) from (
          ${same('domain_key')} union ${same('tax_key')} union ${same('email_key')} union ${same('phone_key')}
          union select o.deal_registration_id from deal_registration o where o.tenant_id = d.tenant_id and o.country_key = d.country_key and o.name_key = d.name_key
        ) as found join deal_registration o on o.tenant_id = d.tenant_id and o.deal_registration_id = found.deal_registration_id where o.deal_registration_id <> d.deal_registration_id and o.number is not null and o.status <> 'draft')
        + (select count(*) from (
          select a.account_id from account a where a.tenant_id = d.tenant_id and a.domain_keys @> array[d.domain_key]
          union select a.account_id from account a where a.tenant_id = d.tenant_id and a.tax_key = d.tax_key
          union select a.account_id from account a where a.tenant_id = d.tenant_id and a.country = d.country_key and a.name_key = d.name_key
        ) as customer)
      )::int as similar
    from deal_registration d
    left join person p on p.tenant_id = d.tenant_id and p.person_id = d.reviewer_id
    left join partnership s on s.tenant_id = d.tenant_id and s.partner_org_id = d.partner_org_id and s.program_id = ${programId}
    where d.tenant_id = ${tenantId} and d.deal_registration_id in (${sql.join(ids)})`.execute(db);
  return rows;
}
