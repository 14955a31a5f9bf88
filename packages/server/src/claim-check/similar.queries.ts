import type {DealCustomer, DealContact, DealLine, SimilarDeal} from '@portico/contract';
import type {Selectable} from 'kysely';
import type {Scope} from '../database/scope.ts';
import type {DealRegistrationTable} from '../database/deal-tables.ts';
import {nowText} from '../context.ts';
import {findAccountCandidates, findDealCandidates, type DealCandidate} from './candidates.queries.ts';
import {customerKeysOf} from './customer-key.rules.ts';
import {compareCustomers, productsOverlap, timesOverlap, type Certainty, type Standing} from './match.rules.ts';

/** The registration that others are compared with; a row of the table fits. */
export type ComparedDeal = Pick<Selectable<DealRegistrationTable>, 'deal_registration_id' | 'external_id' | 'status' | 'customer' | 'contact' | 'lines' | 'submitted_at' | 'protected_from' | 'protected_until'>;

const ranks: Readonly<Record<Certainty, number>> = {certain: 0, likely: 1, possible: 2};

/**
 * Registrations and accounts that look like the customer of a registration, for vendor staff: conflicts first, then by how sure it is. A channel manager finds those
 * that they may see.
 */
export async function findSimilar(scope: Scope, deal: ComparedDeal): Promise<SimilarDeal[]> {
  const [customer, contact] = [deal.customer as DealCustomer, deal.contact as DealContact];
  const sought = {...customerKeysOf({...customer, email: contact.email, phone: contact.phone}), externalId: deal.external_id};
  const accounts = await findAccountCandidates(scope, sought);
  const deals = (await findDealCandidates(scope, sought)).filter(({id}) => id !== deal.deal_registration_id);
  const partners = await namesOf(scope, deals.map(({partnerOrgId}) => partnerOrgId));
  const now = nowText(scope.context);
  const standing = standingOf({status: deal.status, submittedAt: deal.submitted_at, protectedFrom: deal.protected_from, protectedUntil: deal.protected_until}, now);
  const products = (deal.lines as DealLine[]).map(({product}) => product);

  const similar = [
    ...accounts.flatMap((account): SimilarDeal[] => {
      const found = compareCustomers(sought, account);
      return found ? [{kind: 'account', id: account.id, label: account.name, customerName: account.name, partnerName: null, status: account.standing, submittedAt: null, protectedUntil: null, products: [], ...found, conflicts: false}] : [];
    }),
    ...deals.flatMap((other): SimilarDeal[] => {
      const found = compareCustomers(sought, other);
      if (!found) return [];
      const otherStanding = standingOf(other, now);
      const conflicts = found.certainty !== 'possible' && standing !== null && otherStanding !== null && timesOverlap(standing, otherStanding) && productsOverlap(products, other.products);
      const {id, number, customerName, partnerOrgId, status, submittedAt, protectedUntil} = other;
      return [{kind: 'registration', id, label: number ?? '', customerName, partnerName: partners.get(partnerOrgId) ?? null, status, submittedAt, protectedUntil, products: [...other.products], ...found, conflicts}];
    }),
  ];
  return similar.toSorted((a, b) => Number(b.conflicts) - Number(a.conflicts) || ranks[a.certainty] - ranks[b.certainty] || (a.submittedAt ?? 'never').localeCompare(b.submittedAt ?? 'never') || (a.id < b.id ? -1 : 1));
}

/** When a registration stands in others' way: from its submission, or while it is protected; `null` when it has ended. A draft would from now on. */
function standingOf({status, submittedAt, protectedFrom, protectedUntil}: Pick<DealCandidate, 'submittedAt' | 'protectedFrom' | 'protectedUntil'> & {readonly status: string}, now: string): Standing | null {
  if (status === 'approved' || status === 'converted') return {from: protectedFrom ?? now, until: protectedUntil};
  return ['draft', 'submitted', 'under_review', 'action_required', 'pending_approval'].includes(status) ? {from: submittedAt ?? now, until: null} : null;
}

async function namesOf({db, tenantId}: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('partner_org').select(['partner_org_id as id', 'name']).where('tenant_id', '=', tenantId).where('partner_org_id', 'in', [...new Set(ids)]).execute();
  return new Map(rows.map(({id, name}) => [id, name]));
}
