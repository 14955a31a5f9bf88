import {newId, nowText, type Context} from '../context.ts';
import {issueReceipt} from '../receipt/issue-receipt.queries.ts';
import type {NewReceipt} from '../receipt/issue-receipt.queries.ts';
import type {Receipt} from '@portico/contract';
import type {TestTenant} from './test-tenant.ts';

/** What of a server and a vendor it takes to write rows. */
type Server = {readonly context: Context};
type Tenant = Pick<TestTenant, 'tenantId' | 'programId' | 'inScope'>;

/** Puts a draft straight into the tables. @returns Its id. */
export async function draftDeal({context}: Server, tenant: Tenant, partnerOrgId: string, {ownerId = null, status = 'draft', name = 'Cameras'}: {readonly ownerId?: string | null; readonly status?: string; readonly name?: string} = {}): Promise<string> {
  const id = newId(context);
  const now = nowText(context);
  await tenant.inScope(({db}) =>
    db
      .insertInto('deal_registration')
      .values({
        tenant_id: tenant.tenantId,
        deal_registration_id: id,
        program_id: tenant.programId,
        partner_org_id: partnerOrgId,
        owner_id: ownerId,
        status,
        source: 'partner_sourced',
        name,
        customer: '{}',
        contact: '{}',
        created_at: now,
        updated_at: now,
      })
      .execute(),
  );
  return id;
}

/** Submits a draft straight in the tables, with its receipt. */
export function submitDeal({context}: Server, tenant: Tenant, receipt: Pick<NewReceipt, 'dealRegistrationId' | 'partnerOrgId'> & Partial<NewReceipt>): Promise<Receipt> {
  return tenant.inScope(async scope => {
    const issued = await issueReceipt(scope, {content: {name: 'Cameras'}, standing: 'first', ...receipt});
    const {number, submittedAt, sequence} = issued.statement;
    await scope.db
      .updateTable('deal_registration')
      .set({status: 'submitted', number, submitted_at: submittedAt, queue_number: sequence, submission_count: eb => eb('submission_count', '+', 1), updated_at: nowText(context)})
      .where('deal_registration_id', '=', receipt.dealRegistrationId)
      .execute();
    return issued;
  });
}
