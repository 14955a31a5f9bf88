import type {Consent, LeadAttention, LeadCompany, LeadContact, LeadDetails, LeadStatus} from '@portico/contract';
import {sql, type Insertable, type Selectable, type Updateable} from 'kysely';
import type {Scope} from '../database/scope.ts';
import type {LeadTable} from '../database/lead-tables.ts';

/** A lead under a lock: what decisions look at. */
export interface HeldLead {
  readonly id: string;
  readonly version: number;
  /** The version of the last edit; what came after it opened, read or reminded only. */
  readonly editedVersion: number;
  readonly status: LeadStatus;
  readonly details: LeadDetails;
  readonly externalId: string | null;
  readonly campaign: string | null;
  readonly consent: Consent | null;
  readonly ownerId: string | null;
  readonly accountKey: string | null;
  readonly emailKey: string | null;
  readonly attention: LeadAttention | null;
  readonly offerCount: number;
  readonly recycledAt: string | null;
}

/** A lead's columns as they are written; JSON as text. */
export type LeadChanges = Updateable<LeadTable>;

/** Locks a lead until the commit. */
export async function lockLead({db, tenantId}: Scope, id: string): Promise<HeldLead | undefined> {
  const row = await db.selectFrom('lead').selectAll().where('tenant_id', '=', tenantId).where('lead_id', '=', id).forNoKeyUpdate().executeTakeFirst();
  return row && toHeldLead(row);
}

export async function insertLead({db, tenantId}: Scope, lead: Omit<Insertable<LeadTable>, 'tenant_id'>): Promise<HeldLead> {
  return toHeldLead(await db.insertInto('lead').values({...lead, tenant_id: tenantId}).returningAll().executeTakeFirstOrThrow());
}

/** The columns of a lead's details. */
export function toColumns({company, contact, products, valueBand, estimatedValue, tags, ...plain}: LeadDetails) {
  return {
    ...plain,
    company: JSON.stringify(company),
    contact: JSON.stringify(contact),
    products,
    tags,
    value_band: valueBand && JSON.stringify(valueBand),
    estimated_minor: estimatedValue?.amountMinor ?? null,
    estimated_currency: estimatedValue?.currency ?? null,
  };
}

/** Changes a lead. Its version rises by itself. */
export async function updateLead({db, tenantId}: Scope, id: string, changes: LeadChanges): Promise<HeldLead> {
  const row = await db.updateTable('lead').set(changes).where('tenant_id', '=', tenantId).where('lead_id', '=', id).returningAll().executeTakeFirstOrThrow();
  return toHeldLead(row);
}

/** By what a new lead may be found to be one that exists. */
export interface SameLead {
  readonly externalId: string | null;
  readonly emailKey: string | null;
  readonly domainKey: string | null;
  /** How far back mail address and domain count; an externalId counts for ever. ISO text. */
  readonly since: string;
}

/**
 * Finds the lead that a new one repeats: by externalId, else the latest one that has not ended with this mail address or domain. Until the commit nobody else
 * can bring in the same, so that two at the same moment do not both find nothing.
 */
export async function findSameLead({db, tenantId}: Scope, {externalId, emailKey, domainKey, since}: SameLead): Promise<string | undefined> {
  const keys = [externalId && `external:${externalId}`, emailKey && `email:${emailKey}`, domainKey && `domain:${domainKey}`].filter(key => key !== null && key !== '');
  if (keys.length === 0) return undefined;
  // Sorted by what is locked, so that two writers never wait for each other.
  await sql`select pg_advisory_xact_lock(turn) from (select hashtextextended(key, 7) as turn from unnest(${keys.map(key => `${tenantId}:${key}`)}::text[]) as key order by 1) as turns`.execute(db);
  const known = db.selectFrom('lead').select('lead_id').where('tenant_id', '=', tenantId);
  const byExternalId = externalId === null ? undefined : await known.where('external_id', '=', externalId).executeTakeFirst();
  if (byExternalId) return byExternalId.lead_id;
  // A lead that ended is no place for a new enquiry: nobody would look at it.
  const open = known.where('ended_at', 'is', null).where('received_at', '>=', since).orderBy('received_at', 'desc').orderBy('lead_id').limit(1);
  const byEmail = emailKey === null ? undefined : await open.where('email_key', '=', emailKey).executeTakeFirst();
  if (byEmail) return byEmail.lead_id;
  const byDomain = domainKey === null ? undefined : await open.where('domain_key', '=', domainKey).executeTakeFirst();
  return byDomain?.lead_id;
}

function toHeldLead(row: Selectable<LeadTable>): HeldLead {
  return {
    id: row.lead_id,
    version: row.version,
    editedVersion: row.edited_version ?? row.version,
    status: row.status as LeadStatus,
    details: {
      title: row.title,
      company: row.company as LeadCompany,
      contact: row.contact as LeadContact,
      products: row.products,
      need: row.need,
      timeline: row.timeline,
      valueBand: row.value_band as LeadDetails['valueBand'],
      estimatedValue: row.estimated_minor === null || row.estimated_currency === null ? null : {amountMinor: row.estimated_minor, currency: row.estimated_currency},
      score: row.score,
      quality: row.quality as LeadDetails['quality'],
      priority: row.priority as LeadDetails['priority'],
      tags: row.tags,
    },
    externalId: row.external_id,
    campaign: row.campaign,
    consent: row.consent as Consent | null,
    ownerId: row.owner_id,
    accountKey: row.account_key,
    emailKey: row.email_key,
    attention: row.attention as LeadAttention | null,
    offerCount: row.offer_count,
    recycledAt: row.recycled_at,
  };
}
