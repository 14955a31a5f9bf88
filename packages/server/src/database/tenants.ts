import type {LeadPolicy} from '@portico/contract';
import {newId, nowText, type Context} from '../context.ts';
import type {Database} from './database.ts';
import {asWorker, openingSql} from './open.ts';

/** What a new tenant starts with. */
export interface NewTenant {
  /** The vendor's name. */
  readonly name: string;
  readonly program: {
    readonly name: string;
    readonly timeZone: string;
    readonly leadPolicy: LeadPolicy;
    /** Origins of pages that may embed widgets. */
    readonly origins?: readonly string[];
    /** Countries where the programme runs. */
    readonly countries?: readonly string[];
  };
}

/** Adds a vendor with an empty programme, in one transaction. */
export function createTenant(database: Database, context: Context, {name, program}: NewTenant): Promise<{tenantId: string; programId: string}> {
  const tenantId = newId(context);
  const programId = newId(context);
  const now = nowText(context);
  return asWorker(database, async (db, transaction) => {
    await db.insertInto('tenant').values({tenant_id: tenantId, name, secret: context.randomBytes(32), created_at: now}).execute();
    await db.insertInto('tenant_sequence').values({tenant_id: tenantId}).execute();
    // From here on as that tenant: the worker may not write programmes.
    await transaction.script(openingSql('write', {tenantId, caller: 'system', partnerOrgId: null, principalId: 'system:tenants'}));
    await db
      .insertInto('program')
      .values({
        tenant_id: tenantId,
        program_id: programId,
        name: program.name,
        time_zone: program.timeZone,
        countries: JSON.stringify(program.countries ?? []),
        origins: JSON.stringify(program.origins ?? []),
        lead_policy: JSON.stringify(program.leadPolicy),
        created_at: now,
        updated_at: now,
      })
      .execute();
    return {tenantId, programId};
  });
}

/** Every tenant of this installation, oldest first. */
export function listTenants(database: Database): Promise<{tenantId: string; name: string}[]> {
  return asWorker(database, db => db.selectFrom('tenant').select(['tenant_id as tenantId', 'name']).orderBy('created_at').execute());
}
