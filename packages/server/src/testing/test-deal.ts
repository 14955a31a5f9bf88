import type {DealStatus} from '@portico/contract';
import {customerKeysOf, type CustomerFacts} from '../claim-check/customer-key.rules.ts';
import {newId, nowText} from '../context.ts';
import type {TestTenant} from './test-tenant.ts';

/** A registration as it stands, for tests that do not ask how it came there. */
export interface PlacedDeal {
  readonly partnerOrgId: string;
  readonly status: DealStatus;
  readonly customer: CustomerFacts;
  /** Names of products; none stands for all. */
  readonly products?: readonly string[];
  readonly ownerId?: string | null;
  /** ISO text; without an end unless said. */
  readonly protectedUntil?: string | null;
}

const ended: readonly DealStatus[] = ['won', 'lost', 'rejected', 'duplicate', 'withdrawn', 'cancelled', 'lapsed', 'expired', 'voided'];
let count = 0;

/** Puts a registration straight into the table. @returns Its id. */
export async function placeDeal(tenant: TestTenant, {partnerOrgId, status, customer, products = [], ownerId = null, protectedUntil = null}: PlacedDeal): Promise<string> {
  const number = ++count;
  return tenant.inScope(async ({db, tenantId, programId, context}) => {
    const now = nowText(context);
    const keys = customerKeysOf(customer);
    const id = newId(context);
    const {email = null, phone = null, ...company} = customer;
    await db
      .insertInto('deal_registration')
      .values({
        tenant_id: tenantId,
        deal_registration_id: id,
        program_id: programId,
        partner_org_id: partnerOrgId,
        owner_id: ownerId,
        status,
        source: 'partner_sourced',
        name: `Deal ${number}`,
        number: status === 'draft' ? null : `DR-T${String(number).padStart(5, '0')}`,
        customer: JSON.stringify(company),
        contact: JSON.stringify({email, phone}),
        lines: JSON.stringify(products.map(product => ({product, quantity: 1, unitPrice: null, discountPercent: 0}))),
        submitted_at: status === 'draft' ? null : now,
        queue_number: status === 'draft' ? null : number,
        info_request: status === 'action_required' ? JSON.stringify({fields: ['lines'], comment: 'Which?', dueAt: now}) : null,
        protected_from: status === 'approved' || status === 'converted' ? now : null,
        protected_until: protectedUntil,
        ended_at: ended.includes(status) ? now : null,
        domain_key: keys.domainKey,
        tax_key: keys.taxKey,
        name_key: keys.nameKey,
        country_key: keys.countryKey,
        email_key: keys.emailKey,
        phone_key: keys.phoneKey,
        created_at: now,
        updated_at: now,
      })
      .execute();
    return id;
  });
}
