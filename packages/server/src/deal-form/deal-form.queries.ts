import type {DealForm, FormField, RegistrationType} from '@portico/contract';
import {defaultDealForm} from '@portico/contract/deal-form-rules';
import {nowText} from '../context.ts';
import type {Scope} from '../database/scope.ts';

/** The programme's form with the fields of all levels; the short default one where the vendor made none. */
export async function getDealForm({db, tenantId, programId}: Scope): Promise<DealForm> {
  const row = await db
    .selectFrom('program as p')
    .leftJoin('deal_form as f', join => join.onRef('f.tenant_id', '=', 'p.tenant_id').onRef('f.program_id', '=', 'p.program_id'))
    .select(['p.created_at as program_created_at', 'f.registration_types', 'f.standard_fields', 'f.fields', 'f.version', 'f.updated_at'])
    .where('p.tenant_id', '=', tenantId)
    .where('p.program_id', '=', programId)
    .executeTakeFirstOrThrow();
  const {registration_types, standard_fields, fields, version, updated_at} = row;
  if (registration_types === null || version === null || updated_at === null) return {...structuredClone<DesignedForm>(defaultForm), version: 1, updatedAt: row.program_created_at};
  return {registrationTypes: registration_types as RegistrationType[], standardFields: standard_fields as DealForm['standardFields'], fields: fields as FormField[], version, updatedAt: updated_at};
}

/** Locks the form until the commit. Where the vendor made none, the default becomes the vendor's own. */
export async function lockDealForm(scope: Scope): Promise<DealForm> {
  const {db, tenantId, programId, context} = scope;
  const lock = () => db.selectFrom('deal_form').select('version').where('tenant_id', '=', tenantId).where('program_id', '=', programId).forUpdate().executeTakeFirst();
  if (!(await lock())) {
    const now = nowText(context);
    await db
      .insertInto('deal_form')
      .values({tenant_id: tenantId, program_id: programId, ...toColumns(defaultForm), created_at: now, updated_at: now})
      .onConflict(conflict => conflict.doNothing())
      .execute();
    await lock();
  }
  return getDealForm(scope);
}

/** Writes the form, which the caller locked. */
export async function updateDealForm(scope: Scope, form: DesignedForm): Promise<DealForm> {
  const {db, tenantId, programId, context} = scope;
  await db.updateTable('deal_form').set({...toColumns(form), updated_at: nowText(context)}).where('tenant_id', '=', tenantId).where('program_id', '=', programId).execute();
  return getDealForm(scope);
}

/** Level of a partner in the programme, or `null`. */
export async function findLevelId({db, tenantId, programId}: Scope, partnerOrgId: string): Promise<string | null> {
  const row = await db.selectFrom('partnership').select('level_id').where('tenant_id', '=', tenantId).where('program_id', '=', programId).where('partner_org_id', '=', partnerOrgId).executeTakeFirst();
  return row?.level_id ?? null;
}

/** Ids of the programme's levels. */
export async function readLevelIds({db, tenantId, programId}: Scope): Promise<string[]> {
  const {levels} = await db.selectFrom('program').select('levels').where('tenant_id', '=', tenantId).where('program_id', '=', programId).executeTakeFirstOrThrow();
  return (levels as {id: string}[]).map(({id}) => id);
}

/** What the vendor decides of a form. */
export type DesignedForm = Omit<DealForm, 'version' | 'updatedAt'>;

const defaultForm: DesignedForm = {...defaultDealForm, registrationTypes: [...defaultDealForm.registrationTypes], fields: [...defaultDealForm.fields]};

function toColumns({registrationTypes, standardFields, fields}: DesignedForm) {
  return {registration_types: registrationTypes, standard_fields: JSON.stringify(standardFields), fields: JSON.stringify(fields)};
}
